extension ProviderRules {
  /// AWS Direct Connect: a hosted connection, offered to an account that must accept it.
  ///
  /// - SeeAlso: AWS Direct Connect, `NewPrivateVirtualInterface` (authKey 6–80 characters); Telnyx
  ///   guide "Virtual Cross Connect with AWS" (the acceptance hour, 64512).
  static let aws = ProviderRules(
    provider: .aws,
    displayName: "AWS Direct Connect",
    shortName: "AWS",
    usualASN: ASN(64_512),
    circuits: .optionalSecondary,
    bandwidthChoice: .fromCoverage,
    listPrices: PriceList.standard,
    acceptanceSeconds: 3600,
    circuitsHint: "Telnyx assigns what you leave empty. The ASN must match your AWS gateway's.",
    fields: [
      SharedFields.cloudRegion(
        label: "AWS region",
        whereToFind: "The region of your VPC, at the top right of the AWS console.",
        example: "us-east-1"),
      awsAccount,
      SharedFields.bandwidth(
        presence: .required(ask: "Choose a bandwidth."),
        help: FieldHelp(
          what: "the speed of each circuit.",
          whereToFind:
            "The list shows what is offered between the two regions, with the list price.",
          example: "50 Mbps", more: "AWS bills the hosted connection separately.")),
      SharedFields.secondaryChoice(
        help: FieldHelp(
          what: "a second circuit to the same account, for redundancy.",
          whereToFind: "You decide. You can also add it later.",
          example: "yes, with a generated key"),
        check: { draft in
          let answers: [FieldID] = [.secondaryTelnyxIP, .secondaryCloudIP, .secondaryBGPKey]
          guard answers.allSatisfy({ draft.value($0).isEmpty }) else { return [] }
          return [
            .blocks(
              "A secondary circuit needs an address pair or a BGP key here. Otherwise leave it out."
            )
          ]
        }),
      SharedFields.asn(
        label: "AWS-side ASN", usual: ASN(64_512),
        what: "the ASN of your virtual private gateway or Direct Connect gateway.",
        whereToFind: "The AWS console shows it with the gateway, under VPC or Direct Connect.",
        warning:
          "Usually 64512; it must equal your virtual private or Direct Connect gateway's ASN."),
    ] + AddressFields.pair(.primary, awsAddresses) + [
      SharedFields.bgpKey(.primary, limits: awsKeyLimits, place: awsKeyPlace)
    ] + AddressFields.pair(.secondary, awsAddresses) + [
      SharedFields.bgpKey(.secondary, limits: awsKeyLimits, place: awsKeyPlace)
    ],
    steps: [
      .ordered,
      LifeStep(
        .accepted, "Accept in AWS",
        "AWS console > Direct Connect > Connections: accept the hosted connection, one for each circuit."
      ),
      LifeStep(.enabled, "Enable", "After you accept it in AWS.", whenDue: ""),
      LifeStep(
        .configured, "Virtual interface",
        "AWS console: create a private virtual interface, one for each circuit."),
      .provisioned, .announced,
    ],
    consoleEntries: { connect, circuit in
      [
        ConsoleEntry("BGP ASN", ASN.telnyx.description),
        ConsoleEntry("Your router peer IP", connect, circuit.telnyxWire),
        ConsoleEntry("Amazon router peer IP", connect, circuit.cloudWire),
        ConsoleEntry("BGP authentication key", connect, circuit.keyWire),
      ]
    },
    commands: CloudCommand.aws,
    keyFiles: CloudKeyFile.aws)

  private static let awsKeyLimits = BGPKey.Limits(length: 6...80, alphabet: .printable)
  private static let awsKeyPlace = "AWS's virtual interface"
  private static let awsAddresses = AddressFields.Words(
    cloud: "AWS", owner: "the Amazon router's", example: "169.254.0",
    more: (
      telnyx: "The AWS console calls it \"Your router peer IP\".",
      cloud: "The AWS console calls it \"Amazon router peer IP\"."
    ))

  private static let awsAccount = FieldDescriptor(
    .primaryAccount, step: .provider, label: "AWS account ID",
    help: FieldHelp(
      what: "the account the connection is offered to; accept it there within 1 hour.",
      whereToFind: "12 digits, under your name at the top right of the AWS console.",
      example: "123456789012",
      more: "1234-5678-9012 can be pasted as it is; leading zeros count."),
    wire: .string("primary_cloud_account_id"),
    presence: .required(ask: "Enter the AWS account ID."),
    reading: .code { CloudAccount.awsFinding(for: $0) == nil },
    normalize: CloudAccount.normalizedAWS,
    check: { value, _ in CloudAccount.awsFinding(for: value).map { [$0] } ?? [] })
}
