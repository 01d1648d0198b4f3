extension ProviderRules {
  /// Azure ExpressRoute: one service key that covers two circuits, ordered as a pair.
  ///
  /// - SeeAlso: Azure, "ExpressRoute routing requirements" (12076, the /30s) and "Create and modify
  ///   peering" (an MD5 hash of at most 25 letters and digits).
  static let azure = ProviderRules(
    provider: .azure,
    displayName: "Azure ExpressRoute",
    shortName: "Azure",
    usualASN: ASN(12_076),
    circuits: .alwaysPaired,
    bandwidthChoice: .onTheCircuit,
    listPrices: PriceList.azure,
    acceptanceSeconds: nil,
    circuitsHint: "Telnyx assigns what you leave empty. Azure's peering needs the same values.",
    fields: [
      SharedFields.cloudRegion(
        label: "Azure region",
        whereToFind: "The peering location on the circuit's overview page in the Azure portal.",
        example: "Frankfurt"),
      azureServiceKey,
      SharedFields.bandwidth(
        presence: .optional(whenEmpty: "as on the circuit, not sent"),
        help: FieldHelp(
          what: "the speed set on your ExpressRoute circuit.",
          whereToFind:
            "The circuit's page in the Azure portal shows it. Choose it to see Telnyx's price.",
          example: "200 Mbps", more: "If you choose one, it is sent with the order.")),
      SharedFields.asn(
        label: "Azure-side ASN", usual: ASN(12_076),
        what: "Microsoft's ASN, always 12076.",
        whereToFind: "It is the same for every ExpressRoute circuit.",
        warning: "Azure's side always uses 12076."),
    ] + azureAddressPair(.primary) + [azureKey]
      + azureAddressPair(.secondary),
    steps: [
      .ordered,
      LifeStep(.enabled, "Enable", "Both circuits at once; Azure's cannot be enabled separately."),
      .provisioned,
      LifeStep(
        .configured, "Private peering",
        "Azure portal > ExpressRoute circuit > Peerings: add Azure private peering."),
      .announced,
    ],
    consoleEntries: { connect, _ in
      [
        ConsoleEntry("Peer ASN", ASN.telnyx.description),
        ConsoleEntry("Primary subnet", Self.subnet(around: connect.text("primary_cloud_ip"))),
        ConsoleEntry("Secondary subnet", Self.subnet(around: connect.text("secondary_cloud_ip"))),
        ConsoleEntry("VLAN ID", "any"),
        ConsoleEntry("Shared key", connect, Circuit.primary.keyWire),
      ]
    },
    commands: CloudCommand.azure,
    keyFiles: CloudKeyFile.azure)

  private static func subnet(around address: String?) -> String {
    address.flatMap { PeerAddress($0) }?.pairNetwork.description ?? "not assigned yet"
  }

  private static let azureServiceKey = FieldDescriptor(
    .primaryAccount, step: .provider, label: "Service key",
    help: FieldHelp(
      what: "the key that lets Telnyx use your ExpressRoute circuit. It serves both circuits.",
      whereToFind: "On the circuit's overview page in the Azure portal.",
      example: "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
      more: """
        The circuit's provider has to be Equinix. Anyone who has the key can use the circuit: keep it to \
        yourself.
        """),
    wire: .string("primary_cloud_account_id"),
    presence: .required(ask: "Enter the service key."), secrecy: .confidential,
    reading: .code(fits: CloudAccount.isUUID), normalize: CloudAccount.withoutBraces,
    check: { value, _ in CloudAccount.serviceKeyFinding(for: value).map { [$0] } ?? [] })

  private static func azureAddressPair(_ circuit: Circuit) -> [FieldDescriptor] {
    AddressFields.pair(
      circuit, azureAddresses,
      telnyxCheck: {
        $0.placeInPair == 2
          ? .warns("Azure expects Telnyx at the first usable address of the /30.") : nil
      })
  }

  /// Azure takes one shared key for the pair: two different keys could not both work.
  private static let azureKey = SharedFields.bgpKey(
    .primary, limits: BGPKey.Limits(length: 1...25, alphabet: .lettersAndDigits),
    place: "Azure's private peering", isForBoth: true)

  private static let azureAddresses = AddressFields.Words(
    cloud: "Azure", owner: "Microsoft's", example: "10.0.0",
    more: (
      telnyx: "Azure expects the first usable address of the /30 here.",
      cloud: "Azure uses the second usable address of the /30."
    ))
}
