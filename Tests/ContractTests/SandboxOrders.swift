import CrossConnect
import Presentation
import TelnyxAPI

/// Orders that the sandbox takes, to be spoilt by a test.
enum SandboxOrders {
  /// The first network of the sandbox, which is also the API reference's example.
  static let network = "6a09cdc3-8948-47f0-aa62-74ac943d6c58"
  static let uuid = "7e51371e-72a3-40b5-b844-2e3efefaee59"

  /// The smallest order for a provider, with some properties set, or taken out by `nil`.
  static func order(
    _ provider: CloudProvider, _ changes: [String: JSONValue?] = [:]
  ) -> JSONValue {
    var members: [String: JSONValue] = [
      "network_id": .string(network),
      "region_code": .string("ashburn-va"),
      "cloud_provider": .string(provider.rawValue),
      "bgp_asn": .null,
    ]
    switch provider {
    case .aws:
      members["cloud_provider_region"] = .string("us-east-1")
      members["primary_cloud_account_id"] = .string("123456789012")
    case .azure:
      members["cloud_provider_region"] = .string("Washington DC")
      members["primary_cloud_account_id"] = .string(uuid)
    case .googleCloud:
      members["cloud_provider_region"] = .string("us-east4")
      members["primary_cloud_account_id"] = .string("\(uuid)/us-east4/1")
    }
    for (key, value) in changes { members[key] = value }
    return .object(members)
  }

  /// The example of the API reference, whole.
  static let reference = order(
    .aws,
    [
      "name": .string("test interface"), "bgp_asn": .integer(1234),
      "bandwidth_mbps": .integer(50),
      "primary_telnyx_ip": .string("169.254.0.1"), "primary_cloud_ip": .string("169.254.0.2"),
      "primary_bgp_key": .string("yFV4wEPtPVPfDUGLWiyQzwga"),
      "secondary_telnyx_ip": .string("169.254.0.3"), "secondary_cloud_ip": .string("169.254.0.4"),
      "secondary_bgp_key": .string("ge1lONeK9RcA83uuWaw9DvZy"),
    ])
}

extension SandboxClient {
  /// Creates a cross connect that is expected to be taken, and returns it.
  func create(
    _ provider: CloudProvider, _ changes: [String: JSONValue?] = [:]
  ) async throws -> JSONValue {
    try await post(Route.crossConnects.path, SandboxOrders.order(provider, changes)).json["data"]
  }

  /// The path of a cross connect that was answered.
  func path(_ connect: JSONValue) -> String {
    Route.crossConnect(id: connect["id"].text ?? "").path
  }
}
