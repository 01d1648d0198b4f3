import CrossConnect
import TelnyxAPI
import TestSupport
import Testing

/// The bodies of `PATCH /virtual_cross_connects/{id}` against what the contract says of them.
///
/// - SeeAlso: Telnyx's public OpenAPI document, schema `VirtualCrossConnectPatch`.
@Suite struct ContractPatchTests {
  /// Every property of the schema, and whether it is a truth or a text.
  private static let properties = [
    "primary_enabled": true, "secondary_enabled": true, "primary_routing_announcement": true,
    "secondary_routing_announcement": true, "primary_cloud_ip": false, "secondary_cloud_ip": false,
  ]
  /// In no schema, but in the guide for Google.
  private static let fromGuide: Set = ["primary_telnyx_ip", "secondary_telnyx_ip"]

  private static func offers(_ provider: CloudProvider) -> [ConnectionAction] {
    let states: [VirtualCrossConnect.Members] = [
      [:], ["secondary_enabled": .bool(true)],
      ["primary_cloud_ip": .null, "primary_telnyx_ip": .null, "secondary_enabled": .bool(true)],
      ["status": .string("provisioned"), "primary_enabled": .bool(true)],
      [
        "status": .string("provisioned"), "primary_enabled": .bool(true),
        "secondary_enabled": .bool(true), "primary_routing_announcement": .bool(true),
        "secondary_routing_announcement": .bool(true),
      ],
    ]
    return states.compactMap { VirtualCrossConnect.sample(provider, $0) }.flatMap(\.offers)
      .map(\.action)
  }

  @Test(arguments: CloudProvider.allCases)
  func `every action sends documented properties only, of the right type, and never none`(
    provider: CloudProvider
  ) throws {
    let actions = Self.offers(provider)
    #expect(actions.count > 5)
    for action in actions where action != .delete {
      let body = try JSONValue(parsing: .init((action.body(for: provider) ?? "").utf8))
      #expect(!body.members.isEmpty, "\(action)")
      for (name, value) in body.members {
        if Self.fromGuide.contains(name) {
          #expect(provider == .googleCloud, "\(name)")
        } else if Self.properties[name] == true {
          #expect([.bool(true), .bool(false)].contains(value), "\(name)")
        } else {
          #expect(Self.properties[name] == false, "\(name) is in no schema")
        }
      }
    }
  }

  @Test(arguments: CloudProvider.allCases)
  func `the sandbox takes every action that is offered`(provider: CloudProvider) async throws {
    try await withSandbox { client in
      let path = client.path(try await client.create(provider))
      for _ in 0..<8 {
        let reply = try await client.get(path)
        let connect = try #require(VirtualCrossConnect(reply.json["data"]))
        let offered = connect.offers.filter { $0.obstacle == nil && $0.action != .delete }
        for offer in offered.prefix(1) {
          let body = (offer.action.body(for: provider) ?? "")
            .replacing("_cloud_ip\": \"\"", with: "_cloud_ip\": \"169.254.131.250/29\"")
            .replacing("_telnyx_ip\": \"\"", with: "_telnyx_ip\": \"169.254.131.249/29\"")
          let changed = try await client.send("PATCH", path, body: body)
          #expect(changed.status == 200, "\(offer.action): \(changed.json.jsonText)")
        }
        client.clock.advance(by: 31)
      }
    }
  }
}
