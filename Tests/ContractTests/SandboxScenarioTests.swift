import CrossConnect
import Flows
import SandboxServer
import TelnyxAPI
import TestSupport
import Testing

/// What the sandbox does to an order by a name, and to everything by its configuration.
@Suite struct SandboxScenarioTests {
  /// What an order comes to.
  struct Expectation: Sendable, CustomTestStringConvertible {
    let name: String
    /// The status; `nil` if no whole answer comes.
    let status: Int?
    let creates: Int

    init(_ name: String, _ status: Int?, creates: Int = 0) {
      self.name = name
      self.status = status
      self.creates = creates
    }

    var testDescription: String { name }
  }

  static let expectations =
    [
      Expectation("fail-422", 422), Expectation("fail-422-pointers", 422),
      Expectation("fail-422-many", 422), Expectation("fail-422-hostile", 422),
      Expectation("fail-422-echo", 422), Expectation("fail-400", 400),
      Expectation("fail-401", 401), Expectation("fail-403", 403), Expectation("fail-404", 404),
      Expectation("fail-409", 409), Expectation("fail-429", 429),
      Expectation("fail-429-date", 429), Expectation("filtered", 403),
      Expectation("redirect", 307), Expectation("portal", 302),
      Expectation("redirect-after", 303, creates: 1), Expectation("packed", 200, creates: 1),
      Expectation("fail-408", 408), Expectation("fail-500", 500), Expectation("fail-503", 503),
      Expectation("lost", nil, creates: 1), Expectation("dropped", nil),
      Expectation("truncated", nil, creates: 1), Expectation("huge", nil, creates: 1),
      Expectation("empty", 200, creates: 1), Expectation("not-json", 200, creates: 1),
      Expectation("wrong-shape", 200, creates: 1), Expectation("odd-values", 200, creates: 1),
      Expectation("hostile", 200, creates: 1), Expectation("looks-fail", nil, creates: 1),
      Expectation("lost-recased", nil, creates: 1), Expectation("lost-masked", nil, creates: 1),
      Expectation("lost-twin", nil, creates: 2), Expectation("lost-ahead", nil, creates: 1),
      Expectation("lost-behind", nil, creates: 1),
      Expectation("lost-short-pages", nil, creates: 1),
    ] + changes.map { Expectation($0, 200, creates: 1) }

  /// Those that concern what is done afterwards.
  static let changes = [
    "change-409", "change-422", "change-429", "change-500", "change-lost", "change-slow",
    "change-gone", "change-elsewhere",
  ]

  /// Those that are about time, and have tests of their own.
  static let timed = ["silent", "drip", "slow"]

  @Test func `every magic name is in this table`() {
    #expect(
      Scenario.all.filter(\.isMagicName).map(\.name).sorted()
        == (Self.expectations.map(\.name) + Self.timed).sorted())
    #expect(Set(Scenario.all.map(\.name)).count == Scenario.all.count)
    #expect(Scenario.all.allSatisfy { $0.isMagicName || $0.concernsLists })
    #expect(Scenario(named: "no such scenario") == nil)
  }

  @Test(arguments: expectations)
  func `an order of this name comes to this`(expected: Expectation) async throws {
    try await withSandbox { client in
      let order = SandboxOrders.order(.aws, ["name": .string(expected.name)])
      let reply = try? await client.post(Route.crossConnects.path, order)

      #expect(reply?.status == expected.status)
      #expect(client.sandbox.crossConnects.count == expected.creates)
      #expect(client.sandbox.orderCount == 1)
    }
  }

  @Test(arguments: ["fail-422", "lost", "hostile"])
  func `a scenario does the same to an order of any name`(name: String) async throws {
    let expected = try #require(Self.expectations.first { $0.name == name })
    try await withSandbox(scenario: Scenario(named: name)) { client in
      let reply = try? await client.post(Route.crossConnects.path, SandboxOrders.order(.azure))

      #expect(reply?.status == expected.status)
      #expect(client.sandbox.crossConnects.count == expected.creates)
    }
  }

  @Test func `field errors come with pointers of every style`() async throws {
    try await withSandbox { client in
      let several = try await client.order(named: "fail-422")
      #expect(several.pointers == ["/primary_cloud_ip", "/data/primary_bgp_key", "bgp_asn", "-"])
      let all = try await client.order(named: "fail-422-pointers")
      #expect(
        all.pointers == [
          "/name", "/data/region_code", "#/cloud_provider_region", "primary_cloud_account_id",
          "body.bandwidth_mbps", "$.bgp_asn", "/virtual_cross_connect/network_id",
          "/billing_group_id", "",
        ])
      let many = try await client.order(named: "fail-422-many")
      #expect(many.pointers.count == 200)
    }
  }

  @Test func `the time to wait comes as seconds or as a date`() async throws {
    try await withSandbox { client in
      let seconds = try await client.order(named: "fail-429")
      #expect(seconds.headers["retry-after"] == "5")
      // Ten seconds after the clock of these tests.
      let date = try await client.order(named: "fail-429-date")
      #expect(date.headers["retry-after"] == "Wed, 15 Jul 2026 13:00:10 GMT")
    }
  }

  @Test func `a page of a proxy is HTML, and a redirect leads nowhere`() async throws {
    try await withSandbox { client in
      for name in ["fail-500", "filtered", "portal", "not-json"] {
        let reply = try await client.order(named: name)
        #expect(reply.headers["content-type"] == "text/html")
      }
      let redirect = try await client.order(named: "redirect")
      #expect(redirect.headers["location"]?.hasPrefix("https://elsewhere.invalid/") == true)
    }
  }

  @Test func `an echo holds everything that was sent`() async throws {
    try await withSandbox { client in
      let reply = try await client.order(named: "fail-422-echo")
      let text = reply.json.jsonText
      #expect(text.contains("Bearer \(client.sandbox.key.revealed)"))
      #expect(text.contains("123456789012"))
    }
  }

  @Test func `a slow answer comes late, and the order is taken`() async throws {
    try await withSandbox { client in
      async let slow = client.create(.aws, ["name": .string("slow")])
      let start = ContinuousClock.now
      try await client.waitForOrder()
      let answered = try await slow["id"].text
      #expect(answered == client.sandbox.crossConnects.first?.id)
      #expect(start.duration(to: .now) > .seconds(2))
    }
  }

  @Test(arguments: ["silent", "drip"])
  func `an answer that takes too long is of an order that was taken`(name: String) async throws {
    try await withSandbox { client in
      let answer = Task { try await client.order(named: name) }
      try await client.waitForOrder()
      answer.cancel()
      await #expect(throws: (any Error).self) { try await answer.value }
    }
  }

  @Test func `a magic name does nothing elsewhere`() async throws {
    try await withSandbox { client in
      let body = JSONValue.object(["name": .string("fail-500")])
      let network = try await client.post(Route.networks.path, body)
      let connect = try await client.order(named: "FAIL-500")

      #expect([network.status, connect.status] == [200, 200])
    }
  }

  @Test(
    arguments: [
      ("change-409", 409, false), ("change-422", 422, false), ("change-429", 429, false),
      ("change-500", 500, false), ("change-lost", nil, true), ("change-gone", 404, false),
      ("change-elsewhere", 200, true),
    ] as [(String, Int?, Bool)])
  func `a change of one of this name comes to this`(
    name: String, status: Int?, isDone: Bool
  ) async throws {
    try await withSandbox { client in
      let order = SandboxOrders.order(.aws, ["name": .string(name)])
      let path = client.path(try await client.post(Route.crossConnects.path, order).json["data"])
      let change: JSONValue = .object(["primary_enabled": .bool(true)])
      let reply = try? await client.patch(path, change)
      #expect(reply?.status == status)
      if status == 422 { #expect(reply?.pointers == ["/primary_enabled"]) }
      if status == 429 { #expect(reply?.headers["retry-after"] == "5") }
      let left = try await client.get(path)
      #expect(left.status == (name == "change-gone" ? 404 : 200))
      #expect((left.json["data"]["primary_enabled"] == .bool(true)) == isDone)
      guard left.status == 200, name != "change-elsewhere" else { return }
      let deleted = try? await client.delete(path)
      #expect(deleted?.status == status, "a deletion too")
    }
  }

  @Test func `somebody else enables it between two looks`() async throws {
    try await withSandbox(scenario: Scenario(named: "change-elsewhere")) { client in
      let path = client.path(try await client.create(.aws))
      #expect(try await client.get(path).json["data"]["status"] == .string("created"))
      #expect(try await client.get(path).json["data"]["status"] == .string("provisioning"))
    }
  }
}

extension SandboxClient {
  /// Waits until one order has arrived, though it may not be answered yet.
  func waitForOrder() async throws {
    _ = await comesTrue { !sandbox.crossConnects.isEmpty }
    #expect(sandbox.crossConnects.count == 1)
  }

  /// Orders a cross connect of a name.
  func order(named name: String) async throws -> Reply {
    try await post(
      Route.crossConnects.path, SandboxOrders.order(.aws, ["name": .string(name)]))
  }
}
