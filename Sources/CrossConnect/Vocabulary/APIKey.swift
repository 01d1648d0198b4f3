/// The key by which the API knows an account.
public enum APIKey {
  /// Checks that a key can be sent, without quoting it: only printable ASCII travels in a header.
  ///
  /// - SeeAlso: RFC 6750, section 2.1, Authorization Request Header Field (`b64token`).
  public static func finding(for key: Secret) -> Finding? {
    let text = key.revealed
    if text.unicodeScalars.contains(where: \.properties.isWhitespace) {
      return .blocks("An API key has no space and no line break in it; this has. Copy it again.")
    }
    if text.hasControlCharacter {
      return .blocks("An API key has no control character in it; this has. Copy it again.")
    }
    guard text.utf8.allSatisfy({ ASCII.isPrintable($0) }) else {
      return .blocks("An API key is made of ASCII characters only; this isn't. Copy it again.")
    }
    return nil
  }
}
