import CrossConnect
import Presentation
import SandboxServer
import TelnyxAPI
import Testing

struct SandboxLifeCycleTests {
  @Test(arguments: [1.0, 30.0])
  func `an enabled cross connect is provisioned after half a minute`(speed: Double) async throws {
    try await withSandbox(speed: speed) { client in
      let path = client.path(try await client.create(.azure))
      #expect(try await status(client, path) == "created")

      let enabled = try await client.patch(path, .object(["primary_enabled": .bool(true)]))
      #expect(enabled.json["data"]["status"] == .string("provisioning"))
      client.clock.advance(by: 29.9 / speed)
      #expect(try await status(client, path) == "provisioning")
      client.clock.advance(by: 0.2 / speed)
      #expect(try await status(client, path) == "provisioned")
    }
  }

  @Test func `an AWS connection that nobody enables is gone after an hour`() async throws {
    try await withSandbox { client in
      let path = client.path(try await client.create(.aws))
      client.clock.advance(by: 3599)
      #expect(try await status(client, path) == "created")
      client.clock.advance(by: 1)
      #expect(try await client.get(path).status == 404)
      #expect(try await client.get(Route.crossConnects.path).json["data"] == .array([]))
    }
  }

  @Test func `an AWS connection that the cloud has accepted stays, and waits to be enabled`()
    async throws
  {
    try await withSandbox { client in
      let id = try await client.create(.aws)
      let path = client.path(id)
      let accept = "/practice\(path)/acceptance"
      #expect(try await client.send("POST", accept).json["data"] == .object([:]))
      client.clock.advance(by: 7200)
      #expect(try await status(client, path) == "created")
      #expect(try await client.send("GET", accept).status == 405)
    }
  }

  @Test func `Google tells its addresses once it has accepted, and they can be patched in`()
    async throws
  {
    try await withSandbox { client in
      let path = client.path(try await client.create(.googleCloud))
      let told = try await client.send("POST", "/practice\(path)/acceptance").json["data"][
        "primary"]
      let cloud = try #require(told["cloud_router_ip_address"].text)
      let telnyx = try #require(told["customer_router_ip_address"].text)
      let changed = try await client.patch(
        path,
        .object([
          "primary_cloud_ip": .string(cloud), "primary_telnyx_ip": .string(telnyx),
          "primary_enabled": .bool(true),
        ]))
      #expect(changed.json["data"]["primary_cloud_ip"] == .string(cloud))
      #expect(changed.json["data"]["status"] == .string("provisioning"))
    }
  }

  @Test func `what does not exist can't be accepted`() async throws {
    try await withSandbox { client in
      let path = "/practice/virtual_cross_connects/nothing/acceptance"
      let reply = try await client.send("POST", path)
      #expect(reply.status == 404)
    }
  }

  @Test(arguments: CloudProvider.allCases)
  func `one that is enabled in time stays`(provider: CloudProvider) async throws {
    try await withSandbox { client in
      let path = client.path(try await client.create(provider))
      _ = try await client.patch(path, .object(["primary_enabled": .bool(true)]))
      client.clock.advance(by: 7200)
      #expect(try await status(client, path) == "provisioned")
      let again = try await client.patch(path, .object(["primary_enabled": .bool(false)]))
      #expect(again.json["data"]["status"] == .string("provisioned"))
      #expect(again.json["data"]["primary_enabled"] == .bool(false))
    }
  }

  @Test func `a deleted one is shown as deleting, then gone`() async throws {
    try await withSandbox { client in
      let path = client.path(try await client.create(.googleCloud))
      let deleted = try await client.delete(path)
      #expect(deleted.status == 200)
      #expect(deleted.json["data"]["status"] == .string("deleting"))
      #expect(try await status(client, path) == "deleting")
      let change = try await client.patch(path, .object(["primary_enabled": .bool(true)]))
      #expect(change.status == 422)
      client.clock.advance(by: 10)
      #expect(try await client.delete(path).status == 404)
    }
  }

  @Test func `Azure's circuits are enabled together`() async throws {
    try await withSandbox { client in
      let path = client.path(try await client.create(.azure))
      let alone = try await client.patch(path, .object(["secondary_enabled": .bool(true)]))
      #expect(alone.pointers == ["/secondary_enabled"])
      let both = try await client.patch(path, .object(["primary_enabled": .bool(true)]))
      #expect(both.json["data"]["secondary_enabled"] == .bool(true))
    }
  }

  @Test func `AWS takes a secondary circuit later, by enabling it`() async throws {
    try await withSandbox { client in
      let path = client.path(try await client.create(.aws))
      let early = try await client.patch(path, .object(["secondary_cloud_ip": .string("10.0.0.2")]))
      #expect(early.pointers == ["/secondary_cloud_ip"])

      let later = try await client.patch(path, .object(["secondary_enabled": .bool(true)]))
      let connect = later.json["data"]
      #expect(connect["status"] == .string("provisioning"))
      #expect(connect["secondary_enabled"] == .bool(true))
      #expect(connect["primary_enabled"] == .bool(false))
      #expect(connect["secondary_telnyx_ip"] == .string("169.254.10.9"))
      #expect(connect["secondary_bgp_key"].text?.utf8.count == 24)
      #expect(try await client.get(path).json["data"] == connect)
    }
  }

  @Test func `Google's secondary circuit needs the key that only an order takes`() async throws {
    try await withSandbox { client in
      let path = client.path(try await client.create(.googleCloud))
      let change: JSONValue = .object([
        "secondary_enabled": .bool(true), "secondary_cloud_account_id": .string("x"),
      ])
      let reply = try await client.patch(path, change)

      #expect(reply.status == 422)
      #expect(reply.pointers == ["/secondary_enabled", "/secondary_cloud_account_id"])
    }
  }

  @Test func `Google's addresses are patched while the status is created`() async throws {
    try await withSandbox { client in
      let path = client.path(try await client.create(.googleCloud))
      let reply = try await client.patch(
        path,
        .object([
          "primary_cloud_ip": .string("169.254.131.249/29"),
          "primary_telnyx_ip": .string("169.254.131.250/29"), "primary_enabled": .bool(true),
        ]))
      #expect(reply.status == 200)
      #expect(reply.json["data"]["primary_telnyx_ip"] == .string("169.254.131.250/29"))
      #expect(reply.json["data"]["status"] == .string("provisioning"))

      let late = try await client.patch(path, .object(["primary_cloud_ip": .string("10.0.0.1")]))
      #expect(late.status == 422)
      #expect(late.pointers == ["/primary_cloud_ip"])
    }
  }

  @Test func `a change is refused whole, each mistake at its place`() async throws {
    try await withSandbox { client in
      let created = try await client.create(.aws)
      let reply = try await client.patch(
        client.path(created),
        .object([
          "primary_enabled": .bool(true), "primary_cloud_ip": .string("169.254.10.5"),
          "primary_telnyx_ip": .string("10.0.0.1"), "primary_routing_announcement": .string("yes"),
          "status": .string("provisioned"),
        ]))

      #expect(reply.status == 422)
      #expect(
        reply.pointers == [
          "/primary_routing_announcement", "/primary_cloud_ip", "/primary_telnyx_ip", "/status",
        ])
      #expect(try await client.get(client.path(created)).json["data"] == created)
    }
  }

  @Test func `time stamps tell of changes and of the end of provisioning`() async throws {
    try await withSandbox { client in
      let path = client.path(try await client.create(.aws))
      client.clock.advance(by: 1)
      _ = try await client.patch(path, .object(["primary_enabled": .bool(true)]))
      client.clock.advance(by: 60)
      let connect = try await client.get(path).json["data"]

      #expect(connect["created_at"] == .string("2026-07-15T13:00:00.000Z"))
      #expect(connect["updated_at"] == .string("2026-07-15T13:00:31.000Z"))
    }
  }

  @Test(arguments: ["primary", "secondary"])
  func `routes are announced only once it is provisioned`(circuit: String) async throws {
    try await withSandbox { client in
      let path = client.path(try await client.create(.azure))
      let key = "\(circuit)_routing_announcement"
      let announced: JSONValue = .object([key: .bool(true)])
      func refused(_ change: JSONValue) async throws {
        let reply = try await client.patch(path, change)
        #expect(reply.status == 422)
        #expect(reply.pointers == ["/" + key])
      }
      try await refused(announced)
      try await refused(.object(["primary_enabled": .bool(true), key: .bool(true)]))
      #expect(try await status(client, path) == "created", "nothing of it was taken")
      let withdrawn = try await client.patch(path, .object([key: .bool(false)]))
      #expect(withdrawn.status == 200)
      _ = try await client.patch(path, .object(["primary_enabled": .bool(true)]))
      try await refused(announced)
      client.clock.advance(by: 31)
      #expect(try await client.patch(path, announced).json["data"][key] == .bool(true))
    }
  }

  private func status(_ client: SandboxClient, _ path: String) async throws -> String? {
    try await client.get(path).json["data"]["status"].text
  }
}
