import CrossConnect
import TestSupport
import Testing

/// Which questions are asked, and what they look like.
@Suite struct FieldTests {
  private static let shared: [FieldID] = [.network, .name, .telnyxRegion, .cloudProvider]

  @Test func `before a cloud is chosen only the shared questions are asked`() {
    #expect(Draft().fields.map(\.id) == Self.shared)
    #expect(Draft([.cloudProvider: "oracle"]).fields.map(\.id) == Self.shared)
  }

  @Test(
    arguments: [
      (
        .aws, "no",
        [
          .cloudRegion, .primaryAccount, .bandwidth, .wantsSecondary, .asn, .primaryTelnyxIP,
          .primaryCloudIP, .primaryBGPKey,
        ]
      ),
      (
        .aws, "generated",
        [
          .cloudRegion, .primaryAccount, .bandwidth, .wantsSecondary, .asn, .primaryTelnyxIP,
          .primaryCloudIP, .primaryBGPKey, .secondaryBGPKey,
        ]
      ),
      (
        .aws, "yes",
        [
          .cloudRegion, .primaryAccount, .bandwidth, .wantsSecondary, .asn, .primaryTelnyxIP,
          .primaryCloudIP, .primaryBGPKey, .secondaryTelnyxIP, .secondaryCloudIP,
          .secondaryBGPKey,
        ]
      ),
      (
        .azure, "no",
        [
          .cloudRegion, .primaryAccount, .bandwidth, .asn, .primaryTelnyxIP, .primaryCloudIP,
          .primaryBGPKey, .secondaryTelnyxIP, .secondaryCloudIP,
        ]
      ),
      (
        .googleCloud, "no",
        [.cloudRegion, .primaryAccount, .bandwidth, .wantsSecondary, .asn, .primaryBGPKey]
      ),
      (
        .googleCloud, "yes",
        [
          .cloudRegion, .primaryAccount, .bandwidth, .wantsSecondary, .asn, .primaryBGPKey,
          .secondaryAccount, .secondaryBGPKey,
        ]
      ),
    ] as [(CloudProvider, String, [FieldID])])
  func `each cloud asks its own questions`(
    provider: CloudProvider, wantsSecondary: String, fields: [FieldID]
  ) {
    let draft = Draft([.cloudProvider: provider.rawValue, .wantsSecondary: wantsSecondary])
    #expect(draft.fields.map(\.id) == Self.shared + fields)
  }

  @Test(arguments: CloudProvider.allCases)
  func `every question is on a page before the review, in the order of the pages`(
    provider: CloudProvider
  ) {
    let draft = Draft.fullSample(provider)
    let steps = draft.fields.map(\.step)
    #expect(steps == steps.sorted())
    #expect(Step.allCases.flatMap(draft.fields(in:)).map(\.id) == draft.fields.map(\.id))
    #expect(draft.fields(in: .review).isEmpty)
  }

  @Test(arguments: CloudProvider.allCases)
  func `labels fit their column`(provider: CloudProvider) {
    for field in Draft.fullSample(provider).fields {
      #expect((1...23).contains(field.label.count), "\(field.label)")
    }
  }

  @Test(
    arguments: [
      (.aws, "AWS region", "AWS account ID", "AWS-side ASN"),
      (.azure, "Azure region", "Service key", "Azure-side ASN"),
      (.googleCloud, "Google Cloud region", "Pairing key", "Google-side ASN"),
    ] as [(CloudProvider, String, String, String)])
  func `each cloud has its own words`(
    provider: CloudProvider, region: String, account: String, asn: String
  ) {
    let labels = [FieldID.cloudRegion, .primaryAccount, .asn].map {
      provider.rules.descriptor($0)?.label
    }
    #expect(labels == [region, account, asn])
  }

  @Test(
    arguments: [(.aws, "64512"), (.azure, "12076"), (.googleCloud, "16550")]
      as [(CloudProvider, String)])
  func `the usual ASN is prefilled`(provider: CloudProvider, asn: String) {
    let draft = Draft([.cloudProvider: provider.rawValue])
    #expect(draft[.asn] == asn)
    #expect(provider.rules.usualASN.description == asn)
    #expect(draft.requestSoFar["bgp_asn"] == ASN(parsing: asn).map { .integer(Int64($0.number)) })
  }

  @Test(
    arguments: [
      (.aws, [.network, .telnyxRegion, .cloudRegion, .primaryAccount, .bandwidth]),
      (.azure, [.network, .telnyxRegion, .cloudRegion, .primaryAccount]),
      (
        .googleCloud,
        [.network, .telnyxRegion, .cloudRegion, .primaryAccount, .bandwidth, .secondaryAccount]
      ),
    ] as [(CloudProvider, [FieldID])])
  func `what must be answered is asked for in a sentence`(
    provider: CloudProvider, required: [FieldID]
  ) {
    let draft = Draft([.cloudProvider: provider.rawValue, .wantsSecondary: "yes"])
    let missing = draft.fields.filter {
      if case .required(let ask) = $0.presence {
        draft[$0.id].isEmpty && draft.problems(of: $0) == [Problem(field: $0.id, .blocks(ask))]
      } else {
        false
      }
    }
    #expect(missing.map(\.id) == required)
    #expect(throws: IncompleteDraft.self) { try draft.makeRequest() }
  }

  @Test(arguments: CloudProvider.allCases)
  func `secrets are the BGP keys and nothing else`(provider: CloudProvider) {
    let secret = Draft.fullSample(provider).fields.filter { $0.secrecy == .unseen }
    let isShared = provider.rules.circuits == .alwaysPaired
    #expect(secret.map(\.id) == (isShared ? [.primaryBGPKey] : [.primaryBGPKey, .secondaryBGPKey]))
    #expect(Set(secret.flatMap(\.wireKeys)) == VirtualCrossConnect.secretKeys)
  }
}
