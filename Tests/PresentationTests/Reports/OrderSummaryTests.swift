import CrossConnect
import Flows
import Presentation
import TelnyxAPI
import TestSupport
import Testing

@Suite struct OrderSummaryTests {
  private static func lines(_ group: OrderSummary.Group) -> [String] {
    group.rows.map { "\($0.label): \($0.value)" }
  }

  @Test func `a full AWS order is summed up in six groups`() {
    let summary = OrderSummary(of: .reviewing(.fullSample(.aws)))
    #expect(summary.groups.map(\.number) == Array(1...6))
    #expect(
      summary.groups.map(\.title) == [
        "Network", "Region", "Provider", "Bandwidth", "Primary circuit", "Secondary circuit",
      ])
    #expect(
      summary.groups.map(\.step) == [
        .network, .region, .provider, .bandwidth, .circuits, .circuits,
      ])
    #expect(
      summary.groups.map(Self.lines) == [
        ["Network: prod-core (6a09cdc3)", "VXC name: test interface"],
        ["Telnyx region: ashburn-va"],
        [
          "Cloud provider: AWS Direct Connect", "AWS region: us-east-1",
          "AWS account ID: 123456789012",
        ],
        ["Bandwidth: 50 Mbps"],
        [
          "AWS-side ASN: 64512, to Telnyx's 63440",
          "Primary addresses: Telnyx 169.254.0.1, AWS 169.254.0.2",
          "Primary BGP key: 24 characters",
        ],
        [
          "Secondary circuit: Yes, my own values",
          "Secondary addresses: Telnyx 169.254.0.5, AWS 169.254.0.6",
          "Secondary BGP key: 24 characters",
        ],
      ])
    #expect(summary.price == "$100 a month; no list price for a secondary")
  }

  @Test(
    arguments: [
      (
        .aws,
        [
          "AWS-side ASN: (Telnyx assigns)", "Telnyx assigns: Primary Telnyx IP, AWS IP, BGP key",
          "Secondary circuit: No",
        ], "$100 a month"
      ),
      (
        .azure,
        [
          "Azure-side ASN: (Telnyx assigns)",
          "Telnyx assigns: Primary Telnyx IP, Azure IP, Shared BGP key",
          "Telnyx assigns: Secondary Telnyx IP, Azure IP",
        ], "depends on the bandwidth"
      ),
      (
        .googleCloud,
        [
          "Google-side ASN: (Telnyx assigns)", "Primary BGP key: (Telnyx assigns)",
          "Secondary circuit: No",
        ], "$100 a month"
      ),
    ] as [(CloudProvider, [String], String)])
  func `blanks read what becomes of them`(
    provider: CloudProvider, circuits: [String], price: String
  ) {
    let draft = Draft.sample(provider).answering([.asn: "", .name: ""])
    let summary = OrderSummary(of: .reviewing(draft))
    #expect(summary.groups.suffix(2).flatMap(Self.lines) == circuits)
    #expect(
      summary.groups.first.map(Self.lines) == [
        "Network: prod-core (6a09cdc3)", "VXC name: (no name)",
      ])
    #expect(summary.price == price)
  }

  @Test func `a bandwidth that was typed with its unit reads like one from the list`() {
    let summary = OrderSummary(of: .reviewing(.sample(.aws).answering([.bandwidth: "50 Mbps"])))
    #expect(summary.groups.map(Self.lines)[3] == ["Bandwidth: 50 Mbps"])
    #expect(summary.price == "$100 a month")
  }

  @Test func `Azure's bandwidth reads as on the circuit`() {
    let summary = OrderSummary(of: .sample(.azure))
    #expect(summary.groups.map(Self.lines)[3] == ["Bandwidth: (as on the circuit, not sent)"])
  }

  @Test func `problems and warnings stand at their line, and no secret does`() throws {
    var app = App.reviewing(
      .fullSample(.aws).answering([.asn: "65000", .primaryBGPKey: "hush-hush"]))
    app.take(
      .form(.submitPressed), .noted, .submission(.orderSent(at: .sent)),
      .submission(
        .orderAnswered(
          .failure(
            .refused(
              status: 422, [APIError(code: "1", message: "is not yours", source: "/bgp_asn")])),
          at: .answered)))
    let summary = OrderSummary(of: app)
    let line = try #require(summary.groups.flatMap(\.lines).first { $0.field == .asn })
    #expect(
      line.findings == [
        .blocks("is not yours"),
        .warns(
          "Usually 64512; it must equal your virtual private or Direct Connect gateway's ASN."),
      ])
    #expect(!"\(summary)".contains("hush"))
  }

  @Test(arguments: CloudProvider.allCases)
  func `the summary has the same fields as the form`(provider: CloudProvider) {
    let app = App.reviewing(.fullSample(provider))
    let shown = OrderSummary(of: app).groups.flatMap(\.lines).map(\.field)
    #expect(Set(shown) == Set(app.form.draft.fields.map(\.id)))
    #expect(shown.count == app.form.draft.fields.count)
  }

  @Test func `an empty form is summed up too`() {
    let summary = OrderSummary(of: .opened())
    #expect(summary.price == "(choose a bandwidth)")
    #expect(
      summary.groups.flatMap(Self.lines) == [
        "Network: prod-core (6a09cdc3)", "VXC name: (no name)", "Telnyx region: (not answered)",
        "Cloud provider: (not answered)",
      ])
  }
}

@Suite struct PriceListTests {
  @Test(
    arguments: [
      (50, 100, 200), (100, 125, 250), (200, 150, 300), (300, 175, 400), (400, 200, 500),
      (500, 225, 600), (1000, 450, 1000),
    ] as [(Int, Int, Int)])
  func `each speed has Telnyx's list price`(mbps: Int, standard: Int, azure: Int) {
    for provider in CloudProvider.allCases {
      let price = provider == .azure ? azure : standard
      #expect(
        PriceList.words(for: Bandwidth(mbps: mbps), rules: provider.rules) == "$\(price) a month")
    }
  }

  @Test(arguments: CloudProvider.allCases)
  func `another speed, and none, have no list price`(provider: CloudProvider) {
    for bandwidth in [Bandwidth(mbps: 51), Bandwidth(mbps: 10_000), nil] {
      #expect(PriceList.words(for: bandwidth, rules: provider.rules) == "no list price")
    }
    #expect(provider.rules.listPrices.count == 7)
  }

  @Test func `a price is read with its date and what it leaves out`() {
    #expect(PriceList.remark == "list price, 2026-07, without the cloud provider's charges")
  }
}
