import CrossConnect
import Flows
import SandboxServer
import TelnyxAPI
import Testing

/// What a scenario of the whole sandbox does to lists.
@Suite struct SandboxListScenarioTests {
  /// The statuses of the lists of networks, coverage under both names, and cross connects.
  private func statuses(_ client: SandboxClient) async throws -> [Int] {
    var statuses: [Int] = []
    for route in [
      Route.networks, .crossConnectCoverage, .crossConnectCoverageRenamed, .crossConnects,
    ] {
      statuses.append(try await client.get(route.path).status)
    }
    return statuses
  }

  @Test(
    arguments: [
      ("lists-fail", [503, 503, 503, 200]), ("looks-fail", [200, 200, 200, 503]),
      ("no-networks", [200, 200, 200, 200]), ("hostile", [200, 200, 200, 200]),
      ("fail-503", [200, 200, 200, 200]), ("lists-filtered", [403, 403, 403, 403]),
      ("lists-portal", [200, 200, 200, 200]),
    ])
  func `these lists fail`(name: String, expected: [Int]) async throws {
    try await withSandbox(scenario: Scenario(named: name)) { client in
      let statuses = try await statuses(client)
      #expect(statuses == expected)
    }
  }

  @Test func `an account without networks gets its first`() async throws {
    try await withSandbox(scenario: Scenario(named: "no-networks")) { client in
      let empty = try await client.get(Route.networks.path)
      #expect(empty.json["data"] == .array([]))
      let made = try await client.post(Route.networks.path, .object(["name": .string("first")]))
      let list = try await client.get(Route.networks.path)
      #expect(list.json["data"] == .array([made.json["data"]]))
    }
  }

  @Test func `coverage is empty, and an order by hand is taken`() async throws {
    try await withSandbox(scenario: Scenario(named: "no-coverage")) { client in
      for route in [Route.crossConnectCoverage, .crossConnectCoverageRenamed] {
        let list = try await client.get(route.path)
        #expect(list.json == .object(["data": .array([])]))
      }
      _ = try await client.create(.aws, [:])
      #expect(client.sandbox.crossConnects.count == 1)
    }
  }

  @Test(arguments: ["odd-values", "hostile"])
  func `unusual lists hold what can be ordered`(name: String) async throws {
    try await withSandbox(scenario: Scenario(named: name)) { client in
      let networks = try await client.get(Route.networks.path).json["data"].elements
      #expect(networks.contains { $0["id"].text == SandboxOrders.network })
      let coverage = try await client.get(Route.crossConnectCoverage.path + "?page%5Bsize%5D=250")
      #expect(
        coverage.json["data"].elements.contains {
          $0["location"]["code"].text == "ashburn-va" && $0["cloud_provider"].text == "aws"
            && $0["cloud_provider_region"].text == "us-east-1"
        })
    }
  }

  @Test func `slow lists come late, and orders are taken`() async throws {
    try await withSandbox(scenario: Scenario(named: "lists-slow")) { client in
      _ = try await client.create(.aws, [:])
      let ordered = ContinuousClock.now
      let list = try await client.get(Route.networks.path)
      #expect(list.status == 200)
      #expect(ordered.duration(to: .now) > .seconds(2))
    }
  }
}
