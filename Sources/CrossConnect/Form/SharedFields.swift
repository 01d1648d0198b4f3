/// The questions that are the same for every provider, and the makings of those that nearly are.
enum SharedFields {
  static let yes = "yes"
  static let no = "no"
  static let assigned = "Telnyx assigns"

  static let all: [FieldDescriptor] = [network, name, telnyxRegion, cloudProvider]

  private static let network = FieldDescriptor(
    .network, step: .network, label: "Network",
    help: """
      Network: the Telnyx network that the cross connect joins, found by its name or ID. \
      New network creates one here; Enter ID takes one such as \
      6a09cdc3-8948-47f0-aa62-74ac943d6c58. It is needed.
      """,
    input: .choice, wire: .string("network_id"),
    presence: .required(ask: "Choose a network, create one, or enter a network ID."),
    normalize: CloudAccount.withoutBraces,
    check: { value, _ in
      CloudAccount.isUUID(value) ? [] : [.warns("A network ID is usually a UUID.")]
    })

  private static let name = FieldDescriptor(
    .name, step: .network, label: "VXC name",
    help: """
      VXC name: what this cross connect is called in Telnyx's portal and API, in any letters, \
      such as aws-prod-use1. It may be empty, but a name tells one VXC from another.
      """,
    wire: .string("name"), presence: .optional(whenEmpty: "no name"))

  private static let telnyxRegion = FieldDescriptor(
    .telnyxRegion, step: .region, label: "Telnyx region",
    help: """
      Telnyx region: where Telnyx's end of the cross connect is, such as ashburn-va. Type to filter by \
      code, city, PoP, AMER/EMEA/APAC, or a cloud region that has to be reached, like us-east-1. \
      It is needed.
      """,
    input: .choice, wire: .string("region_code"),
    presence: .required(ask: "Choose a Telnyx region."))

  private static let cloudProvider = FieldDescriptor(
    .cloudProvider, step: .provider, label: "Cloud provider",
    help: """
      Cloud provider: the cloud to be linked. Those that can't be reached from the Telnyx region are \
      listed with the reason. Changing it keeps what you typed for the other one. It is needed.
      """,
    input: .choice, wire: .string("cloud_provider"),
    presence: .required(ask: "Choose a cloud provider."),
    check: { value, _ in
      CloudProvider(rawValue: value) == nil ? [.blocks("Choose a cloud provider.")] : []
    })

  static func cloudRegion(label: String, example: String, hint: String = "") -> FieldDescriptor {
    FieldDescriptor(
      .cloudRegion, step: .provider, label: label,
      help: """
        \(label): the cloud's end of the cross connect, named as the cloud names it, such as \
        \(example).\(hint) It is needed.
        """,
      input: .choice, wire: .string("cloud_provider_region"),
      presence: .required(ask: "Choose the \(label)."))
  }

  static func bandwidth(presence: FieldDescriptor.Presence, help: String) -> FieldDescriptor {
    FieldDescriptor(
      .bandwidth, step: .bandwidth, label: "Bandwidth", help: help, input: .choice,
      wire: .integer("bandwidth_mbps"), presence: presence,
      check: { value, _ in
        Bandwidth(parsing: value) == nil
          ? [.blocks("A bandwidth is a whole number of Mbps, such as 500.")] : []
      })
  }

  static func asn(label: String, usual: ASN, help: String, warning: String) -> FieldDescriptor {
    FieldDescriptor(
      .asn, step: .circuits, label: label, help: help, wire: .integerOrNull("bgp_asn"),
      presence: .optional(whenEmpty: assigned), prefill: usual.description,
      check: { value, _ in
        guard ASN(parsing: value) != usual else { return [] }
        let finding = ASN.finding(for: value)
        if let finding, finding.isBlocking { return [finding] }
        return [.warns(warning)]
      })
  }

  static func bgpKey(_ circuit: Circuit, limits: BGPKey.Limits) -> FieldDescriptor {
    FieldDescriptor(
      circuit.keyField, step: .circuits, label: "\(circuit.title) BGP key",
      help: """
        \(circuit.title) BGP key: the MD5 key both BGP peers share, \(limits.help). \
        Typed unseen: Ctrl-T shows it, Generate makes one. Empty: Telnyx makes one.
        """,
      input: .secret, wire: .string(circuit.keyWire), presence: .optional(whenEmpty: assigned),
      isVisible: circuit.isAsked,
      check: { value, _ in BGPKey.finding(for: value, limits: limits).map { [$0] } ?? [] })
  }

  static func secondaryChoice(
    help: String, check: @escaping @Sendable (Draft) -> [Finding] = { _ in [] }
  )
    -> FieldDescriptor
  {
    FieldDescriptor(
      .wantsSecondary, step: .circuits, label: "Secondary circuit", help: help, input: .choice,
      wire: .unsent, presence: .optional(whenEmpty: "no"), prefill: no,
      check: { _, draft in draft.wantsSecondary ? check(draft) : [] })
  }
}

extension BGPKey.Limits {
  fileprivate var help: String {
    "\(words) \(alphabet == .printable ? "printable characters" : "letters and digits")"
  }
}
