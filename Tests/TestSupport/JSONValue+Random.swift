public import CrossConnect

extension JSONValue {
  /// A random value, nested at most `depth` levels, with the API's keys and others.
  public static func random(
    depth: Int, using generator: inout some RandomNumberGenerator
  ) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &generator) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &generator))
    case 2: return .integer(Int64.random(in: .min ... .max, using: &generator))
    case 3: return .number(Double(Int.random(in: -1000...1000, using: &generator)) + 0.5)
    case 4: return .string(words.randomElement(using: &generator) ?? "")
    case 5:
      let count = Int.random(in: 0...3, using: &generator)
      return .array((0..<count).map { _ in random(depth: depth - 1, using: &generator) })
    default:
      var members: [String: JSONValue] = [:]
      for _ in 0..<Int.random(in: 0...4, using: &generator) {
        let key = words.randomElement(using: &generator) ?? ""
        members[key] = random(depth: depth - 1, using: &generator)
      }
      return .object(members)
    }
  }

  private static let words = [
    "data", "errors", "error", "meta", "total_pages", "id", "name", "title", "detail",
    "description", "code", "source", "pointer", "parameter", "location", "region", "status",
    "created", "created_at", "2018-02-02T22:25:27.521Z", "cloud_provider", "aws", "gce",
    "cloud_provider_region", "available_bandwidth", "primary_bgp_key", "bandwidth_mbps", "",
    "/bgp_asn", "\u{1B}[31m", "\u{202E}", "größe 東京", "1", "-1", "9999999999999999999",
  ]
}
