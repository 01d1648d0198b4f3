import CrossConnect
import SandboxServer
import TelnyxAPI
import Testing

struct SandboxCoverageTests {
  @Test func `coverage spans three providers and three parts of the world`() async throws {
    try await withSandbox { client in
      let rows = try await rows(client, [("page[size]", "250")])

      #expect(rows.count >= 30)
      #expect(Set(rows.map(\.provider)) == Set(CloudProvider.allCases))
      #expect(Set(rows.map(\.location.area)) == ["AMER", "EMEA", "APAC"])
      let providers = Dictionary(grouping: rows, by: \.location.code)
        .mapValues { Set($0.map(\.provider)) }
      #expect(providers["dublin-ie"] == [.aws], "one location reaches only AWS")
      #expect(rows.allSatisfy { !$0.bandwidths.isEmpty && !$0.cloudRegion.isEmpty })
    }
  }

  @Test func `a row is as the contract has it, under both paths`() async throws {
    try await withSandbox { client in
      let query = [("filter[location.code]", "frankfurt-de"), ("filter[cloud_provider]", "azure")]
      let old = try await client.get(Route.crossConnectCoverage.path(query: query))
      let new = try await client.get(Route.crossConnectCoverageRenamed.path(query: query))

      #expect(old.body == new.body)
      #expect(
        old.json["data"].elements == [
          .object([
            "record_type": .string("virtual_cross_connects_coverage"),
            "cloud_provider": .string("azure"),
            "cloud_provider_region": .string("Frankfurt"),
            "available_bandwidth": .array(
              [50, 100, 200, 300, 400, 500, 1000].map { .integer($0) }),
            "location": .object([
              "code": .string("frankfurt-de"), "name": .string("Frankfurt, DE"),
              "pop": .string("FR5"), "region": .string("EMEA"), "site": .string("FRA"),
            ]),
          ])
        ])
    }
  }

  @Test(arguments: [
    ("filter[cloud_provider]", "gce"), ("filter[cloud_provider_region]", "us-east-1"),
    ("filter[location.code]", "tokyo-jp"), ("filter[location.pop]", "SV1"),
    ("filter[location.site]", "LHR"), ("filter[location.region]", "APAC"),
    ("filters[available_bandwidth]", "1000"), ("filters[available_bandwidth][contains]", "2000"),
  ])
  func `each filter leaves some rows and all that match`(name: String, value: String) async throws {
    try await withSandbox { client in
      let all = try await rows(client, [("page[size]", "250")])
      let found = try await rows(client, [(name, value), ("page[size]", "250")])

      #expect(!found.isEmpty)
      #expect(found == all.filter { matches($0, name, value) })
    }
  }

  @Test func `filters are joined, and one that nothing matches leaves nothing`() async throws {
    try await withSandbox { client in
      let query = [("filter[location.code]", "dublin-ie"), ("filter[cloud_provider]", "gce")]
      let found = try await rows(client, query)

      #expect(found == [])
    }
  }

  @Test func `a filter with a word that is none is refused`() async throws {
    try await withSandbox { client in
      let path = Route.crossConnectCoverage.path(query: [("filter[cloud_provider]", "gcp")])
      let reply = try await client.get(path)

      #expect(reply.status == 422)
      #expect(
        reply.json["errors"].elements.first?["source"]["parameter"].text
          == "filter[cloud_provider]")
    }
  }

  @Test func `all pages together are the whole list`() async throws {
    try await withSandbox { client in
      let all = try await rows(client, [("page[size]", "250")])
      var collected: [Coverage.Row] = []
      for page in 1...4 {
        collected += try await rows(client, [("page[number]", "\(page)")])
      }

      #expect(collected == all)
    }
  }

  @Test func `network coverage says where there are cross connects`() async throws {
    try await withSandbox { client in
      let path = Route.networkCoverage.path(query: [
        ("filters[available_services][contains]", "virtual_cross_connect"), ("page[size]", "250"),
      ])
      let found = try await client.get(path).json["data"].elements
        .compactMap { $0["location"]["code"].text }
      let covered = Coverage(try await rows(client, [("page[size]", "250")])).locations.map(\.code)

      #expect(found == covered)
      let only = Route.networkCoverage.path(query: [("filters[available_services]", "cloud_vpn")])
      #expect(try await client.get(only).status == 200)
    }
  }

  @Test func `regions are a list without pages`() async throws {
    try await withSandbox { client in
      let json = try await client.get(Route.regions.path).json

      #expect(json.members.keys.sorted() == ["data"])
      let denver = json["data"].elements.first { $0["code"] == .string("denver-co") }
      #expect(denver?["supported_interfaces"] == .array([.string("wireguard_interface")]))
    }
  }

  private func rows(
    _ client: SandboxClient, _ query: [(name: String, value: String)]
  ) async throws -> [Coverage.Row] {
    let reply = try await client.get(Route.crossConnectCoverage.path(query: query))
    return reply.json["data"].elements.compactMap { Coverage.Row($0) }
  }

  private func matches(_ row: Coverage.Row, _ name: String, _ value: String) -> Bool {
    switch name {
    case "filter[cloud_provider]": row.provider.rawValue == value
    case "filter[cloud_provider_region]": row.cloudRegion == value
    case "filter[location.code]": row.location.code == value
    case "filter[location.pop]": row.location.pop == value
    case "filter[location.site]": row.location.site == value
    case "filter[location.region]": row.location.area == value
    case "filters[available_bandwidth]": row.bandwidths.map(\.mbps) == [Int(value)]
    default: row.bandwidths.contains { String($0.mbps) == value }
    }
  }
}
