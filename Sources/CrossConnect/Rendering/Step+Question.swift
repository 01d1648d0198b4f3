extension Step {
  /// What the page asks, with the answers before it.
  public func question(for wizard: Wizard) -> String {
    let draft = wizard.draft
    let region = DisplayText.visible(draft.value(.telnyxRegion))
    let cloud = draft.rules?.shortName ?? "the cloud"
    return switch self {
    case .network: "Which network should the cross connect belong to?"
    case .region: "Where should Telnyx's end be?"
    case .provider: "Which cloud should \(region) be linked to?"
    case .bandwidth:
      "How fast should the link from \(region) to \(DisplayText.visible(draft.value(.cloudRegion))) be?"
    case .circuits: "How should BGP run between Telnyx and \(cloud)?"
    case .review: "Is this what should be ordered?"
    }
  }
}
