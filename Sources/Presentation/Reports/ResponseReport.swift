public import CrossConnect

/// A cross connect in labelled lines: everything the API answered, known or not.
public struct ResponseReport: Hashable, Sendable {
  /// One line of the report.
  public struct Line: Hashable, Sendable {
    /// The JSON key.
    public let key: String
    /// The label; the form's own if the form asks for the value.
    public let label: String
    /// The value in words.
    public let value: String
    /// Whether the value is masked until the person asks.
    public let isSecret: Bool
  }

  /// The lines in a fixed order, unknown keys last and by name.
  public let lines: [Line]

  /// Everything that `connect` holds.
  public init(of connect: VirtualCrossConnect) {
    let known = Self.order.map(\.key)
    let unknown = connect.members.keys.filter { !known.contains($0) }.sorted()
    lines = (known + unknown).compactMap { key in
      guard let value = connect.members[key] else { return nil }
      return Line(
        key: key, label: Self.label(of: key, in: connect), value: Self.words(for: value, key: key),
        isSecret: VirtualCrossConnect.secretKeys.contains(key) && value.text?.isEmpty == false)
    }
  }

  /// The label of a member; the form's own if the form asks for the value.
  static func label(of key: String, in connect: VirtualCrossConnect) -> String {
    let fields = SharedFields.all + (connect.provider?.rules.fields ?? [])
    // The form asks once for a key of both circuits; the answer has it for each.
    return fields.first { $0.wire.key == key && $0.alsoSentAs.isEmpty }?.label
      ?? order.first { $0.key == key }?.label ?? DisplayText.visible(key)
  }

  private static func words(for value: JSONValue, key: String) -> String {
    switch (key, value) {
    case (_, .null), (_, .string("")): "not set"
    case ("region", .object) where value["name"].text != nil && value["code"].text != nil:
      DisplayText.visible("\(value["name"].text ?? "") (\(value["code"].text ?? ""))")
    case ("bandwidth_mbps", _):
      DisplayText.visible(value.text.map { "\($0) Mbps" } ?? value.jsonText)
    case ("cloud_provider", _):
      // The answer's own word, not the cloud that was ordered.
      value.text.flatMap(CloudProvider.init(word:))?.rules.displayName
        ?? DisplayText.visible(value.text ?? value.jsonText)
    case (_, .bool(let bool)): bool ? "yes" : "no"
    default: DisplayText.visible(value.text ?? value.jsonText)
    }
  }

  /// Every documented key of the answer, with a label where no form has one.
  private static let order: [(key: String, label: String)] = [
    ("id", "VXC ID"),
    ("status", "Status"),
    ("name", "VXC name"),
    ("network_id", "Network"),
    ("region_code", "Telnyx region"),
    ("region", "Region"),
    ("cloud_provider", "Cloud provider"),
    ("cloud_provider_region", "Cloud region"),
    ("primary_cloud_account_id", "Primary account"),
    ("secondary_cloud_account_id", "Secondary account"),
    ("bandwidth_mbps", "Bandwidth"),
    ("bgp_asn", "Cloud-side ASN"),
    ("primary_telnyx_ip", "Primary Telnyx IP"),
    ("primary_cloud_ip", "Primary cloud IP"),
    ("primary_bgp_key", "Primary BGP key"),
    ("primary_enabled", "Primary enabled"),
    ("primary_routing_announcement", "Primary announces"),
    ("secondary_telnyx_ip", "Secondary Telnyx IP"),
    ("secondary_cloud_ip", "Secondary cloud IP"),
    ("secondary_bgp_key", "Secondary BGP key"),
    ("secondary_enabled", "Secondary enabled"),
    ("secondary_routing_announcement", "Secondary announces"),
    ("created_at", "Created at"),
    ("updated_at", "Updated at"),
    ("record_type", "Record type"),
  ]
}
