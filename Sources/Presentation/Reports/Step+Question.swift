public import CrossConnect
public import Flows

extension Step {
  /// What the person may leave alone on the page, and what must match elsewhere; `nil` if that is plain.
  public func hint(for app: App) -> String? {
    self == .circuits ? app.form.draft.rules?.circuitsHint : nil
  }

  /// The page's question, with earlier answers in it.
  public func question(for app: App) -> String {
    let draft = app.form.draft
    // Every key asks for it, so it looks up only what the page's own words need.
    var region: String { draft.words(from: .locations) }
    var cloud: String { draft.rules?.shortName ?? "the cloud" }
    return switch self {
    case .network: "Which network should the cross connect belong to?"
    case .region: "Which Telnyx location should the link start from?"
    case .provider: "Which cloud should \(region) be linked to?"
    case .bandwidth:
      "How fast should the link from \(region) to \(draft.words(from: .cloudRegions)) be?"
    case .circuits: "How should BGP run between Telnyx and \(cloud)?"
    case .review: "Order this cross connect?"
    }
  }
}

extension Draft {
  /// The answer from this source of choices.
  fileprivate func words(from source: FieldDescriptor.ChoiceSource) -> String {
    fields.first { $0.choices == source }.map { DisplayText.visible(value(of: $0)) } ?? ""
  }
}
