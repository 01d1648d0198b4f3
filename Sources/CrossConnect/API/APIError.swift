/// One error of an answer's `errors` list, read leniently.
public struct APIError: Hashable, Sendable {
  /// Telnyx's code, such as `10009`; empty if there was none.
  public let code: String
  /// What happened, in the API's words.
  public let message: String
  /// The JSON pointer or parameter it is about, as written.
  public let source: String?

  /// An error as the API words it.
  public init(code: String, message: String, source: String?) {
    self.code = code
    self.message = message
    self.source = source
  }

  /// Reads an error of any shape; whatever it is, nothing of it is dropped.
  init(_ json: JSONValue) {
    code = json["code"].text ?? ""
    let detail = Self.text(in: json, under: ["detail", "description", "message"])
    let title = Self.text(in: json, under: ["title"])
    switch (title, detail) {
    case (let title?, let detail?)
    where title != detail && !Self.reasonPhrases.contains(title.lowercased()):
      message = "\(title): \(detail)"
    default:
      message = detail ?? title ?? json.text ?? json.jsonText
    }
    let sources = ["pointer", "parameter"].compactMap {
      Self.text(in: json["source"], under: [$0])
    }
    // A pointer to the whole body says less than the parameter beside it.
    source =
      sources.first { !Self.parts(of: $0).isEmpty } ?? sources.first ?? json["source"].text
  }

  /// The first text that isn't empty.
  private static func text(in json: JSONValue, under keys: [String]) -> String? {
    keys.lazy.compactMap { json[$0].text }.first { !$0.isEmpty }
  }

  /// Titles that only repeat the status, and are noise before a detail.
  private static let reasonPhrases: Set = [
    "bad request", "conflict", "forbidden", "internal server error", "not found",
    "service unavailable", "too many requests", "unauthorized", "unprocessable entity",
  ]

  /// Reads all errors of an answer; none if it holds none, such as a proxy's HTML.
  static func all(in response: HTTPResponse) -> [APIError] {
    guard let json = try? JSONValue(parsing: response.body) else { return [] }
    let list = json["errors"].elements
    if !list.isEmpty { return list.map(APIError.init) }
    if json["error"].isObject { return [APIError(json["error"])] }
    guard let message = json["message"].text ?? json["error"].text else { return [] }
    return [APIError(code: json["code"].text ?? "", message: message, source: nil)]
  }

  /// The error without secrets in its words.
  func withholding(_ secrets: Withholding) -> APIError {
    APIError(
      code: secrets.withheld(in: code), message: secrets.withheld(in: message),
      source: source.map(secrets.withheld))
  }

  /// The names in the pointer or parameter, the last first, whatever its style: without indexes, and
  /// without the wrappers that stand around every key.
  ///
  /// - SeeAlso: RFC 6901 (JSON Pointer: `~1`, `~0`), JSON:API 1.1, "Error Objects".
  public var keys: [String] { source.map(Self.parts) ?? [] }

  /// The JSON key it is about, as far as its pointer alone tells.
  public var key: String? { keys.first }

  private static func parts(of source: String) -> [String] {
    let separators = source.contains("]") ? "/.[]#$\"' " : "/.#$\"' "
    return source.split(whereSeparator: { separators.contains($0) }).reversed()
      .map { String($0).replacing("~1", with: "/").replacing("~0", with: "~") }
      .filter { !ASCII.isDigits($0) && !wrappers.contains($0.lowercased()) }
  }

  /// What stands around the keys of a request in pointers of several styles.
  private static let wrappers: Set = [
    "data", "attributes", "body", "request", "params", "payload", "json", "-", "*",
    "virtual_cross_connect",
  ]
}
