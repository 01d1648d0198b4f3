/// Telnyx's end of a cross connect: a site that coverage lists.
public struct Location: Hashable, Sendable {
  /// The region code in an order: `ashburn-va`.
  public let code: String
  /// The name in words: `Ashburn VA, US`.
  public let name: String
  /// The point of presence: `DC2`.
  public let pop: String
  /// The part of the world: `AMER`, `EMEA` or `APAC`.
  public let area: String
  /// The site: `IAD`.
  public let site: String

  /// Whether a text has the form of a region code: ASCII letters, digits, `-` and `_`, with a `-`.
  public static func isCode(_ text: String) -> Bool {
    text.utf8.first.map(ASCII.isLetterOrDigit) == true && text.contains("-")
      && text.utf8.allSatisfy { ASCII.isLetterOrDigit($0) || "-_".utf8.contains($0) }
  }

  /// Whether a text has the form of a cloud region's name: `us-east-1`, `Newport(Wales)`.
  ///
  /// A bracket after a blank begins a remark, which no name has.
  public static func isName(_ text: String) -> Bool {
    text.utf8.first.map(ASCII.isLetterOrDigit) == true && !text.contains(" (")
      && text.utf8.allSatisfy {
        ASCII.isLetterOrDigit($0) || " -_.,&'/()".utf8.contains($0)
      }
  }

  /// A location with its names.
  public init(code: String, name: String, pop: String, area: String, site: String) {
    self.code = code
    self.name = name
    self.pop = pop
    self.area = area
    self.site = site
  }

  /// Reads a location from the API's answer; `nil` without a code.
  public init?(_ json: JSONValue) {
    guard let code = json["code"].text else { return nil }
    self.init(
      code: code, name: json["name"].text ?? code, pop: json["pop"].text ?? "",
      area: json["region"].text ?? "", site: json["site"].text ?? "")
  }
}
