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
    fields: [
      SharedFields.cloudRegion(label: "AWS region", example: "us-east-1"),
      awsAccount,
      SharedFields.bandwidth(
        presence: .required(ask: "Choose a bandwidth."),
        help: """
          Bandwidth: the speed of each circuit, from those offered for this pairing, such as 50 Mbps. \
          AWS bills the hosted connection separately. It is needed.
          """),
      SharedFields.asn(
        label: "AWS-side ASN", usual: ASN(64_512),
        help: """
          AWS-side ASN: the ASN of your virtual private gateway or Direct Connect gateway, shown in the \
          AWS console under Gateways, such as 64512. Empty: Telnyx assigns it (null is sent).
          """,
        warning:
          "Usually 64512; it must equal your virtual private or Direct Connect gateway's ASN."),
    ] + AddressFields.pair(.primary, cloud: "AWS", cloudHelp: awsAddressHelp) + [
      SharedFields.bgpKey(.primary, limits: awsKeyLimits),
      SharedFields.secondaryChoice(
        help: """
          Secondary circuit: a second circuit for redundancy. It can also be added later, by enabling it. \
          With one, give it an address pair or a BGP key of its own.
          """,
        check: { draft in
          let answers: [FieldID] = [.secondaryTelnyxIP, .secondaryCloudIP, .secondaryBGPKey]
          guard answers.allSatisfy({ draft.value($0).isEmpty }) else { return [] }
          return [
            .blocks(
              "A secondary circuit needs an address pair or a BGP key here; without, choose No.")
          ]
        }),
    ] + AddressFields.pair(.secondary, cloud: "AWS", cloudHelp: awsAddressHelp) + [
      SharedFields.bgpKey(.secondary, limits: awsKeyLimits)
    ],
    nextSteps: { connect in
      [
        NextStep("AWS console > Direct Connect > Connections: accept the hosted connection."),
        NextStep("Enable the primary circuit.", action: .enablePrimary),
        NextStep(
          "AWS console: create a private virtual interface with",
          entries: [
            "BGP ASN": NextStep.Value(ASN.telnyx.description),
            "Your router peer IP": connect.value("primary_telnyx_ip"),
            "Amazon router peer IP": connect.value("primary_cloud_ip"),
            "BGP authentication key": connect.value("primary_bgp_key"),
          ]),
        NextStep("Wait until the status is \"provisioned\".", action: .checkStatus),
      ]
    })

  private static let awsKeyLimits = BGPKey.Limits(length: 6...80, alphabet: .printable)
  private static let awsAddressHelp = "the Amazon router's address in the BGP session"

  private static let awsAccount = FieldDescriptor(
    .primaryAccount, step: .provider, label: "AWS account ID",
    help: """
      AWS account ID: the 12 digits under your name, top right of the AWS console, such as \
      123456789012. The connection is offered to this account: accept it there within 1 hour. \
      It is needed.
      """,
    wire: .string("primary_cloud_account_id"),
    presence: .required(ask: "Enter the AWS account ID."),
    normalize: CloudAccount.normalizedAWS,
    check: { value, _ in CloudAccount.awsFinding(for: value).map { [$0] } ?? [] })
}
