internal import CrossConnect

/// JSON for a log: the values that are known to be harmless, and only type and length of all
/// others.
enum LoggedJSON {
  /// The most bytes of a name, a place or a status; a longer text is something else.
  private static let longestText = 200

  /// The most elements of a page; a longer list is something else.
  private static let longestList = PagedList<Never>.pageSize

  /// `value` on one line.
  package static func text(of value: JSONValue) -> String {
    value.isObject ? text(value, in: .data) : kind(value)
  }

  /// The part of an answer that a member stands in.
  private enum Surroundings {
    case data
    /// An error, whose sentences may repeat anything.
    case errors
  }

  private static func text(_ value: JSONValue, in surroundings: Surroundings) -> String {
    switch value {
    case .array(let elements) where elements.count <= longestList:
      return "[" + elements.map { text($0, in: surroundings) }.joined(separator: ",") + "]"
    case .object(let members):
      var unknown = 0
      var parts: [String] = []
      for (name, member) in members.sorted(by: { $0.key < $1.key }) {
        if let text = text(member, named: name, of: value.cloudProvider, in: surroundings) {
          parts.append("\"\(name)\":\(text)")
        } else {
          unknown += 1
        }
      }
      if unknown > 0 { parts.append("<\(unknown) more>") }
      return "{" + parts.joined(separator: ",") + "}"
    case .null, .bool, .integer, .number, .string, .array:
      return kind(value)
    }
  }

  /// A member's value; `nil` if its name isn't known, since the name itself may be a secret.
  private static func text(
    _ value: JSONValue, named name: String, of provider: CloudProvider?,
    in surroundings: Surroundings
  ) -> String? {
    let isContainer = value.isObject || value.isArray
    switch (surroundings, name) {
    case (_, "errors"):
      return isContainer ? text(value, in: .errors) : kind(value)
    case (.data, "data"), (.data, "meta"), (.data, "location"), (.data, "region"),
      (.errors, "source"):
      if isContainer { return text(value, in: surroundings) }
      return name == "region" ? open(value) : kind(value)
    case (.errors, "code"), (.errors, "pointer"), (.errors, "parameter"):
      return open(value)
    case (.errors, "title"), (.errors, "detail"), (.errors, "description"), (.errors, "message"):
      return kind(value)
    case (.errors, _):
      return nil
    case (.data, _) where openNames.contains(name):
      return open(value)
    case (.data, _):
      switch Confidentiality(of: name, for: provider) {
      case .open: return open(value)
      case .confidential where Confidentiality.askedMembers.contains(name): return kind(value)
      case .confidential, .unknown: return nil
      }
    }
  }

  /// The members of answers that anyone may read.
  private static let openNames: Set = [
    "id", "status", "record_type", "created_at", "updated_at", "primary_enabled",
    "secondary_enabled", "primary_routing_announcement", "secondary_routing_announcement",
    "available_bandwidth", "code", "name", "pop", "site", "total_pages", "total_results",
    "page_number", "page_size",
  ]

  private static func open(_ value: JSONValue) -> String {
    switch value {
    case .array(let elements) where elements.count <= longestList:
      "[" + elements.map(open).joined(separator: ",") + "]"
    case .string(let text) where text.utf8.count > longestText: kind(value)
    case .null, .bool, .integer, .number, .string: value.jsonText
    case .array, .object: kind(value)
    }
  }

  /// The value's type and length.
  private static func kind(_ value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool: "<true or false>"
    case .integer, .number: "<number>"
    case .string(let text): "<string, \(MaskedText.characters(text.count))>"
    case .array(let elements): "<array of \(elements.count)>"
    case .object(let members): "<object of \(members.count)>"
    }
  }
}

extension JSONValue {
  /// The confidential values of an order, or of the answer about one, by their names.
  var confidentialTexts: [Secret] {
    let object = self["data"].isObject ? self["data"] : self
    return object.members.compactMap { name, value in
      guard Confidentiality(of: name, for: object.cloudProvider) == .confidential else {
        return nil
      }
      return value.text.map(Secret.init)
    }
  }
}
