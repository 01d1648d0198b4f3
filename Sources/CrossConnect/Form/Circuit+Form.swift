/// What the form asks about a circuit.
extension Circuit {
  var telnyxField: FieldID { self == .primary ? .primaryTelnyxIP : .secondaryTelnyxIP }
  var cloudField: FieldID { self == .primary ? .primaryCloudIP : .secondaryCloudIP }
  package var keyField: FieldID { self == .primary ? .primaryBGPKey : .secondaryBGPKey }

  /// Whether the form asks for this circuit's addresses with these answers.
  var asksForAddresses: @Sendable (Draft) -> Bool {
    switch self {
    case .primary: { _ in true }
    case .secondary:
      { $0.rules?.circuits == .alwaysPaired || $0[.wantsSecondary] == SharedFields.yes }
    }
  }

  /// Whether the form asks about this circuit with these answers.
  var isAsked: @Sendable (Draft) -> Bool {
    switch self {
    case .primary: { _ in true }
    case .secondary: { $0.rules?.circuits == .alwaysPaired || $0.wantsSecondary }
    }
  }
}

extension VirtualCrossConnect {
  /// The same, as what was ordered with these answers.
  package func ordered(with draft: Draft) -> VirtualCrossConnect {
    var connect = self
    if provider == nil { connect.orderedProvider = draft.provider }
    connect.wasOrderedWithSecondary = wasOrderedWithSecondary || Circuit.secondary.isAsked(draft)
    return connect
  }
}
