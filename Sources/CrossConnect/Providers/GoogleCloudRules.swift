extension ProviderRules {
  /// Google Partner Interconnect: a pairing key for each VLAN attachment, and no addresses, since Google
  /// tells them only after it has accepted.
  ///
  /// - SeeAlso: Google Compute Engine API, `InterconnectAttachment.pairingKey` and
  ///   `RouterMd5AuthenticationKey` (at most 80 characters); Partner Interconnect overview (16550).
  static let googleCloud = ProviderRules(
    provider: .googleCloud,
    displayName: "Google Partner Interconnect",
    shortName: "Google",
    usualASN: ASN(16_550),
    circuits: .optionalSecondary,
    bandwidthChoice: .fromCoverage,
    listPrices: PriceList.standard,
    acceptanceSeconds: nil,
    fields: [
      SharedFields.cloudRegion(label: "Google Cloud region", example: "us-central1"),
      pairingKey(
        .primaryAccount, label: "Pairing key", wireKey: "primary_cloud_account_id",
        ask: "Enter the pairing key of the VLAN attachment."
      ) { _, _ in [] },
      SharedFields.bandwidth(
        presence: .required(ask: "Choose a bandwidth."),
        help: """
          Bandwidth: the speed of each VLAN attachment, from those offered for this pairing, such as \
          50 Mbps. Google bills the attachment separately. It is needed.
          """),
      SharedFields.asn(
        label: "Google-side ASN", usual: ASN(16_550),
        help: """
          Google-side ASN: the Cloud Router's, 16550 for every Partner Interconnect. \
          Empty: Telnyx assigns it (null is sent).
          """,
        warning: "Google's side always uses 16550 for Partner Interconnect."),
      SharedFields.bgpKey(.primary, limits: googleKeyLimits),
      SharedFields.secondaryChoice(
        help: """
          Secondary circuit: a second VLAN attachment for redundancy, with a pairing key of its own. It can \
          be enabled later only if the key is given now: Telnyx takes none afterwards.
          """),
      pairingKey(
        .secondaryAccount, label: "Secondary pairing key", wireKey: "secondary_cloud_account_id",
        ask: "Enter the second attachment's pairing key, or choose No secondary circuit.",
        isVisible: Circuit.secondary.isAsked, check: againstPrimary),
      SharedFields.bgpKey(.secondary, limits: googleKeyLimits),
    ],
    nextSteps: { connect in
      [
        NextStep(
          "Google Cloud console > Interconnect > VLAN attachments: activate it, then configure BGP with",
          entries: [
            "Peer ASN": NextStep.Value(ASN.telnyx.description),
            "MD5 authentication key": connect.value("primary_bgp_key"),
            "MTU": "8896",
          ]),
        NextStep(
          "While the status is \"created\", PATCH the addresses that Google shows, in CIDR form",
          entries: [
            "primary_cloud_ip": "Google's \"Cloud Router BGP IP\"",
            "primary_telnyx_ip": "Google's \"BGP peer IP\"",
            "primary_enabled": "true, in the same PATCH",
          ]),
        NextStep("Wait until the status is \"provisioned\".", action: .checkStatus),
      ]
    })

  private static let googleKeyLimits = BGPKey.Limits(length: 1...80, alphabet: .printable)

  private static func pairingKey(
    _ id: FieldID, label: String, wireKey: String, ask: String,
    isVisible: @escaping @Sendable (Draft) -> Bool = { _ in true },
    check: @escaping @Sendable (PairingKey, Draft) -> [Finding]
  ) -> FieldDescriptor {
    FieldDescriptor(
      id, step: id == .primaryAccount ? .provider : .circuits, label: label,
      help: """
        \(label): the Google Cloud console shows it with the VLAN attachment, such as \
        7e51371e-72a3-40b5-b844-2e3efefaee59/us-central1/1. Keep it secret. It is needed.
        """,
      wire: .string(wireKey), presence: .required(ask: ask), isConfidential: true,
      isVisible: isVisible,
      check: { value, draft in
        guard let key = PairingKey(value) else {
          return [.blocks("A pairing key looks like UUID/region/1; the last part is 1, 2 or any.")]
        }
        let region = draft.value(.cloudRegion)
        guard region.isEmpty || key.cloudRegion == region else {
          return [.blocks("The key is for \(key.cloudRegion); the chosen region is \(region).")]
        }
        return check(key, draft)
      })
  }

  private static func againstPrimary(_ key: PairingKey, _ draft: Draft) -> [Finding] {
    guard let primary = PairingKey(draft.value(.primaryAccount)) else { return [] }
    guard key.uuid.lowercased() != primary.uuid.lowercased() else {
      return [.blocks("This is the primary's pairing key; each attachment has its own.")]
    }
    guard key.domain == primary.domain, key.domain != .any else { return [] }
    return [
      .warns("Both keys are for edge availability domain \(key.domain.rawValue): no redundancy.")
    ]
  }
}
