internal import CrossConnect

/// An answer from something between this machine and the API: a filter, a proxy, a portal.
///
/// It isn't the API's own JSON, and that tells it apart. It says nothing about the API key.
public struct Interception: Hashable, Sendable {
  /// The status code.
  public let status: Int
  /// The media type without its parameters, such as `text/html`; `nil` if the answer has none.
  public let contentType: String?
  /// The body's encoding, such as `gzip`, which nobody asked for; `nil` if there is none.
  public let encoding: String?
  /// The target of a redirect, without the parts of a URL that may hold secrets.
  public let location: String?
  /// Its own words, as far as they can be told from markup.
  public let words: [APIError]
  /// How long it wants to be left alone, if it said so.
  let wait: RetryAfter?

  /// An answer with these properties.
  public init(
    status: Int, contentType: String? = nil, encoding: String? = nil, location: String? = nil,
    words: [APIError] = [], wait: RetryAfter? = nil
  ) {
    self.status = status
    self.contentType = contentType
    self.encoding = encoding
    self.location = location
    self.words = words
    self.wait = wait
  }

  package init(_ response: HTTPResponse) {
    let type = response.headers["content-type"].flatMap(Self.firstPart)
    let encoding = response.headers["content-encoding"].flatMap(Self.firstPart)
    let isRedirect = (300..<400).contains(response.status)
    self.init(
      status: response.status, contentType: type,
      encoding: encoding == "identity" ? nil : encoding,
      location: isRedirect ? response.headers["location"].map(URLText.shown) : nil,
      words: Self.words(of: response, ofType: type), wait: RetryAfter(response))
  }

  /// The answer with its secrets masked.
  func masked(by mask: SecretMask) -> Interception {
    Interception(
      status: status, contentType: contentType.map(mask.masked),
      encoding: encoding.map(mask.masked), location: location.map(mask.masked),
      words: words.map { $0.masked(by: mask) }, wait: wait)
  }

  /// Whether a call that only reads may succeed on another try a moment later.
  ///
  /// - SeeAlso: RFC 6585, section 6: 511, "Network Authentication Required", is a portal's.
  var isPassing: Bool { status == 408 || status >= 500 && ![501, 511].contains(status) }

  private static func firstPart(_ value: String) -> String? {
    let part = value.prefix { $0 != ";" && $0 != "," }.trimmed.lowercased()
    return part.isEmpty ? nil : part
  }
}

// MARK: - Words

extension Interception {
  /// The most bytes read of an HTML page for its title; a longer plain text counts as no words.
  private static let longestText = 4096

  private static func words(of response: HTTPResponse, ofType type: String?) -> [APIError] {
    if let json = try? JSONValue(parsing: response.body) { return APIError.any(in: json) }
    let bytes = Array(response.body.prefix(longestText))
    let text =
      switch type {
      case "text/html", "application/xhtml+xml": title(of: bytes)
      case "text/plain" where bytes.count == response.body.count:
        String(decoding: bytes, as: UTF8.self)
      default: ""
      }
    return text.trimmed.isEmpty ? [] : [APIError(code: "", message: text.trimmed, source: nil)]
  }

  private static func title(of page: [UInt8]) -> String {
    let start = page.map(ASCII.lowercased).firstRange(of: Array("<title".utf8))?.upperBound
    guard let start else { return "" }
    let title = page[start...].drop { $0 != UInt8(ascii: ">") }.dropFirst()
      .prefix { $0 != UInt8(ascii: "<") }
    return String(decoding: title, as: UTF8.self)
  }
}
