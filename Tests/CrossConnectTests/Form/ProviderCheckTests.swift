import CrossConnect
import TestSupport
import Testing

/// What each cloud's own rules say about answers.
@Suite struct ProviderCheckTests {
  private static let other = "6a09cdc3-8948-47f0-aa62-74ac943d6c58"

  private static func findings(_ draft: Draft, _ id: FieldID) throws -> [Finding] {
    try draft.problems(of: #require(draft.field(id))).map(\.finding)
  }

  @Test(
    arguments: [
      (.aws, "64512", nil),
      (.aws, "0064512", nil),
      (
        .aws, "65000",
        "Usually 64512; it must equal your virtual private or Direct Connect gateway's ASN."
      ),
      (
        .aws, "1234",
        "Usually 64512; it must equal your virtual private or Direct Connect gateway's ASN."
      ),
      (.azure, "12076", nil),
      (.azure, "64512", "Azure's side always uses 12076."),
      (.googleCloud, "16550", nil),
      (.googleCloud, "64512", "Google's side always uses 16550 for Partner Interconnect."),
      (.aws, "", nil), (.azure, "", nil), (.googleCloud, "", nil),
    ] as [(CloudProvider, String, String?)])
  func `another ASN than the usual one warns`(
    provider: CloudProvider, asn: String, warning: String?
  ) throws {
    let draft = Draft.sample(provider).answering([.asn: asn])
    #expect(try Self.findings(draft, .asn) == (warning.map { [.warns($0)] } ?? []))
  }

  @Test(arguments: CloudProvider.allCases)
  func `a reserved ASN blocks on every cloud`(provider: CloudProvider) throws {
    for asn in ["0", "23456", "63440", "64496", "65535", "65536", "4294967295", "+5", "1.10"] {
      let draft = Draft.sample(provider).answering([.asn: asn])
      let findings = try Self.findings(draft, .asn)
      #expect(findings == ASN.finding(for: asn).map { [$0] }, "\(asn)")
      #expect(findings.map(\.isBlocking) == [true], "\(asn)")
    }
  }

  @Test(
    arguments: [
      ("UUID", "Frankfurt", []),
      ("my key", "Frankfurt", [.warns("A service key is usually a UUID, 8-4-4-4-12 digits.")]),
    ] as [(String, String, [Finding])])
  func `an Azure service key that isn't a UUID only warns`(
    key: String, region: String, findings: [Finding]
  ) throws {
    let text = key.replacing("UUID", with: Draft.sampleUUID)
    let draft = Draft.sample(.azure).answering([.primaryAccount: text])
    #expect(try Self.findings(draft, .primaryAccount) == findings)
    #expect(try draft.makeRequest()["primary_cloud_account_id"] == .string(text))
  }

  @Test(arguments: [
    ("UUID/us-east4/1", nil),
    ("UUID/us-east4/any", nil),
    ("UUID/us-central1/1", "The key is for us-central1; the chosen region is us-east4."),
    ("UUID/US-EAST4/1", "The key is for US-EAST4; the chosen region is us-east4."),
    ("UUID/us-east4/3", "A pairing key looks like UUID/region/1; the last part is 1, 2 or any."),
    ("UUID", "A pairing key looks like UUID/region/1; the last part is 1, 2 or any."),
  ])
  func `a Google pairing key must be for the chosen region`(key: String, sentence: String?) throws {
    let text = key.replacing("UUID", with: Draft.sampleUUID)
    let expected: [Finding] = sentence.map { [.blocks($0)] } ?? []
    let primary = Draft.sample(.googleCloud).answering([.primaryAccount: text])
    #expect(try Self.findings(primary, .primaryAccount) == expected)
    let secondary = Draft.sample(.googleCloud).answering([
      .wantsSecondary: "yes", .primaryAccount: "\(Self.other)/us-east4/2", .secondaryAccount: text,
    ])
    #expect(try Self.findings(secondary, .secondaryAccount) == expected)
  }

  @Test(
    arguments: [
      (
        "1", "UUID", "1", .blocks("This is the primary's pairing key; each attachment has its own.")
      ),
      (
        "1", "UUID", "2", .blocks("This is the primary's pairing key; each attachment has its own.")
      ),
      ("1", "OTHER", "1", .warns("Both keys are for edge availability domain 1: no redundancy.")),
      ("2", "OTHER", "2", .warns("Both keys are for edge availability domain 2: no redundancy.")),
      ("1", "OTHER", "2", nil),
      ("any", "OTHER", "any", nil),
      ("any", "OTHER", "1", nil),
    ] as [(String, String, String, Finding?)])
  func `Google's two attachments have keys and domains of their own`(
    primary: String, uuid: String, domain: String, finding: Finding?
  ) throws {
    let uuid = uuid == "UUID" ? Draft.sampleUUID.uppercased() : Self.other
    let draft = Draft.sample(.googleCloud).answering([
      .wantsSecondary: "yes", .primaryAccount: "\(Draft.sampleUUID)/us-east4/\(primary)",
      .secondaryAccount: "\(uuid)/us-east4/\(domain)",
    ])
    #expect(try Self.findings(draft, .secondaryAccount) == (finding.map { [$0] } ?? []))
  }

  @Test func `a Google secondary needs its pairing key`() throws {
    let draft = Draft.sample(.googleCloud).answering([
      .wantsSecondary: "yes", .secondaryBGPKey: "key",
    ])
    #expect(
      try Self.findings(draft, .secondaryAccount) == [
        .blocks("Enter the second attachment's pairing key, or leave the secondary circuit out.")
      ])
  }

  @Test(
    arguments: [
      ([:], true),
      ([.secondaryTelnyxIP: "169.254.0.5"], false),
      ([.secondaryCloudIP: "169.254.0.6"], false),
      ([.secondaryBGPKey: "abcdef"], false),
      ([.secondaryBGPKey: "   "], true),
      ([.primaryBGPKey: "abcdef"], true),
    ] as [([FieldID: String], Bool)])
  func `an AWS secondary needs an address or a key`(answers: [FieldID: String], blocks: Bool) throws
  {
    var draft = Draft.sample(.aws).answering([.wantsSecondary: "yes"])
    for (id, text) in answers { draft[id] = text }
    let sentence =
      "A secondary circuit needs an address pair or a BGP key here. Otherwise leave it out."
    #expect(try Self.findings(draft, .wantsSecondary) == (blocks ? [.blocks(sentence)] : []))
    draft[.wantsSecondary] = "no"
    #expect(try Self.findings(draft, .wantsSecondary) == [])
  }

  @Test(arguments: ["0", "-1", "50.5", "fast", "٥٠"])
  func `a bandwidth is a whole number of Mbps`(text: String) throws {
    for provider in CloudProvider.allCases {
      let draft = Draft.sample(provider).answering([.bandwidth: text])
      #expect(
        try Self.findings(draft, .bandwidth)
          == [.blocks("A bandwidth is a whole number of Mbps, such as 500.")])
    }
  }

  @Test func `a network ID that isn't a UUID only warns`() throws {
    let draft = Draft.sample(.aws).answering([.network: "my-network"])
    #expect(try Self.findings(draft, .network) == [.warns("A network ID is usually a UUID.")])
    #expect(try draft.makeRequest()["network_id"] == .string("my-network"))
  }
}
