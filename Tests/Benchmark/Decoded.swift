import CrossConnect

/// An answer as the system's decoder reads it into structs, which take nothing but what they name.
struct DecodedAnswer<Element: Decodable>: Decodable {
  let data: [Element]
}

/// A network in such an answer.
struct DecodedNetwork: Decodable {
  let id: String
  let name: String
}

/// A row of the coverage in such an answer.
struct DecodedRow: Decodable {
  struct Location: Decodable {
    let code: String
    let name: String
    let pop: String
    let region: String
    let site: String
  }

  private enum CodingKeys: String, CodingKey {
    case cloudProvider = "cloud_provider"
    case cloudRegion = "cloud_provider_region"
    case bandwidths = "available_bandwidth"
    case location
  }

  let cloudProvider: String
  let cloudRegion: String
  let bandwidths: [Int]
  let location: Location
}

/// Any value as the system's decoder reads it: by trying each kind.
struct DecodedValue: Decodable {
  let value: JSONValue

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      value = .null
    } else if let bool = try? container.decode(Bool.self) {
      value = .bool(bool)
    } else if let integer = try? container.decode(Int64.self) {
      value = .integer(integer)
    } else if let number = try? container.decode(Double.self) {
      value = .number(number)
    } else if let string = try? container.decode(String.self) {
      value = .string(string)
    } else if let array = try? container.decode([DecodedValue].self) {
      value = .array(array.map(\.value))
    } else {
      value = .object(try container.decode([String: DecodedValue].self).mapValues(\.value))
    }
  }
}
