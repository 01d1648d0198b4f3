import CrossConnect
import SandboxServer
import TelnyxAPI
import Testing

struct SandboxNetworkTests {
  @Test func `there are several networks from the start`() async throws {
    try await withSandbox { client in
      let reply = try await client.get(Route.networks.path)

      #expect(
        reply.json["data"].elements.compactMap { $0["name"].text } == [
          "prod-core", "prod-edge", "staging", "lab", "büro-münchen", "disaster-recovery",
        ])
      #expect(reply.json["data"].elements.allSatisfy { $0["record_type"] == .string("network") })
      #expect(reply.json["meta"] == meta(page: 1, size: 20, pages: 1, results: 6))
    }
  }

  @Test(arguments: [
    "page[number]=2&page[size]=4", "page%5Bnumber%5D=2&page%5Bsize%5D=4",
    "page%5bsize%5d=4&page%5bnumber%5d=2",
  ])
  func `pages are cut from the list, however the query is encoded`(query: String) async throws {
    try await withSandbox { client in
      let path = "\(Route.networks.path)?\(query)"
        .map { $0 == "[" ? "%5B" : $0 == "]" ? "%5D" : String($0) }.joined()
      let reply = try await client.get(path)

      #expect(
        reply.json["data"].elements.compactMap { $0["name"].text } == [
          "büro-münchen", "disaster-recovery",
        ])
      #expect(reply.json["meta"] == meta(page: 2, size: 4, pages: 2, results: 6))
    }
  }

  @Test func `a page beyond the last is empty`() async throws {
    try await withSandbox { client in
      let path = Route.networks.path(query: [("page[number]", "9223372036854775807")])
      let reply = try await client.get(path)

      #expect(reply.status == 200)
      #expect(reply.json["data"] == .array([]))
    }
  }

  @Test(arguments: [
    ("page[size]", "251"), ("page[size]", "0"), ("page[number]", "0"), ("page[number]", "x"),
    ("page[size]", ""), ("filter[nam]", "lab"), ("name", "lab"),
  ])
  func `a query that means nothing is refused by name`(name: String, value: String) async throws {
    try await withSandbox { client in
      let reply = try await client.get(Route.networks.path(query: [(name, value)]))

      #expect(reply.status == 422)
      #expect(
        reply.json["errors"].elements.map { $0["source"] }
          == [.object(["parameter": .string(name)])])
    }
  }

  @Test func `a filter finds a name with letters beyond ASCII`() async throws {
    try await withSandbox { client in
      let path = Route.networks.path(query: [("filter[name]", "büro-münchen")])
      let reply = try await client.get(path)

      #expect(
        reply.json["data"].elements.compactMap { $0["id"].text } == [
          "7f26e8a0-c4d1-4e95-a7b8-93d20f5c1e46"
        ])
    }
  }

  @Test func `a network is created, shown, renamed and deleted`() async throws {
    try await withSandbox { client in
      let name = JSONValue.object(["name": .string("東京 net")])
      let created = try await client.post(Route.networks.path, name)
      #expect(created.status == 200)
      let network = created.json["data"]
      let id = try #require(network["id"].text)
      #expect(CloudAccount.isUUID(id))
      #expect(
        network
          == .object([
            "id": .string(id), "record_type": .string("network"), "name": .string("東京 net"),
            "created_at": .string("2026-07-15T13:00:00.000Z"),
            "updated_at": .string("2026-07-15T13:00:00.000Z"),
          ]))
      let path = Route.network(id: id).path
      #expect(try await client.get(path).json["data"] == network)

      client.clock.advance(by: 1.5)
      let renamed = try await client.patch(path, .object(["name": .string("tokyo")]))
      #expect(renamed.json["data"]["name"] == .string("tokyo"))
      #expect(renamed.json["data"]["updated_at"] == .string("2026-07-15T13:00:01.500Z"))

      #expect(try await client.delete(path).json["data"] == renamed.json["data"])
      #expect(try await client.get(path).status == 404)
    }
  }

  @Test func `a network needs a name and takes nothing else`() async throws {
    try await withSandbox { client in
      let reply = try await client.post(Route.networks.path, .object(["id": .string("1")]))

      #expect(reply.status == 422)
      #expect(reply.pointers == ["/name", "/id"])
      #expect(reply.codes == ["10004", "10015"])
    }
  }

  @Test func `a network in use can't be deleted until its cross connect is gone`() async throws {
    try await withSandbox { client in
      let connect = try await client.create(.azure)
      let path = Route.network(id: SandboxOrders.network).path
      let refused = try await client.delete(path)
      #expect(refused.status == 422)
      #expect(refused.codes == ["10021"])

      _ = try await client.delete(client.path(connect))
      client.clock.advance(by: 10)
      #expect(try await client.delete(path).status == 200)
    }
  }

  @Test func `a network's interfaces are its cross connects`() async throws {
    try await withSandbox { client in
      let connect = try await client.create(.aws, ["name": .string("uplink")])
      let route = Route.networkInterfaces(network: SandboxOrders.network)
      let found = try await client.get(route.path(query: [("filter[status]", "created")]))
      let other = try await client.get(route.path(query: [("filter[name]", "downlink")]))
      let unknown = try await client.get(Route.networkInterfaces(network: "x").path)

      #expect(
        found.json["data"].elements == [
          .object([
            "id": connect["id"], "record_type": .string("network_interface"),
            "type": .string("virtual_cross_connect"), "name": .string("uplink"),
            "network_id": .string(SandboxOrders.network), "status": .string("created"),
            "region": connect["region"], "region_code": .string("ashburn-va"),
            "created_at": connect["created_at"], "updated_at": connect["updated_at"],
          ])
        ])
      #expect(other.json["data"] == .array([]))
      #expect(unknown.status == 404)
    }
  }

  private func meta(page: Int64, size: Int64, pages: Int64, results: Int64) -> JSONValue {
    .object([
      "page_number": .integer(page), "page_size": .integer(size),
      "total_pages": .integer(pages), "total_results": .integer(results),
    ])
  }
}
