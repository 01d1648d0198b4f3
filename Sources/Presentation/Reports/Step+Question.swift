public import CrossConnect
public import Flows

extension Step {
  /// What may be left alone on the page, and what must match something elsewhere; `nil` if it is plain.
  public func hint(for app: App) -> String? {
    self == .circuits ? app.form.draft.rules?.circuitsHint : nil
  }

  /// What the page asks, with the answers before it.
  public func question(for app: App) -> String {
    let draft = app.form.draft
    // Asked for at every key: only what the page's own words need is put together.
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
  /// The answer that is picked from this source.
  fileprivate func words(from source: FieldDescriptor.ChoiceSource) -> String {
    fields.first { $0.choices == source }.map { DisplayText.visible(value(of: $0)) } ?? ""
  }
}
