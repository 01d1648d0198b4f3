/// What the form asks about a circuit.
extension Circuit {
  var telnyxField: FieldID { self == .primary ? .primaryTelnyxIP : .secondaryTelnyxIP }
  var cloudField: FieldID { self == .primary ? .primaryCloudIP : .secondaryCloudIP }
  package var keyField: FieldID { self == .primary ? .primaryBGPKey : .secondaryBGPKey }

  /// Whether the form, with the answers so far, asks for this circuit's addresses.
  var asksForAddresses: @Sendable (Draft) -> Bool {
    switch self {
    case .primary: { _ in true }
    case .secondary:
      { $0.rules?.circuits == .alwaysPaired || $0[.wantsSecondary] == SharedFields.yes }
    }
  }

  /// Whether the form, with the answers so far, asks about this circuit.
  var isAsked: @Sendable (Draft) -> Bool {
    switch self {
    case .primary: { _ in true }
    case .secondary: { $0.rules?.circuits == .alwaysPaired || $0.wantsSecondary }
    }
  }
}

extension Draft {
  /// The questions for keys that the program answers, since the person has asked for it.
  package var keysToGenerate: [FieldID] {
    fields.filter { $0.choices == .secondaryCircuit && self[$0.id] == SharedFields.generated }
      .compactMap { choice in
        fields.first { $0.circuit == choice.circuit && $0.secrecy == .unseen }?.id
      }
  }
}

extension VirtualCrossConnect {
  /// The cross connect with what only the order told: its cloud, and whether it has a secondary.
  package func ordered(with draft: Draft) -> VirtualCrossConnect {
    var connect = self
    if provider == nil { connect.orderedProvider = draft.provider }
    connect.wasOrderedWithSecondary = wasOrderedWithSecondary || Circuit.secondary.isAsked(draft)
    return connect
  }
}
