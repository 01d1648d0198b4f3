/// A text from an answer, compared without letter case, blanks and Unicode form.
///
/// The API may change these from one answer to the next.
public struct Identifier: Hashable, Sendable {
  /// The text in small letters, without blanks and invisible characters.
  package let text: String

  /// The identifier in a text.
  public init(_ text: String) {
    // Swift compares strings in any Unicode form; only invisible characters are to be dropped.
    self.text = String(
      String.UnicodeScalarView(
        text.lowercased().unicodeScalars.filter {
          !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
        }))
  }

  /// Whether a text hides what it stands for: `****d6c58`, `••••`.
  public static func isMasked(_ text: String) -> Bool {
    text.contains("**") || text.contains("•") || text.contains("…") || text.contains("...")
      || text.lowercased().contains("xxxx")
  }
}
