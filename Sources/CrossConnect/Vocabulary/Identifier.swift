/// A text from an answer, compared as an identifier: letter case, blanks and the form of its letters
/// don't count, since answers change them.
public struct Identifier: Hashable, Sendable {
  /// The text without what doesn't count.
  package let text: String

  /// The text without what doesn't tell it from another.
  public init(_ text: String) {
    // Strings are equal in whatever Unicode form; what is invisible is dropped.
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
