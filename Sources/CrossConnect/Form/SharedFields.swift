/// The questions that are the same for every provider, and the parts of those that nearly are.
package enum SharedFields {
  /// A secondary circuit with the person's own values.
  package static let yes = "yes"
  /// A secondary circuit whose key vxc generates, and whose addresses Telnyx assigns.
  package static let generated = "generated"
  package static let no = "no"
  package static let assigned = "Telnyx assigns"

  package static let all: [FieldDescriptor] = [network, name, telnyxRegion, cloudProvider]

  private static let network = FieldDescriptor(
    .network, step: .network, label: "Network",
    help: FieldHelp(
      what: "the Telnyx network that the cross connect joins.",
      whereToFind: "The list has all networks of your account. You can also create one here.",
      example: "core-eu, or 6a09cdc3-8948-47f0-aa62-74ac943d6c58",
      more: "If the list does not load, type the network's ID."),
    choices: .networks, wire: .string("network_id"),
    presence: .required(ask: "Choose a network, create one, or enter a network ID."),
    reading: .code(fits: CloudAccount.isUUID), normalize: CloudAccount.withoutBraces,
    check: { value, _ in
      CloudAccount.isUUID(value) ? [] : [.warns("A network ID is usually a UUID.")]
    })

  private static let name = FieldDescriptor(
    .name, step: .network, label: "VXC name",
    help: FieldHelp(
      what: "what this cross connect is called in Telnyx's portal and API, in any letters.",
      whereToFind: "You choose it, to tell one VXC from another.",
      example: "aws-prod-use1"),
    wire: .string("name"), presence: .optional(whenEmpty: "no name"))

  private static let telnyxRegion = FieldDescriptor(
    .telnyxRegion, step: .region, label: "Telnyx region",
    help: FieldHelp(
      what: "where Telnyx's end of the cross connect is.",
      whereToFind: """
        You can filter the list by code, city, PoP, AMER/EMEA/APAC, or the cloud region you need, \
        like us-east-1.
        """,
      example: "ashburn-va",
      more: "The list is Telnyx's coverage, and says which clouds each region reaches."),
    choices: .locations, wire: .string("region_code"),
    presence: .required(ask: "Choose a Telnyx region."), reading: .code(fits: Location.isCode))

  /// The clouds in words: `joined` looks types up, which takes time before the first frame.
  private static let clouds = CloudProvider.allCases.reduce("") { words, cloud in
    words.isEmpty ? cloud.rules.displayName : words + " or " + cloud.rules.displayName
  }

  private static let cloudProvider = FieldDescriptor(
    .cloudProvider, step: .provider, label: "Cloud provider",
    help: FieldHelp(
      what: "the cloud that the link goes to.",
      whereToFind: "The list has every cloud, and says why one cannot be reached from the region.",
      example: clouds,
      more: "If you change it, what you typed for the other cloud is kept."),
    choices: .providers, wire: .string("cloud_provider"),
    presence: .required(ask: "Choose a cloud provider."),
    check: { value, _ in
      guard CloudProvider(rawValue: value) == nil else { return [] }
      let words = CloudProvider.allCases.map(\.rawValue).joined(separator: ", ")
      return [
        .blocks("\"\(DisplayText.visible(value))\" is not a cloud provider. Use one of: \(words).")
      ]
    })

  package static func cloudRegion(label: String, whereToFind: String, example: String)
    -> FieldDescriptor
  {
    FieldDescriptor(
      .cloudRegion, step: .provider, label: label,
      help: FieldHelp(
        what: "the cloud's end of the cross connect, named as the cloud names it.",
        whereToFind: whereToFind, example: example,
        more: "The list has what can be reached from the Telnyx region."),
      choices: .cloudRegions, wire: .string("cloud_provider_region"),
      presence: .required(ask: "Choose the \(label)."), reading: .code(fits: Location.isName))
  }

  package static func bandwidth(presence: FieldDescriptor.Presence, help: FieldHelp)
    -> FieldDescriptor
  {
    FieldDescriptor(
      .bandwidth, step: .bandwidth, label: "Bandwidth", help: help, choices: .bandwidths,
      wire: .integer("bandwidth_mbps"), presence: presence,
      reading: .code { Bandwidth(parsing: $0) != nil }, normalize: Bandwidth.withoutUnit,
      check: { value, _ in
        Bandwidth(parsing: value) == nil
          ? [.blocks("A bandwidth is a whole number of Mbps, such as 500.")] : []
      })
  }

  static func asn(
    label: String, usual: ASN, what: String, whereToFind: String, warning: String
  ) -> FieldDescriptor {
    FieldDescriptor(
      .asn, step: .circuits, label: label,
      help: FieldHelp(
        what: what, whereToFind: whereToFind, example: usual.description,
        more: """
          If empty, vxc sends null. In the cloud's console enter Telnyx's ASN, \(ASN.telnyx).
          """),
      wire: .integerOrNull("bgp_asn"),
      presence: .optional(whenEmpty: assigned), prefill: usual.description,
      reading: .code { ASN(parsing: $0) != nil },
      check: { value, _ in
        guard ASN(parsing: value) != usual else { return [] }
        let finding = ASN.finding(for: value)
        if let finding, finding.isBlocking { return [finding] }
        return [.warns(warning)]
      })
  }

  /// The question for a circuit's BGP key, or for the one key of both.
  ///
  /// - Parameters:
  ///   - circuit: The circuit; the primary, where one key is for both.
  ///   - limits: What the cloud accepts.
  ///   - place: Where the key is entered in the cloud's console.
  ///   - isForBoth: Whether the cloud takes one key for both circuits.
  /// - Returns: The question.
  static func bgpKey(
    _ circuit: Circuit, limits: BGPKey.Limits, place: String, isForBoth: Bool = false
  ) -> FieldDescriptor {
    FieldDescriptor(
      circuit.keyField, step: .circuits,
      label: isForBoth ? "Shared BGP key" : "\(circuit.title) BGP key",
      help: FieldHelp(
        what: isForBoth
          ? "the MD5 key of both circuits' BGP peers, \(limits.help)."
          : "the MD5 key that both BGP peers share, \(limits.help).",
        whereToFind: "Choose or generate one. \(place) needs the same key.",
        example: "20 letters and digits",
        more: "It is typed unseen, and kept out of drafts, receipts and logs."),
      circuit: circuit, wire: .string(circuit.keyWire),
      alsoSentAs: isForBoth ? [Circuit.secondary.keyWire] : [],
      presence: .optional(whenEmpty: assigned), secrecy: .unseen, isVisible: circuit.isAsked,
      check: { value, _ in BGPKey.finding(for: value, limits: limits).map { [$0] } ?? [] })
  }

  static func secondaryChoice(
    help: FieldHelp, check: @escaping @Sendable (Draft) -> [Finding] = { _ in [] }
  )
    -> FieldDescriptor
  {
    FieldDescriptor(
      .wantsSecondary, step: .circuits, label: "Secondary circuit", help: help,
      choices: .secondaryCircuit,
      circuit: .secondary, wire: .unsent, presence: .optional(whenEmpty: "no"), prefill: no,
      check: { _, draft in draft.wantsSecondary ? check(draft) : [] })
  }
}

extension BGPKey.Limits {
  fileprivate var help: String {
    "\(words) \(alphabet == .printable ? "printable characters" : "letters and digits")"
  }
}
