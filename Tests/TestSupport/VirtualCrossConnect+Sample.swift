public import CrossConnect

extension VirtualCrossConnect {
  /// The members of an answer, for a test to change.
  public typealias Members = [String: JSONValue]

  /// What the API answers to `Draft.sample(provider)`: created, with what Telnyx has assigned.
  public static func sample(
    _ provider: CloudProvider, _ changes: [String: JSONValue?] = [:]
  ) -> VirtualCrossConnect? {
    var members = sampleMembers(provider)
    for (key, value) in changes { members[key] = value }
    return VirtualCrossConnect(.object(members))
  }

  /// The members of `sample(provider)`.
  public static func sampleMembers(_ provider: CloudProvider) -> Members {
    let order = Draft.sample(provider).requestSoFar
    var members = Dictionary(
      order.members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    members["id"] = .string("0ccc7b54-4df3-4bca-a65a-3da1ecc777f0")
    members["record_type"] = .string("virtual_cross_connect")
    members["status"] = .string("created")
    members["region"] = .object([
      "code": .string("ashburn-va"), "name": .string("Ashburn"), "record_type": .string("region"),
    ])
    members["created_at"] = .string("2026-07-15T14:42:10.521Z")
    members["updated_at"] = .string("2026-07-15T14:42:10.521Z")
    members["primary_enabled"] = .bool(false)
    members["secondary_enabled"] = .bool(false)
    members["primary_routing_announcement"] = .bool(false)
    members["secondary_routing_announcement"] = .bool(false)
    members["primary_bgp_key"] = .string("yFV4wEPtPVPfDUGLWiyQzwga")
    guard provider != .googleCloud else { return members }
    members["primary_telnyx_ip"] = .string("169.254.0.1")
    members["primary_cloud_ip"] = .string("169.254.0.2")
    guard provider == .azure else { return members }
    members["secondary_telnyx_ip"] = .string("169.254.0.5")
    members["secondary_cloud_ip"] = .string("169.254.0.6")
    return members
  }
}
