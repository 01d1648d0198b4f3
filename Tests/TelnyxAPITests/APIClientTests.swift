import CrossConnect
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

@Suite struct APIClientTests {
  private static func page(_ route: String, _ number: Int) -> String {
    "GET /\(route)?page%5Bnumber%5D=\(number)&page%5Bsize%5D=250"
  }

  /// A page with these networks, of so many.
  private static func networks(_ ids: ClosedRange<Int>, of pages: String?) -> String {
    let data = ids.map { #"{"id": "\#($0)", "name": "n\#($0)"}"# }.joined(separator: ",")
    return #"{"data": [\#(data)]"# + (pages.map { #", "meta": {"total_pages": \#($0)}"# } ?? "")
      + "}"
  }

  @Test(arguments: ["2", "\"2\"", "2.0"])
  func `all pages of a list are read`(total: String) async throws {
    try await withTransport(expecting: [
      .init(Self.page("networks", 1), text: Self.networks(1...250, of: total)),
      .init(Self.page("networks", 2), text: Self.networks(251...260, of: total)),
    ]) { transport in
      let networks = try await APIClient(transport: transport, key: Secret("KEY")).networks()
      #expect(networks.map(\.id) == (1...260).map(String.init))
      #expect(networks.last == Network(id: "260", name: "n260"))
    }
  }

  @Test(arguments: ["null", "{}", "\"many\"", nil])
  func `without a number of pages, a list ends with a page that isn't full`(
    total: String?
  ) async throws {
    try await withTransport(expecting: [
      .init(Self.page("networks", 1), text: Self.networks(1...250, of: total)),
      .init(Self.page("networks", 2), text: Self.networks(251...252, of: total)),
    ]) { transport in
      let networks = try await APIClient(transport: transport, key: Secret("KEY")).networks()
      #expect(networks.count == 252)
    }
  }

  @Test func `a failure on a later page fails the list`() async {
    await withTransport(expecting: [
      .init(Self.page("networks", 1), text: Self.networks(1...250, of: "2")),
      .init(
        Self.page("networks", 2),
        fails: .outcomeUnknown(.connectionLost(detail: "reset by peer"))),
    ]) { transport in
      let client = APIClient(transport: transport, key: Secret("KEY"))
      await #expect(
        throws: APIFailure.outcomeUnknown(.lost(.connectionLost(detail: "reset by peer")))
      ) { try await client.networks() }
    }
  }

  @Test func `entries that are no networks leave the list incomplete`() async {
    await withTransport(expecting: [
      .init(
        Self.page("networks", 1),
        text: #"{"data": [null, 7, {}, {"id": null}, {"id": "a", "name": null}], "#
          + #""meta": {"total_results": 5, "total_pages": 1}}"#)
    ]) { transport in
      let client = APIClient(transport: transport, key: Secret("KEY"))
      var networks: [Network] = []
      await #expect(throws: APIFailure.incomplete(read: 1, total: 5)) {
        try await client.networks { next, _ in networks += next }
      }
      #expect(networks == [Network(id: "a", name: "")])
    }
  }

  @Test(arguments: ["{}", #"{"data": null}"#, #"{"data": {}}"#, "[]", "<html>", ""])
  func `a list that isn't one can't be read`(text: String) async {
    await withTransport(expecting: [.init(Self.page("networks", 1), text: text)]) { transport in
      let client = APIClient(transport: transport, key: Secret("KEY"))
      await #expect(throws: APIFailure.outcomeUnknown(.unreadable(status: 200))) {
        try await client.networks()
      }
    }
  }

  private static let row = """
    {"data": [{"available_bandwidth": [50], "cloud_provider": "aws",
     "cloud_provider_region": "us-east-1", "location": {"code": "ashburn-va",
     "name": "Ashburn VA, US", "pop": "DC2", "region": "AMER", "site": "IAD"}},
     {"cloud_provider": "oracle"}], "meta": {"total_results": 2, "total_pages": 1}}
    """
  private static let coverage = Coverage(records: [
    .row(
      Coverage.Row(
        location: .ashburn, provider: .aws, cloudRegion: "us-east-1",
        bandwidths: [Bandwidth(mbps: 50)])),
    .otherCloud("oracle"),
  ])

  @Test func `coverage is read under its first name`() async throws {
    try await withTransport(expecting: [
      .init(Self.page("virtual_cross_connects_coverage", 1), text: Self.row)
    ]) { transport in
      let coverage = try await APIClient(transport: transport, key: Secret("KEY")).coverage()
      #expect(coverage == Self.coverage)
    }
  }

  @Test func `coverage that isn't found is read under its second name`() async throws {
    try await withTransport(expecting: [
      .init(
        Self.page("virtual_cross_connects_coverage", 1), status: 404, text: "<h1>Not found</h1>"),
      .init(Self.page("virtual_cross_connects/coverage", 1), text: Self.row),
    ]) { transport in
      let coverage = try await APIClient(transport: transport, key: Secret("KEY")).coverage()
      #expect(coverage == Self.coverage)
    }
  }

  @Test(arguments: [401, 403, 422, 429, 500, 503])
  func `coverage that fails otherwise isn't tried again`(status: Int) async {
    await withTransport(expecting: [
      .init(Self.page("virtual_cross_connects_coverage", 1), status: status, text: "{}")
    ]) { transport in
      let client = APIClient(transport: transport, key: Secret("KEY"))
      await #expect(throws: APIFailure.self) { try await client.coverage() }
    }
  }

  @Test func `a key is checked with one small request`() async throws {
    try await withTransport(expecting: [
      .init("GET /networks?page%5Bsize%5D=1", text: #"{"data": []}"#)
    ]) { transport in
      try await APIClient(transport: transport, key: Secret("KEY0123")).checkKey()
      #expect(transport.received.map(\.key.revealed) == ["KEY0123"])
      #expect(transport.received.map(\.method) == [.get])
    }
  }

  @Test(arguments: CloudProvider.allCases)
  func `an order is one POST of just its body`(provider: CloudProvider) async throws {
    let request = try Draft.fullSample(provider).makeRequest()
    let answer = JSONValue.object([
      "data": .object(VirtualCrossConnect.sampleMembers(provider))
    ])
    try await withTransport(expecting: [
      .init(
        "POST /virtual_cross_connects", sends: try JSONValue(parsing: request.body), status: 201,
        text: answer.jsonText)
    ]) { transport in
      let connect = try await APIClient(transport: transport, key: Secret("KEY")).create(request)
      #expect(connect == VirtualCrossConnect.sample(provider))
      #expect(transport.received.map(\.method) == [.post])
      #expect(transport.received.map(\.body) == [request.body])
    }
  }

  @Test(arguments: [
    (200, "<html>"), (200, ""), (201, "{}"), (200, #"{"data": null}"#), (202, #"{"data": []}"#),
    (200, #"{"data": {"id": ""}}"#), (200, "[]"), (204, ""),
  ])
  func `a success that can't be read leaves the order's outcome unknown`(
    status: Int, text: String
  ) async throws {
    let request = try Draft.sample(.aws).makeRequest()
    await withTransport(expecting: [
      .init(
        "POST /virtual_cross_connects", sends: try? JSONValue(parsing: request.body),
        status: status, text: text)
    ]) { transport in
      let client = APIClient(transport: transport, key: Secret("KEY"))
      await #expect(throws: APIFailure.outcomeUnknown(.unreadable(status: status))) {
        try await client.create(request)
      }
    }
  }

  @Test func `a network is created, a cross connect looked for, followed and enabled`() async throws
  {
    let id = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0"
    let connect = JSONValue.object(VirtualCrossConnect.sampleMembers(.aws))
    let one = JSONValue.object(["data": connect]).jsonText
    let meta = JSONValue.object(["total_pages": .integer(1), "total_results": .integer(2)])
    try await withTransport(expecting: [
      .init(
        "POST /networks", sends: .object(["name": .string("größe \"1\"")]),
        text: #"{"data": {"id": "n1", "name": "größe \"1\""}}"#),
      .init(
        "GET /virtual_cross_connects?filter%5Bnetwork_id%5D=n1&page%5Bnumber%5D=1"
          + "&page%5Bsize%5D=250",
        text: JSONValue.object(["data": .array([connect, .null]), "meta": meta]).jsonText),
      .init("GET /virtual_cross_connects/\(id)", text: one),
      .init(
        "PATCH /virtual_cross_connects/\(id)", sends: .object(["primary_enabled": .bool(true)]),
        text: one),
    ]) { transport in
      let client = APIClient(transport: transport, key: Secret("KEY"))
      let sample = try #require(VirtualCrossConnect.sample(.aws))
      #expect(
        try await client.createNetwork(named: "größe \"1\"")
          == Network(id: "n1", name: "größe \"1\""))
      let list = await client.crossConnects(onNetwork: "n1")
      #expect(list == CrossConnectList([sample], failure: .incomplete(read: 1, total: 2)))
      #expect(try await client.crossConnect(id: id) == sample)
      #expect(try await client.perform(.enable([.primary]), id: id, provider: .aws) == sample)
    }
  }
}
