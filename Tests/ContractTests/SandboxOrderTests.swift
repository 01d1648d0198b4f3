import CrossConnect
import Presentation
import SandboxServer
import TelnyxAPI
import Testing

struct SandboxOrderTests {
  @Test func `the API reference's example is taken as it is`() async throws {
    try await withSandbox { client in
      let reply = try await client.post(Route.crossConnects.path, SandboxOrders.reference)
      var expected = SandboxOrders.reference.members
      let id = try #require(reply.json["data"]["id"].text)
      expected["id"] = .string(id)
      expected["record_type"] = .string("virtual_cross_connect")
      expected["status"] = .string("created")
      expected["region"] = .object([
        "code": .string("ashburn-va"), "name": .string("Ashburn"),
        "record_type": .string("region"),
      ])
      for circuit in ["primary", "secondary"] {
        expected["\(circuit)_enabled"] = .bool(false)
        expected["\(circuit)_routing_announcement"] = .bool(false)
      }
      expected["created_at"] = .string("2026-07-15T13:00:00.000Z")
      expected["updated_at"] = .string("2026-07-15T13:00:00.000Z")

      #expect(reply.status == 200)
      #expect(reply.json == .object(["data": .object(expected)]))
      #expect(CloudAccount.isUUID(id))
    }
  }

  @Test(arguments: CloudProvider.allCases)
  func `what an order leaves open is filled in`(provider: CloudProvider) async throws {
    try await withSandbox { client in
      let connect = try await client.create(provider)

      #expect(connect["bgp_asn"] == .integer(Int64(provider.rules.usualASN.number)))
      #expect(connect["bandwidth_mbps"] == (provider == .azure ? .null : .integer(50)))
      let key = try #require(connect["primary_bgp_key"].text)
      #expect(key.utf8.count == 24 && key.utf8.allSatisfy(ASCII.isLetterOrDigit))
      #expect(connect["secondary_bgp_key"].text?.utf8.count == (provider == .azure ? 24 : nil))
      let pairs = ["primary", "secondary"].map { pair(connect, $0) }
      switch provider {
      case .aws: #expect(pairs == [["169.254.10.5", "169.254.10.6"], []])
      case .azure:
        #expect(pairs == [["169.254.10.5", "169.254.10.6"], ["169.254.10.9", "169.254.10.10"]])
      case .googleCloud: #expect(pairs == [[], []])
      }
    }
  }

  @Test func `a pair has one BGP key, given or assigned`() async throws {
    try await withSandbox { client in
      let assigned = try await client.create(.azure)
      #expect(assigned["secondary_bgp_key"] == assigned["primary_bgp_key"])
      #expect(assigned["primary_bgp_key"].text?.count == 24)
    }
  }

  @Test func `one given end gets the other end of its own pair`() async throws {
    try await withSandbox { client in
      let connect = try await client.create(
        .aws,
        [
          "primary_cloud_ip": .string("10.0.0.1/30"), "secondary_telnyx_ip": .string("10.0.0.2"),
        ])

      #expect(pair(connect, "primary").last == "10.0.0.1/30")
      let ends = ["primary", "secondary"].flatMap { pair(connect, $0) }
      #expect(ends.count == 4)
      #expect(Set(ends.compactMap { PeerAddress($0)?.value }).count == 4)
    }
  }

  @Test func `Google's secondary circuit comes with a pairing key of its own`() async throws {
    try await withSandbox { client in
      let second = "a3f0c9de-5b7a-4c61-9f58-0d2b6e714c33/us-east4/2"
      let connect = try await client.create(
        .googleCloud, ["secondary_cloud_account_id": .string(second)])

      #expect(connect["secondary_cloud_account_id"] == .string(second))
      #expect(connect["secondary_bgp_key"].text?.utf8.count == 24)
      #expect(pair(connect, "secondary") == [])
    }
  }

  @Test func `an address that is null is assigned like one left out`() async throws {
    try await withSandbox { client in
      let nulls: [String: JSONValue?] = ["primary_cloud_ip": .null, "primary_telnyx_ip": .null]
      let aws = try await client.create(.aws, nulls)
      let google = try await client.create(.googleCloud, nulls)

      #expect(pair(aws, "primary") == ["169.254.10.5", "169.254.10.6"])
      #expect(pair(google, "primary") == [])
    }
  }

  @Test func `an empty order is told every required property at once`() async throws {
    try await withSandbox { client in
      let reply = try await client.post(Route.crossConnects.path, .object([:]))

      #expect(reply.status == 422)
      #expect(
        reply.pointers == [
          "/network_id", "/region_code", "/cloud_provider", "/cloud_provider_region", "/bgp_asn",
          "/primary_cloud_account_id",
        ])
      #expect(Set(reply.codes) == ["10004"])
    }
  }

  @Test(arguments: SpoiltOrder.all)
  func `a spoilt order is refused where it is wrong`(spoilt: SpoiltOrder) async throws {
    try await withSandbox { client in
      let order = SandboxOrders.order(spoilt.provider, spoilt.changes)
      let reply = try await client.post(Route.crossConnects.path, order)

      #expect(reply.status == 422)
      #expect(reply.pointers == spoilt.pointers)
      #expect(reply.json["errors"].elements.allSatisfy { $0["detail"].text?.isEmpty == false })
      let list = try await client.get(Route.crossConnects.path)
      #expect(list.json["data"] == .array([]), "nothing was created")
    }
  }

  @Test func `cross connects are listed in order of creation and by network`() async throws {
    try await withSandbox { client in
      let other = JSONValue.string("d94c03b7-71fe-4a68-b2d5-5b0e8c6f3a91")
      let first = try await client.create(.aws)
      let second = try await client.create(.azure, ["network_id": other])
      let third = try await client.create(.googleCloud)

      let all = try await client.get(Route.crossConnects.path)
      #expect(all.json["data"] == .array([first, second, third]))
      let path = Route.crossConnects.path(query: [("filter[network_id]", SandboxOrders.network)])
      #expect(try await client.get(path).json["data"] == .array([first, third]))
      #expect(try await client.get(client.path(second)).json["data"] == second)
    }
  }

  private func pair(_ connect: JSONValue, _ circuit: String) -> [String] {
    ["telnyx_ip", "cloud_ip"].compactMap { connect["\(circuit)_\($0)"].text }
  }
}

/// An order with something wrong in it, and where the sandbox must say so.
struct SpoiltOrder: Sendable, CustomTestStringConvertible {
  let provider: CloudProvider
  let changes: [String: JSONValue?]
  let pointers: [String]

  init(_ provider: CloudProvider, _ changes: [String: JSONValue?], _ pointers: String...) {
    self.provider = provider
    self.changes = changes
    self.pointers = pointers
  }

  var testDescription: String { "\(provider) \(changes.keys.sorted())" }

  static let all = places + circuits + providers + shapes

  private static let places = [
    SpoiltOrder(.aws, ["network_id": .string(SandboxOrders.uuid)], "/network_id"),
    SpoiltOrder(.aws, ["region_code": .string("denver-co")], "/region_code"),
    SpoiltOrder(.aws, ["region_code": .string("atlantis")], "/region_code"),
    SpoiltOrder(.azure, ["region_code": .string("dublin-ie")], "/cloud_provider"),
    SpoiltOrder(.aws, ["cloud_provider": .string("gcp")], "/cloud_provider"),
    SpoiltOrder(.aws, ["cloud_provider_region": .string("eu-west-1")], "/cloud_provider_region"),
    SpoiltOrder(.aws, ["bandwidth_mbps": .integer(75)], "/bandwidth_mbps"),
    SpoiltOrder(.azure, ["bandwidth_mbps": .integer(75)], "/bandwidth_mbps"),
    SpoiltOrder(.aws, ["bandwidth_mbps": .number(50.5)], "/bandwidth_mbps"),
    SpoiltOrder(.aws, ["bandwidth_mbps": .null], "/bandwidth_mbps"),
    SpoiltOrder(.aws, ["bgp_asn": .integer(63440)], "/bgp_asn"),
    SpoiltOrder(.aws, ["bgp_asn": .integer(65_536)], "/bgp_asn"),
    SpoiltOrder(.aws, ["bgp_asn": .integer(4_294_967_296)], "/bgp_asn"),
    SpoiltOrder(.aws, ["bgp_asn": .integer(-1)], "/bgp_asn"),
    SpoiltOrder(.aws, ["bgp_asn": .string("64512")], "/bgp_asn"),
  ]

  private static let circuits = [
    SpoiltOrder(.aws, ["primary_cloud_ip": .string("169.254.0.256")], "/primary_cloud_ip"),
    SpoiltOrder(
      .aws,
      ["primary_telnyx_ip": .string("10.0.0.1"), "primary_cloud_ip": .string("10.0.0.1/30")],
      "/primary_cloud_ip"),
    SpoiltOrder(
      .azure,
      ["primary_cloud_ip": .string("10.0.0.1"), "secondary_telnyx_ip": .string("10.0.0.1")],
      "/secondary_telnyx_ip"),
    SpoiltOrder(.aws, ["primary_bgp_key": .string("short")], "/primary_bgp_key"),
    SpoiltOrder(
      .azure, ["secondary_bgp_key": .string(String(repeating: "k", count: 26))],
      "/secondary_bgp_key"),
    SpoiltOrder(.azure, ["primary_bgp_key": .string("with-hyphen")], "/primary_bgp_key"),
    SpoiltOrder(
      .googleCloud, ["primary_bgp_key": .string(String(repeating: "k", count: 81))],
      "/primary_bgp_key"),
  ]

  private static let providers = [
    SpoiltOrder(
      .aws, ["primary_cloud_account_id": .string("1234-5678-9012")], "/primary_cloud_account_id"),
    SpoiltOrder(
      .aws, ["secondary_cloud_account_id": .string("123456789012")],
      "/secondary_cloud_account_id"),
    SpoiltOrder(
      .azure, ["secondary_cloud_account_id": .string(SandboxOrders.uuid)],
      "/secondary_cloud_account_id"),
    SpoiltOrder(
      .googleCloud, ["primary_cloud_account_id": .string(SandboxOrders.uuid)],
      "/primary_cloud_account_id"),
    SpoiltOrder(
      .googleCloud, ["primary_cloud_account_id": .string("\(SandboxOrders.uuid)/us-west1/1")],
      "/primary_cloud_account_id"),
    SpoiltOrder(
      .googleCloud,
      ["secondary_cloud_account_id": .string("\(SandboxOrders.uuid)/us-east4/1")],
      "/secondary_cloud_account_id"),
    SpoiltOrder(
      .googleCloud, ["secondary_bgp_key": .string("abcdefgh")], "/secondary_cloud_account_id"),
    SpoiltOrder(
      .googleCloud,
      ["primary_telnyx_ip": .string("169.254.0.1"), "secondary_cloud_ip": .string("169.254.0.2")],
      "/primary_telnyx_ip", "/secondary_cloud_ip"),
  ]

  private static let shapes = [
    SpoiltOrder(
      .aws,
      ["id": .string("1"), "status": .string("created"), "primary_enabled": .bool(true)],
      "/id", "/primary_enabled", "/status"),
    SpoiltOrder(.aws, ["bandwith_mbps": .integer(50)], "/bandwith_mbps"),
    SpoiltOrder(.aws, ["name": .string("")], "/name"),
    SpoiltOrder(.aws, ["name": .string("two\nlines")], "/name"),
    SpoiltOrder(.aws, ["name": .integer(1)], "/name"),
    SpoiltOrder(.aws, ["secondary_bgp_key": .null], "/secondary_bgp_key"),
    SpoiltOrder(.aws, ["bgp_asn": nil, "region_code": nil], "/region_code", "/bgp_asn"),
  ]
}
