import CrossConnect

/// Spells the cross connects of a list differently than they were ordered, as services do.
enum OtherSpelling {
  /// Names in capital letters.
  static func inCapitals(_ json: JSONValue) -> JSONValue {
    changed(json) { key, value in
      guard case .string(let text) = value, spelled.contains(key) else { return value }
      return .string(text.uppercased())
    }
  }

  /// Names as `null`, and accounts as their last four characters.
  static func masked(_ json: JSONValue) -> JSONValue {
    changed(json) { key, value in
      switch (key, value) {
      case ("name", _): .null
      case (_, .string(let text)) where key.hasSuffix("_account_id"):
        .string("********" + text.suffix(4))
      default: value
      }
    }
  }

  private static let spelled: Set = [
    "network_id", "name", "cloud_provider_region", "region_code", "primary_cloud_account_id",
    "secondary_cloud_account_id",
  ]

  private static func changed(
    _ json: JSONValue, _ change: (String, JSONValue) -> JSONValue
  ) -> JSONValue {
    guard case .object(var response) = json else { return json }
    let records = json["data"].elements.map { record in
      // Orders are made of networks and coverage, so these stay as they are.
      guard record["record_type"].text == "virtual_cross_connect" else { return record }
      let members = record.members.map { ($0.key, change($0.key, $0.value)) }
      return JSONValue.object(Dictionary(members, uniquingKeysWith: { first, _ in first }))
    }
    response["data"] = .array(records)
    return .object(response)
  }
}
