import CrossConnect
import TestSupport
import Testing

/// What is kept and what is made of what was typed.
@Suite struct DraftTests {
  @Test(arguments: CloudProvider.allCases)
  func `an answer typed for one cloud is kept for it, and never sent for another`(
    provider: CloudProvider
  ) throws {
    let original = Draft.fullSample(provider)
    let request = try original.makeRequest()
    for other in CloudProvider.allCases where other != provider {
      var draft = original
      for id in FieldID.allCases where id.isPerProvider {
        draft[.cloudProvider] = other.rawValue
        draft[id] = Draft.fullSample(other)[id]
      }
      #expect(try draft.makeRequest() == Draft.fullSample(other).makeRequest())
      draft[.cloudProvider] = provider.rawValue
      #expect(try draft.makeRequest() == request)
    }
  }

  @Test func `another cloud starts with its own prefilled answers`() {
    var draft = Draft.sample(.aws).answering([.asn: "65000", .wantsSecondary: "yes"])
    draft[.cloudProvider] = "gce"
    #expect(draft[.asn] == "16550")
    #expect(!draft.wantsSecondary)
    draft[.cloudProvider] = "aws"
    #expect(draft[.asn] == "65000")
    #expect(draft.wantsSecondary)
  }

  @Test func `a hidden secondary circuit is kept, unsent and unchecked`() throws {
    var draft = Draft.fullSample(.aws).answering([.secondaryCloudIP: "nonsense"])
    draft[.wantsSecondary] = "no"
    let keys = try draft.makeRequest().members.map(\.key)
    #expect(!keys.contains { $0.hasPrefix("secondary") })
    #expect(draft.value(.secondaryCloudIP) == "")
    draft[.wantsSecondary] = "yes"
    #expect(draft[.secondaryCloudIP] == "nonsense")
  }

  @Test(
    arguments: [
      (.aws, .primaryAccount, " 1234-5678-9012\n", "123456789012"),
      (.aws, .network, "{6a09cdc3-8948-47f0-aa62-74ac943d6c58} ", Network.sample.id),
      (.azure, .primaryAccount, " {\(Draft.sampleUUID)}", Draft.sampleUUID),
      (
        .googleCloud, .primaryAccount, "\t\(Draft.sampleUUID)/us-east4/1 ",
        "\(Draft.sampleUUID)/us-east4/1"
      ),
      (.aws, .name, "  größe 東京  ", "größe 東京"),
      (.azure, .cloudRegion, " Washington DC ", "Washington DC"),
      (.aws, .primaryCloudIP, " 169.254.0.2/30 ", "169.254.0.2/30"),
      (.aws, .asn, " 64512 ", "64512"),
    ] as [(CloudProvider, FieldID, String, String)])
  func `an answer is sent without what a paste leaves around it`(
    provider: CloudProvider, id: FieldID, typed: String, sent: String
  ) throws {
    let draft = Draft.sample(provider).answering([id: typed])
    let field = try #require(draft.field(id))
    let key = try #require(field.wire.key)
    #expect(draft[id] == typed)
    #expect(draft.value(of: field) == sent)
    #expect(try draft.makeRequest()[key]?.text == sent)
  }

  @Test(arguments: CloudProvider.allCases)
  func `no answer may have a control character in it`(provider: CloudProvider) {
    for field in Draft.fullSample(provider).fields where field.choices == nil {
      for (text, name) in [
        ("a\u{1B}b", "U+001B (escape)"), ("a\nb", "U+000A (line break)"),
        ("a\u{9B}b", "U+009B (control character)"), ("a\u{2028}b", "U+2028 (line break)"),
      ] {
        let draft = Draft.fullSample(provider).answering([field.id: text])
        let expected: Finding = .blocks("\(field.label): remove \(name); it is not allowed here.")
        #expect(draft.problems(of: field) == [Problem(field: field.id, expected)])
      }
    }
  }

  @Test(arguments: CloudProvider.allCases)
  func `a full sample has no problem at all`(provider: CloudProvider) {
    let draft = Draft.fullSample(provider)
    #expect(Step.allCases.flatMap(draft.problems(in:)) == [])
  }

  @Test func `an unknown cloud is a problem of its own`() {
    let draft = Draft.sample(.aws).answering([.cloudProvider: "oracle"])
    #expect {
      try draft.makeRequest()
    } throws: { error in
      (error as? IncompleteDraft)?.problems == [
        Problem(
          field: .cloudProvider,
          .blocks("\"oracle\" is not a cloud provider. Use one of: aws, azure, gce."))
      ]
    }
  }

  @Test func `everything that blocks is told at once, in the order of the form`() {
    let draft = Draft([
      .cloudProvider: "aws", .primaryAccount: "1", .asn: "0", .primaryCloudIP: "x",
    ])
    #expect {
      try draft.makeRequest()
    } throws: { error in
      (error as? IncompleteDraft)?.problems == [
        Problem(field: .network, .blocks("Choose a network, create one, or enter a network ID.")),
        Problem(field: .telnyxRegion, .blocks("Choose a Telnyx region.")),
        Problem(field: .cloudRegion, .blocks("Choose the AWS region.")),
        Problem(
          field: .primaryAccount, .blocks("An AWS account ID has 12 digits; this has 1.")),
        Problem(field: .bandwidth, .blocks("Choose a bandwidth.")),
        Problem(field: .asn, .blocks("ASN 0 is reserved by RFC 7607.")),
        Problem(
          field: .primaryCloudIP,
          .blocks("\"x\" is not an IPv4 address; it looks like 169.254.0.1.")),
      ]
    }
  }
}
