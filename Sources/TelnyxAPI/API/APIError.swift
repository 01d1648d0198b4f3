internal import CrossConnect

/// One error of an answer's `errors` list, read leniently.
public struct APIError: Hashable, Sendable {
  /// Telnyx's code, such as `10009`; empty if there was none.
  public let code: String
  /// What happened, in the API's words.
  public let message: String
  /// The JSON pointer, parameter or member that it is about, as written; `nil` if there was none.
  public let source: String?

  /// An error in the API's words.
  public init(code: String, message: String, source: String?) {
    self.code = code
    self.message = message
    self.source = source
  }

  /// Reads an error of any shape; its undocumented members go into the message, too.
  ///
  /// - Parameters:
  ///   - json: The error.
  ///   - name: The member that it stands under, if its name tells what it is about.
  init(_ json: JSONValue, under name: String? = nil) {
    code = json["code"].text ?? ""
    let sources = ["pointer", "parameter"].compactMap {
      Self.text(in: json["source"], under: [$0])
    }
    // A pointer to the whole body says less than the parameter beside it.
    source =
      sources.first { !Self.parts(of: $0).isEmpty } ?? sources.first ?? json["source"].text ?? name
    let words = Self.words(for: json, code: code)
    let isLong = words.utf8.count > Self.longestMessage
    message =
      isLong ? "\(words.prefix(Self.longestMessage)) ... (\(words.utf8.count) bytes)" : words
  }

  /// The most bytes of a message that stays whole; a longer one is cut to as many characters.
  ///
  /// A server could send megabytes that nobody reads.
  private static let longestMessage = 1 << 16

  private static func words(for json: JSONValue, code: String) -> String {
    var texts: [String] = []
    for key in ["detail", "description", "message"] {
      if let text = text(in: json, under: [key]), !texts.contains(text) { texts.append(text) }
    }
    if let title = text(in: json, under: ["title"]), !texts.contains(title) {
      if texts.isEmpty {
        texts = [title]
      } else if !reasonPhrases.contains(title.lowercased()) {
        texts[0] = "\(title): \(texts[0])"
      }
    }
    guard !texts.isEmpty else { return json.text ?? json.jsonText }
    return texts.joined(separator: " ") + further(in: json, code: code)
  }

  /// The undocumented members, in brackets.
  private static func further(in json: JSONValue, code: String) -> String {
    let known: Set = ["code", "title", "detail", "description", "message", "source", "meta"]
    var rest = json.members.filter { !known.contains($0.key) }
    rest.merge(json["source"].members.filter { !["pointer", "parameter"].contains($0.key) }) { $1 }
    rest.merge(json["meta"].members) { $1 }
    // The code itself leads to the page about it, so its URL is noise.
    if !code.isEmpty, rest["url"]?.text?.contains(code) == true { rest["url"] = nil }
    let words = rest.filter { $0.value != .null && $0.value != .string("") }
      .sorted { $0.key < $1.key }
      .map { "\($0.key): \($0.value.text ?? $0.value.jsonText)" }
    return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
  }

  /// The first text that isn't empty.
  private static func text(in json: JSONValue, under keys: [String]) -> String? {
    keys.lazy.compactMap { json[$0].text }.first { !$0.isEmpty }
  }

  /// The titles that only repeat the status: noise before a detail.
  private static let reasonPhrases: Set = [
    "bad request", "conflict", "forbidden", "internal server error", "not found",
    "service unavailable", "too many requests", "unauthorized", "unprocessable entity",
  ]

  /// Reads the API's own errors, the body's `errors` of any shape; none if it has no such member.
  package static func all(in response: HTTPResponse) -> [APIError] {
    guard let json = try? JSONValue(parsing: response.body) else { return [] }
    return all(in: json["errors"])
  }

  /// Reads the likely words of an error from JSON that isn't the API's.
  static func any(in json: JSONValue) -> [APIError] {
    switch json {
    case .object(let members):
      if let inner = members["errors"] ?? members["error"], inner != .null {
        let errors = all(in: inner)
        // What stands beside a single word tells more.
        if !errors.isEmpty, inner.text == nil || members.count == 1 { return errors }
      }
      return json.saysNothing ? [] : [APIError(json)]
    default: return all(in: json)
    }
  }

  /// Reads a list of errors, a single one, or errors by the members that they are about.
  private static func all(in json: JSONValue, under name: String? = nil) -> [APIError] {
    switch json {
    case .null, .string(""): return []
    case .array(let elements): return elements.map { APIError($0, under: name) }
    case .object(let members):
      let isError = ["code", "title", "detail", "description", "message"]
        .contains { members[$0]?.text != nil }
      guard !isError else { return [APIError(json, under: name)] }
      return members.sorted { $0.key < $1.key }.flatMap { all(in: $0.value, under: $0.key) }
    case .bool, .integer, .number, .string: return [APIError(json, under: name)]
    }
  }

  /// The error with its secrets masked.
  func masked(by mask: SecretMask) -> APIError {
    APIError(
      code: mask.masked(code), message: mask.masked(message),
      source: source.map(mask.masked))
  }

  /// The names in the pointer or parameter of any style, the last first; without indexes and
  /// wrappers.
  ///
  /// - SeeAlso: RFC 6901 (JSON Pointer: `~1`, `~0`), JSON:API 1.1, "Error Objects".
  public var keys: [String] { source.map(Self.parts) ?? [] }

  /// The last name in the pointer or parameter; `nil` if there is none.
  public var key: String? { keys.first }

  private static func parts(of source: String) -> [String] {
    let separators = source.contains("]") ? "/.[]#$\"' " : "/.#$\"' "
    return source.split(whereSeparator: { separators.contains($0) }).reversed()
      .map { String($0).replacing("~1", with: "/").replacing("~0", with: "~") }
      .filter { !ASCII.isDigits($0) && !wrappers.contains($0.lowercased()) }
  }

  /// The names around the keys of a request, in pointers of several styles.
  private static let wrappers: Set = [
    "data", "attributes", "body", "request", "params", "payload", "json", "-", "*",
    "virtual_cross_connect",
  ]
}

extension JSONValue {
  /// Whether it has no value at any depth.
  fileprivate var saysNothing: Bool {
    switch self {
    case .null, .string(""): true
    case .array(let elements): elements.allSatisfy(\.saysNothing)
    case .object(let members): members.values.allSatisfy(\.saysNothing)
    case .bool, .integer, .number, .string: false
    }
  }
}
