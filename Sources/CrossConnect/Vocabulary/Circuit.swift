/// One link of a cross connect.
public enum Circuit: String, CaseIterable, Hashable, Sendable {
  case primary
  case secondary

  /// The word before a label: "Primary".
  public var title: String {
    switch self {
    case .primary: "Primary"
    case .secondary: "Secondary"
    }
  }

  var telnyxWire: String { wirePrefix + "telnyx_ip" }
  var cloudWire: String { wirePrefix + "cloud_ip" }
  package var keyWire: String { wirePrefix + "bgp_key" }
  package var enabledWire: String { wirePrefix + "enabled" }
  package var announcementWire: String { wirePrefix + "routing_announcement" }
  private var wirePrefix: String { rawValue + "_" }
}
