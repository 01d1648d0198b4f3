/// One half of a cross connect.
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

  var telnyxField: FieldID { self == .primary ? .primaryTelnyxIP : .secondaryTelnyxIP }
  var cloudField: FieldID { self == .primary ? .primaryCloudIP : .secondaryCloudIP }
  var keyField: FieldID { self == .primary ? .primaryBGPKey : .secondaryBGPKey }
  var telnyxWire: String { wirePrefix + "telnyx_ip" }
  var cloudWire: String { wirePrefix + "cloud_ip" }
  var keyWire: String { wirePrefix + "bgp_key" }
  private var wirePrefix: String { rawValue + "_" }

  /// Whether the form asks about this circuit with these answers.
  var isAsked: @Sendable (Draft) -> Bool {
    switch self {
    case .primary: { _ in true }
    case .secondary: { $0.rules?.circuits == .alwaysPaired || $0.wantsSecondary }
    }
  }
}
