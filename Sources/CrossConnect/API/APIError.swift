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
    source = Self.text(in: json["source"], under: ["pointer", "parameter"]) ?? json["source"].text
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

  /// The JSON key it is about, whatever the pointer's style: the pointer's last part.
  public var key: String? {
    source?.split(whereSeparator: { "/.".contains($0) }).last.map(String.init)
  }
}
