extension ProviderRules {
  /// Google Partner Interconnect: an order has a pairing key for each VLAN attachment, and no
  /// addresses.
  ///
  /// Google tells the addresses only once the customer has activated the attachment.
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
    circuitsHint: """
      Telnyx assigns what you leave empty. The BGP key must match the Cloud Router's. Google shows \
      the addresses after activation.
      """,
    fields: [
      SharedFields.cloudRegion(
        label: "Google Cloud region",
        whereToFind: "The region of your VLAN attachment. Its pairing key has it in the middle.",
        example: "us-central1"),
      pairingKey(
        .primaryAccount, label: "Pairing key", attachment: "VLAN attachment",
        wireKey: "primary_cloud_account_id", ask: "Enter the pairing key of the VLAN attachment."
      ) { _, _ in [] },
      SharedFields.bandwidth(
        presence: .required(ask: "Choose a bandwidth."),
        help: FieldHelp(
          what: "the speed of each VLAN attachment.",
          whereToFind:
            "The list shows what is offered between the two regions, with the list price.",
          example: "50 Mbps", more: "Google bills the attachment separately.")),
      SharedFields.secondaryChoice(
        help: FieldHelp(
          what: "a second VLAN attachment, for redundancy.",
          whereToFind: "You choose now: Telnyx takes its pairing key only with the order.",
          example: "yes, with its pairing key",
          more: "If you order it with its key, you can also enable it later.")),
      SharedFields.asn(
        label: "Google-side ASN", usual: ASN(16_550),
        what: "the ASN of Google's Cloud Router, always 16550.",
        whereToFind: "In the Google Cloud console under Cloud Routers.",
        warning: "Google's side always uses 16550 for Partner Interconnect."),
      SharedFields.bgpKey(.primary, limits: googleKeyLimits, place: googleKeyPlace),
      pairingKey(
        .secondaryAccount, label: "Secondary pairing key", attachment: "second VLAN attachment",
        wireKey: "secondary_cloud_account_id",
        ask: "Enter the second attachment's pairing key, or leave the secondary circuit out.",
        isVisible: Circuit.secondary.isAsked, check: againstPrimary),
      SharedFields.bgpKey(.secondary, limits: googleKeyLimits, place: googleKeyPlace),
    ],
    steps: [
      .ordered,
      LifeStep(
        .accepted, "Activate at Google",
        "Google Cloud console > Interconnect > VLAN attachments: activate, then configure BGP."),
      LifeStep(
        .addressed, "Google's addresses",
        "Enter the two addresses that the attachment then shows. This enables it too."),
      LifeStep(.enabled, "Enable", "Telnyx enables it with the addresses.", whenDue: ""),
      .provisioned, .announced,
    ],
    consoleEntries: { connect, circuit in
      [
        ConsoleEntry("Peer ASN", ASN.telnyx.description),
        ConsoleEntry("MD5 authentication key", connect, circuit.keyWire),
        ConsoleEntry("MTU", "8896"),
      ]
    },
    commands: CloudCommand.googleCloud,
    keyFiles: CloudKeyFile.googleCloud)

  private static let googleKeyLimits = BGPKey.Limits(length: 1...80, alphabet: .printable)
  private static let googleKeyPlace = "Google's Cloud Router"

  private static func pairingKey(
    _ id: FieldID, label: String, attachment: String, wireKey: String, ask: String,
    isVisible: @escaping @Sendable (Draft) -> Bool = { _ in true },
    check: @escaping @Sendable (PairingKey, Draft) -> [Finding]
  ) -> FieldDescriptor {
    FieldDescriptor(
      id, step: id == .primaryAccount ? .provider : .circuits, label: label,
      help: FieldHelp(
        what: "what lets Telnyx use your \(attachment).",
        whereToFind: "The Google Cloud console shows it under Interconnect, VLAN attachments.",
        example: "7e51371e-72a3-40b5-b844-2e3efefaee59/us-central1/1",
        more: """
          Its middle is the region, its end the edge availability domain: 1, 2 or any. Anyone who has \
          it can use the attachment: keep it to yourself.
          """),
      circuit: id == .primaryAccount ? .primary : .secondary, wire: .string(wireKey),
      presence: .required(ask: ask), secrecy: .confidential,
      isVisible: isVisible, reading: .code { PairingKey($0) != nil },
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
