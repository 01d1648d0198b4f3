import CrossConnect

/// One circuit of a cross connect.
struct CircuitRecord: Hashable, Sendable {
  /// Which circuit it is.
  enum Side: String, CaseIterable, Sendable {
    case primary
    case secondary

    /// The name of a property of this circuit: `primary_bgp_key`.
    func key(_ property: Property) -> String { "\(rawValue)_\(property.rawValue)" }
  }

  /// The properties that each circuit has.
  enum Property: String, CaseIterable, Sendable {
    case account = "cloud_account_id"
    case telnyxIP = "telnyx_ip"
    case cloudIP = "cloud_ip"
    case bgpKey = "bgp_key"
    case enabled
    case announcement = "routing_announcement"
  }

  var account: String?
  var telnyxIP: String?
  var cloudIP: String?
  var bgpKey: String?
  var isEnabled = false
  var announcesRoutes = false

  /// The circuit's properties as the API shows them, those without a value left out.
  func members(_ side: Side) -> [String: JSONValue] {
    var members: [String: JSONValue] = [
      side.key(.enabled): .bool(isEnabled),
      side.key(.announcement): .bool(announcesRoutes),
    ]
    members[side.key(.account)] = account.map { .string($0) }
    members[side.key(.telnyxIP)] = telnyxIP.map { .string($0) }
    members[side.key(.cloudIP)] = cloudIP.map { .string($0) }
    members[side.key(.bgpKey)] = bgpKey.map { .string($0) }
    return members
  }

  /// The addresses that the circuit has, by property.
  var addresses: [(property: Property, text: String)] {
    [(.telnyxIP, telnyxIP), (.cloudIP, cloudIP)].compactMap { property, text in
      text.map { (property, $0) }
    }
  }
}
