public import FoundationEssentials

/// Any JSON value, for answers that are read leniently.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Reads JSON text in UTF-8.
  ///
  /// - Parameters:
  ///   - data: The text.
  ///   - isStrict: Whether to accept neither a comma after the last element nor a member that is
  ///     there twice, as befits a text that a person wrote.
  /// - Throws: `JSONProblem` if the text is not JSON.
  public init(parsing data: Data, isStrict: Bool = false) throws(JSONProblem) {
    // `withUnsafeBytes` loses the type of an error; `Result` keeps it.
    let result = data.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: UInt8.self) { bytes in
        Result { () throws(JSONProblem) in try JSONReader.value(of: bytes, isStrict: isStrict) }
      }
    }
    self = try result.get()
  }

  /// The member of an object, or `null`.
  public subscript(key: String) -> JSONValue {
    guard case .object(let members) = self else { return .null }
    return members[key] ?? .null
  }

  /// A string, or a number or truth value as its text; `nil` for anything else.
  public var text: String? {
    switch self {
    case .string(let string): string
    case .integer(let number): String(number)
    case .number(let number):
      Int64(exactly: number).map { String($0) } ?? String(number)
    case .bool(let bool): bool ? "true" : "false"
    case .null, .array, .object: nil
    }
  }

  /// The elements of an array; none for anything else.
  public var elements: [JSONValue] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  /// The members of an object; none for anything else.
  public var members: [String: JSONValue] {
    guard case .object(let members) = self else { return [:] }
    return members
  }

  /// Whether it is an object.
  public var isObject: Bool {
    guard case .object = self else { return false }
    return true
  }

  /// Whether it is an array.
  public var isArray: Bool {
    guard case .array = self else { return false }
    return true
  }
}

extension JSONValue: Encodable {
  /// Writes the value as JSON.
  ///
  /// - Parameter encoder: The encoder to write to.
  /// - Throws: The encoder's own error.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let bool): try container.encode(bool)
    case .integer(let integer): try container.encode(integer)
    case .number(let number): try container.encode(number)
    case .string(let string): try container.encode(string)
    case .array(let elements): try container.encode(elements)
    case .object(let members): try container.encode(members)
    }
  }

  /// The value as JSON text on one line, the members of objects sorted by name.
  public var jsonText: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = (try? encoder.encode(self)) ?? Data("null".utf8)
    return String(decoding: data, as: UTF8.self)
  }
}
