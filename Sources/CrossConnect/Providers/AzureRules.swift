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
    fields: [
      SharedFields.cloudRegion(
        label: "Azure region", example: "Frankfurt", hint: " It is the circuit's peering location."),
      azureServiceKey,
      SharedFields.bandwidth(
        presence: .optional(whenEmpty: "as on the circuit (not sent)"),
        help: """
          Bandwidth: set on the ExpressRoute circuit in the Azure portal, and not sent. To see Telnyx's \
          price, or to send it all the same, pick the circuit's, such as 200 Mbps.
          """),
      SharedFields.asn(
        label: "Azure-side ASN", usual: ASN(12_076),
        help: """
          Azure-side ASN: Microsoft's own, 12076 for every ExpressRoute circuit. \
          Empty: Telnyx assigns it (null is sent).
          """,
        warning: "Azure's side always uses 12076."),
    ] + azureCircuit(.primary) + azureCircuit(.secondary),
    nextSteps: { connect in
      [
        NextStep("Enable both circuits; Azure's can't be told apart.", action: .enablePrimary),
        NextStep("Wait until the status is \"provisioned\".", action: .checkStatus),
        NextStep(
          "Azure portal > ExpressRoute circuit > Peerings: add Azure private peering with",
          entries: [
            "Peer ASN": NextStep.Value(ASN.telnyx.description),
            "Primary subnet": Self.subnet(around: connect.text("primary_cloud_ip")),
            "Secondary subnet": Self.subnet(around: connect.text("secondary_cloud_ip")),
            "VLAN ID": "any",
            "Shared key": connect.value("primary_bgp_key"),
          ]),
      ]
    })

  private static func subnet(around address: String?) -> NextStep.Value {
    guard let address = address.flatMap({ PeerAddress($0) }) else { return "not assigned yet" }
    return NextStep.Value(address.pairNetwork.description)
  }

  private static let azureServiceKey = FieldDescriptor(
    .primaryAccount, step: .provider, label: "Service key",
    help: """
      Service key: shown on the ExpressRoute circuit's overview page in the Azure portal, a UUID such as \
      6a09cdc3-8948-47f0-aa62-74ac943d6c58. It serves both circuits. Keep it to yourself. It is needed.
      """,
    wire: .string("primary_cloud_account_id"),
    presence: .required(ask: "Enter the service key."), isConfidential: true,
    normalize: CloudAccount.withoutBraces,
    check: { value, _ in CloudAccount.serviceKeyFinding(for: value).map { [$0] } ?? [] })

  private static func azureCircuit(_ circuit: Circuit) -> [FieldDescriptor] {
    AddressFields.pair(
      circuit, cloud: "Azure", cloudHelp: "Microsoft's address in the BGP session",
      telnyxCheck: {
        $0.placeInPair == 2
          ? .warns("Azure expects Telnyx at the first usable address of the /30.") : nil
      })
      + [
        SharedFields.bgpKey(
          circuit, limits: BGPKey.Limits(length: 1...25, alphabet: .lettersAndDigits))
      ]
  }
}
