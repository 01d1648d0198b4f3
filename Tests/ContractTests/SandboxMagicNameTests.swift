import CrossConnect
import SandboxServer
import Testing

struct SandboxMagicNameTests {
  @Test(arguments: MagicName.all.filter { $0.name.hasPrefix("fail-") })
  func `a failing name answers its status and creates nothing`(name: MagicName) async throws {
    try await withSandbox { client in
      let order = SandboxOrders.order(.aws, ["name": .string(name.name)])
      let reply = try await client.post(Route.crossConnects.path, order)

      #expect("fail-\(reply.status)" == name.name)
      #expect(reply.headers["retry-after"] == (name == .tooManyRequests ? "5" : nil))
      let type = name == .serverError ? "text/html" : "application/json; charset=utf-8"
      #expect(reply.headers["content-type"] == type)
      let list = try await client.get(Route.crossConnects.path)
      #expect(list.json["data"] == .array([]))
    }
  }

  @Test func `field errors come with pointers of every style`() async throws {
    try await withSandbox { client in
      let order = SandboxOrders.order(.aws, ["name": .string("fail-422")])
      let reply = try await client.post(Route.crossConnects.path, order)

      #expect(reply.pointers == ["/primary_cloud_ip", "/data/primary_bgp_key", "bgp_asn", "-"])
    }
  }

  @Test(arguments: [(MagicName.lost, 1), (.dropped, 0)])
  func `a connection ends without an answer`(name: MagicName, created: Int) async throws {
    try await withSandbox { client in
      let order = SandboxOrders.order(.aws, ["name": .string(name.name)])
      await #expect(throws: (any Error).self) {
        try await client.post(Route.crossConnects.path, order)
      }
      let list = try await client.get(Route.crossConnects.path)

      #expect(list.json["data"].elements.count == created)
    }
  }

  @Test func `a slow answer comes late, and the order is taken`() async throws {
    try await withSandbox { client in
      async let slow = client.create(.aws, ["name": .string("slow")])
      let start = ContinuousClock.now
      var found: [JSONValue] = []
      while found.isEmpty && start.duration(to: .now) < .seconds(15) {
        found = try await client.get(Route.crossConnects.path).json["data"].elements
      }

      #expect(found.count == 1)
      #expect(try await slow == found.first)
      #expect(start.duration(to: .now) > .seconds(2))
    }
  }

  @Test func `a magic name does nothing elsewhere`() async throws {
    try await withSandbox { client in
      let body = JSONValue.object(["name": .string("fail-500")])
      let network = try await client.post(Route.networks.path, body)
      let order = SandboxOrders.order(.aws, ["name": .string("FAIL-500")])
      let connect = try await client.post(Route.crossConnects.path, order)

      #expect([network.status, connect.status] == [200, 200])
    }
  }
}
