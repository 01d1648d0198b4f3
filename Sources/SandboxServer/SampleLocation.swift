import CrossConnect
import FoundationEssentials

/// One of Telnyx's locations, with its links.
struct SampleLocation: Hashable, Sendable {
  /// A cloud region that can be linked to the location.
  struct Link: Hashable, Sendable {
    /// The cloud in the API's word: `aws`.
    let provider: String
    let cloudRegion: String
    let bandwidths: [Int]
  }

  /// The services that a location can have.
  static let services = ["cloud_vpn", "private_wireless_gateway", "virtual_cross_connect"]

  /// The value of `region_code`: `ashburn-va`.
  let code: String
  /// The name of the region of the same code: `Ashburn`.
  let city: String
  let name: String
  /// The part of the world: `AMER`, `EMEA` or `APAC`.
  let area: String
  let site: String
  /// The point of presence: `DC2`.
  let pop: String
  let links: [Link]

  /// The services that this location has.
  var services: [String] {
    var services = ["cloud_vpn"]
    if area == "AMER" { services.append("private_wireless_gateway") }
    if !links.isEmpty { services.append("virtual_cross_connect") }
    return services
  }

  /// The location in the list of regions.
  var regionJSON: JSONValue {
    let interfaces = ["wireguard_interface"] + (links.isEmpty ? [] : ["virtual_cross_connect"])
    let opened = Date(timeIntervalSince1970: 1_662_021_600.125)
    return .object([
      "record_type": .string("region"),
      "code": .string(code),
      "name": .string(city),
      "supported_interfaces": .array(interfaces.map { .string($0) }),
      "created_at": .timestamp(opened),
      "updated_at": .timestamp(opened),
    ])
  }

  /// The location in network coverage.
  var networkCoverageJSON: JSONValue {
    .object([
      "record_type": .string("network_coverage"),
      "location": locationJSON,
      "available_services": .array(services.map { .string($0) }),
    ])
  }

  /// A link in the coverage of cross connects.
  func coverageJSON(_ link: Link) -> JSONValue {
    .object([
      "record_type": .string("virtual_cross_connects_coverage"),
      "location": locationJSON,
      "cloud_provider": .string(link.provider),
      "cloud_provider_region": .string(link.cloudRegion),
      "available_bandwidth": .array(link.bandwidths.map { .integer(Int64($0)) }),
    ])
  }

  private var locationJSON: JSONValue {
    .object([
      "code": .string(code),
      "name": .string(name),
      "pop": .string(pop),
      "region": .string(area),
      "site": .string(site),
    ])
  }
}
