import CrossConnect
import FoundationEssentials

/// Reads a JSON body property by property and collects everything that is wrong with it.
///
/// The real API ignores unknown and read-only properties. Here they are errors, so that a client's
/// mistake is seen.
struct BodyReader {
  /// The properties that only the API itself may set.
  private static let readOnly: Set<String> = [
    "id", "record_type", "created_at", "updated_at", "status", "region", "primary_enabled",
    "secondary_enabled",
  ]

  private let members: [String: JSONValue]
  private var unread: Set<String>
  private var errors: [ErrorEntry] = []

  /// Reads the text of a body.
  ///
  /// - Throws: A refusal with status 400 if it isn't a JSON object.
  init(_ body: Data) throws(Refusal) {
    guard let json = try? JSONValue(parsing: body) else {
      throw .malformed("The body is not well-formed JSON.")
    }
    guard case .object(let members) = json else {
      throw .malformed("The body is not a JSON object.")
    }
    self.members = members
    unread = Set(members.keys)
  }

  /// The text of a property, which stays unread; `nil` if it is no text.
  func peek(_ key: String) -> String? {
    guard case .string(let text) = members[key] else { return nil }
    return text
  }

  /// Whether the body has this property, even if it is null.
  func has(_ key: String) -> Bool {
    members[key] != nil
  }

  /// Whether a property that may be null isn't null; this reads it.
  mutating func hasValue(_ key: String) -> Bool {
    (value(key, isRequired: false) ?? .null) != .null
  }

  /// The text of a property; `nil` if it is absent or not a text that can be used.
  mutating func text(_ key: String, isRequired: Bool = false) -> String? {
    guard let value = value(key, isRequired: isRequired) else { return nil }
    guard case .string(let text) = value else {
      refuse(key, "'\(key)' must be a string.")
      return nil
    }
    guard !text.isEmpty else {
      if isRequired {
        refuse(key, "'\(key)' must not be empty.", code: .missingParameter)
      } else {
        refuse(key, "'\(key)' must not be empty; leave it out instead.")
      }
      return nil
    }
    guard !text.unicodeScalars.contains(where: isControl) else {
      refuse(key, "'\(key)' must not hold control characters.")
      return nil
    }
    return text
  }

  /// The number of a property; `nil` if it is absent or not a whole number.
  mutating func wholeNumber(_ key: String) -> Int64? {
    guard let value = value(key, isRequired: false) else { return nil }
    switch value {
    case .integer(let number):
      return number
    case .number(let number):
      if let whole = Int64(exactly: number) { return whole }
    case .null, .bool, .string, .array, .object:
      break
    }
    refuse(key, "'\(key)' must be a whole number.")
    return nil
  }

  /// Whether a property that must be there is null.
  mutating func isRequiredNull(_ key: String) -> Bool {
    value(key, isRequired: true) == .null
  }

  /// The truth value of a property; `nil` if it is absent or something else.
  mutating func flag(_ key: String) -> Bool? {
    guard let value = value(key, isRequired: false) else { return nil }
    guard case .bool(let flag) = value else {
      refuse(key, "'\(key)' must be true or false.")
      return nil
    }
    return flag
  }

  /// Notes an error at a property.
  mutating func refuse(
    _ key: String, _ detail: String, code: ErrorEntry.Code = .badRequest
  ) {
    errors.append(.at(key, detail, code: code))
    unread.remove(key)
  }

  /// Ends the reading: properties that nobody read are errors.
  ///
  /// - Throws: Every error in the body, with status 422.
  mutating func finish() throws(Refusal) {
    for key in unread.sorted() {
      refuse(
        key,
        Self.readOnly.contains(key)
          ? "'\(key)' is read-only and can't be sent here."
          : "'\(key)' is not a property that can be sent here.")
    }
    guard errors.isEmpty else { throw .unprocessable(errors) }
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    TextRule.control.contains { $0.contains(scalar) }
  }

  private mutating func value(_ key: String, isRequired: Bool) -> JSONValue? {
    unread.remove(key)
    if isRequired && members[key] == nil {
      refuse(key, "'\(key)' is a required parameter.", code: .missingParameter)
    }
    return members[key]
  }
}
