/// The key by which the API knows an account.
public enum APIKey {
  /// Checks that a header can carry a key: printable ASCII only.
  ///
  /// The sentence never quotes the key.
  ///
  /// - SeeAlso: RFC 6750, section 2.1, Authorization Request Header Field (`b64token`).
  public static func finding(for key: Secret) -> Finding? {
    let text = key.revealed
    let quotes = "\"'`\u{2018}\u{2019}\u{201C}\u{201D}"
    if let first = text.first, let last = text.last, text.count > 1, quotes.contains(first),
      quotes.contains(last)
    {
      return .blocks("The API key has quotes around it. Enter it without them.")
    }
    for prefix in ["Bearer ", "TELNYX_API_KEY="] where text.hasPrefix(prefix) {
      return .blocks("\"\(prefix.trimmed)\" is not part of an API key. Enter what follows it.")
    }
    if text.unicodeScalars.contains(where: \.properties.isWhitespace) {
      return .blocks("An API key has no space or line break in it; this one has. Copy it again.")
    }
    if text.hasControlCharacter {
      return .blocks("An API key has no control character in it; this one has. Copy it again.")
    }
    if let scalar = text.unicodeScalars.first(where: { !$0.isASCII }) {
      return .blocks(
        "An API key is made of ASCII characters only; this has \(DisplayText.named(scalar)). "
          + "Copy it again.")
    }
    return nil
  }
}
