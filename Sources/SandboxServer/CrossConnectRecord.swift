import CrossConnect
import FoundationEssentials

/// A cross connect as the sandbox keeps it.
struct CrossConnectRecord: Hashable, Sendable {
  let id: String
  let networkID: String
  let name: String?
  let location: SampleLocation
  let policy: ProviderPolicy
  let cloudRegion: String
  let bandwidth: Int?
  let asn: Int64
  var primary: CircuitRecord
  var secondary: CircuitRecord?
  var events: LifeCycle.Events
  var updatedAt: Date

  /// The cross connect in the API's JSON at a moment.
  ///
  /// The contract marks nothing as nullable: what has no value is left out.
  func json(_ lifeCycle: LifeCycle, at now: Date) -> JSONValue {
    var members: [String: JSONValue] = [
      "id": .string(id),
      "record_type": .string("virtual_cross_connect"),
      "network_id": .string(networkID),
      "region_code": .string(location.code),
      "region": .object([
        "code": .string(location.code),
        "name": .string(location.city),
        "record_type": .string("region"),
      ]),
      "cloud_provider": .string(policy.provider),
      "cloud_provider_region": .string(cloudRegion),
      "bgp_asn": .integer(asn),
      "created_at": .timestamp(events.created),
      "updated_at": .timestamp(
        max(updatedAt, lifeCycle.provisionedAt(events, at: now) ?? updatedAt)),
    ]
    members["name"] = name.map { .string($0) }
    members["status"] = status(lifeCycle, at: now).map { .string($0.rawValue) }
    members["bandwidth_mbps"] = bandwidth.map { .integer(Int64($0)) }
    members.merge(primary.members(.primary)) { _, new in new }
    members.merge((secondary ?? CircuitRecord()).members(.secondary)) { _, new in new }
    return .object(members)
  }

  /// The cross connect in the list of a network's interfaces.
  func interfaceJSON(_ lifeCycle: LifeCycle, at now: Date) -> JSONValue {
    let shared: Set = [
      "id", "network_id", "name", "status", "region_code", "region", "created_at", "updated_at",
    ]
    var members = json(lifeCycle, at: now).members.filter { shared.contains($0.key) }
    members["record_type"] = .string("network_interface")
    members["type"] = .string("virtual_cross_connect")
    return .object(members)
  }

  /// The status at a moment; `nil` if it is gone by then.
  func status(_ lifeCycle: LifeCycle, at now: Date) -> LifeCycle.Status? {
    lifeCycle.status(after: events, acceptance: policy.acceptance, at: now)
  }
}
