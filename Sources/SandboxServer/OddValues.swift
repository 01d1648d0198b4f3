import CrossConnect

/// Makes an answer odd, in ways that no documentation promises and that real services have.
enum OddValues {
  /// Changes one record, or every record of a list, and adds some that are hardly records.
  static func applied(to json: JSONValue) -> JSONValue {
    guard json["data"].isArray else {
      return .object(["data": record(json["data"]), "warnings": .null])
    }
    let records = json["data"].elements.enumerated().map { index, element in
      index.isMultiple(of: 3) ? element : listed(element, namesIt: index.isMultiple(of: 2))
    }
    // Without `meta`, only the list itself shows its end.
    return .object(["data": .array(records + strays)])
  }

  /// A created cross connect with undocumented words, types and members.
  private static func record(_ json: JSONValue) -> JSONValue {
    var members = json.members.mapValues(withTextForNumbers)
    members["status"] = .string("awaiting_review")
    members["cloud_provider"] = .string("oracle")
    members["region"] = .null
    members["name"] = .null
    members["primary_enabled"] = .string("false")
    members["secondary_enabled"] = .null
    members["created_at"] = .integer(1_784_120_400)
    members["labels"] = .object(["tier": .array([.null, .integer(1), .bool(true)])])
    return .object(members)
  }

  private static func listed(_ json: JSONValue, namesIt: Bool) -> JSONValue {
    var members = json.members.mapValues(withTextForNumbers)
    if !namesIt { members["name"] = .null }
    members["updated_at"] = .null
    members["tags"] = .array([])
    return .object(members)
  }

  private static func withTextForNumbers(_ json: JSONValue) -> JSONValue {
    switch json {
    case .integer, .number: .string(json.text ?? "")
    case .array(let elements): .array(elements.map(withTextForNumbers))
    case .null, .bool, .string, .object: json
    }
  }

  /// Elements that are no network, cross connect or coverage, or not quite one.
  private static let strays: [JSONValue] = [
    .null, .integer(5), .string("next"), .object([:]), .object(["id": .null]), .array([.null]),
    .object(["cloud_provider": .string("aws"), "location": .null]),
    .object([
      "cloud_provider": .string("oracle"), "cloud_provider_region": .string("us-ashburn-1"),
      "location": .object(["code": .string("ashburn-va"), "name": .null]),
      "available_bandwidth": .null,
    ]),
    .object([
      "cloud_provider": .string("aws"), "cloud_provider_region": .string("eu-west-1"),
      "location": .object(["code": .string("nowhere-xx")]), "available_bandwidth": .string("50"),
    ]),
  ]
}
