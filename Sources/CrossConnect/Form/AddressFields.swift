/// The questions about the addresses at both ends of a circuit, and the checks across them.
package enum AddressFields {
  /// One cloud's words about the addresses.
  struct Words: Sendable {
    /// The provider's short name.
    package let cloud: String
    /// The owner of the cloud's end: "the Amazon router's".
    let owner: String
    /// The first three octets of the addresses in the examples.
    let example: String
    /// Further help on Telnyx's address, and on the cloud's.
    package let more: (telnyx: String, cloud: String)

    func telnyxHelp(_ circuit: Circuit) -> FieldHelp {
      FieldHelp(
        what: "Telnyx's address in the BGP session, IPv4, with or without a prefix length.",
        whereToFind: "You choose a /30 that is free in your network. Both ends come from it.",
        example: "\(example).\(circuit == .primary ? 1 : 5)", more: more.telnyx)
    }

    func cloudHelp(_ circuit: Circuit) -> FieldHelp {
      FieldHelp(
        what: "\(owner) address in the BGP session, IPv4, in the same /30 as Telnyx's.",
        whereToFind: "You choose a /30 that is free in your network.",
        example: "\(example).\(circuit == .primary ? 2 : 6)", more: more.cloud)
    }
  }

  /// How an address is read: with a mask or a prefix length, or without.
  package static func read(_ text: String) -> TypedText {
    TypedText(text, reading, normalize: PeerAddress.withPrefixLength)
  }

  private static let reading = TypedText.Reading.code { PeerAddress($0)?.isMask == false }

  /// The two questions of one circuit.
  static func pair(
    _ circuit: Circuit, _ words: Words,
    telnyxCheck: @escaping @Sendable (PeerAddress) -> Finding? = { _ in nil }
  ) -> [FieldDescriptor] {
    [
      FieldDescriptor(
        circuit.telnyxField, step: .circuits, label: "\(circuit.title) Telnyx IP",
        help: words.telnyxHelp(circuit), circuit: circuit, end: "Telnyx",
        wire: .string(circuit.telnyxWire),
        presence: .optional(whenEmpty: SharedFields.assigned), isVisible: circuit.asksForAddresses,
        reading: reading, normalize: PeerAddress.withPrefixLength,
        check: { value, draft in
          own(value, circuit, draft: draft)
            + (PeerAddress(value).flatMap(telnyxCheck).map { [$0] } ?? [])
        },
        parts: { ends(of: circuit, in: $0, words) }),
      FieldDescriptor(
        circuit.cloudField, step: .circuits, label: "\(circuit.title) \(words.cloud) IP",
        help: words.cloudHelp(circuit), circuit: circuit, end: words.cloud,
        wire: .string(circuit.cloudWire),
        presence: .optional(whenEmpty: SharedFields.assigned), isVisible: circuit.asksForAddresses,
        reading: reading, normalize: PeerAddress.withPrefixLength,
        check: { value, draft in
          own(value, circuit, draft: draft)
            + across(value, telnyx: draft.value(circuit.telnyxField))
        },
        checkEmpty: { draft in
          guard draft.value(circuit.telnyxField).isEmpty else {
            return [.warns("\(words.cloud)'s address is empty; Telnyx assigns it.")]
          }
          return besides(circuit, draft)
        },
        parts: { ends(of: circuit, in: $0, words) }),
    ]
  }

  /// The finding about a circuit without addresses while the other one has some.
  private static func besides(_ circuit: Circuit, _ draft: Draft) -> [Finding] {
    let other: Circuit = circuit == .primary ? .secondary : .primary
    let given = [other.telnyxField, other.cloudField].contains { !draft.value($0).isEmpty }
    guard given else { return [] }
    let words = (other.title.lowercased(), circuit.title.lowercased())
    return [
      .warns("Only the \(words.0) circuit has addresses; Telnyx assigns the \(words.1)'s.")
    ]
  }

  /// Checks an address on its own, and a secondary's against the primary circuit.
  private static func own(
    _ value: String, _ circuit: Circuit, draft: Draft
  ) -> [Finding] {
    guard let address = PeerAddress(value) else {
      return PeerAddress.finding(for: value).map { [$0] } ?? []
    }
    if circuit == .secondary,
      let shared = sharing(
        address, with: [draft.value(.primaryTelnyxIP), draft.value(.primaryCloudIP)])
    {
      return [shared]
    }
    return PeerAddress.finding(for: value).map { [$0] } ?? []
  }

  /// Checks an address of the secondary circuit against those of the primary.
  package static func sharing(_ address: PeerAddress, with primary: [String]) -> Finding? {
    primary.contains { PeerAddress($0)?.isSameHost(as: address) == true }
      ? .blocks("\(address) is already used on the primary circuit.") : nil
  }

  /// Checks the two ends of a circuit against each other; the cloud's end shows the result.
  package static func across(_ cloud: String, telnyx: String) -> [Finding] {
    guard !telnyx.isEmpty else {
      return [.warns("Telnyx's address is empty; Telnyx assigns it.")]
    }
    guard let cloud = PeerAddress(cloud), let telnyx = PeerAddress(telnyx) else { return [] }
    guard cloud.value != telnyx.value else {
      return [.blocks("Both ends have the address \(cloud); each needs its own.")]
    }
    if let one = telnyx.prefixLength, let other = cloud.prefixLength, one != other {
      return [.warns("The two ends have different prefix lengths: /\(one) and /\(other).")]
    }
    let length = cloud.prefixLength ?? telnyx.prefixLength ?? 30
    let networks = (telnyx.network(length), cloud.network(length))
    guard networks.0 != networks.1 else { return [] }
    return [.warns("The two ends are not in one /\(length): \(networks.0) and \(networks.1).")]
  }
}
