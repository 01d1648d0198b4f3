/// Makes text from outside harmless to show.
public enum DisplayText {
  /// `text` with everything that could move the cursor, recolour or reorder the screen made visible.
  ///
  /// Control characters become caret notation (`^[`), other invisible ones their code (`<U+202E>`);
  /// line ends become spaces.
  public static func visible(_ text: String) -> String {
    TextLayout.isPlain(text) ? text : text.unicodeScalars.map(visible).joined()
  }

  /// `text` as it can be printed: visible, with a `?` in each column of what the character set may not
  /// have.
  ///
  /// Written as UTF-8 to a terminal of another character set, some letters have bytes that are
  /// controls: the second byte of U+045B begins a sequence.
  ///
  /// - Parameters:
  ///   - text: One line.
  ///   - unicode: Whether the character set is UTF-8.
  /// - Returns: The line.
  public static func printable(_ text: String, unicode: Bool) -> String {
    let visible = visible(text)
    guard !unicode, !TextLayout.isPlain(visible) else { return visible }
    return visible.unicodeScalars.map { scalar in
      let text = String(scalar)
      return scalar.isASCII ? text : String(repeating: "?", count: TextLayout.width(of: text))
    }.joined()
  }

  private static func visible(_ scalar: Unicode.Scalar) -> String {
    switch (scalar, scalar.properties.generalCategory) {
    case ("\n", _), ("\r", _), ("\t", _):
      " "
    case ("\u{200D}", _):
      String(scalar)
    case (_, .control) where scalar.value < 0x80:
      "^" + String(Unicode.Scalar(UInt8(scalar.value) ^ 0x40))
    case (_, .control), (_, .format), (_, .lineSeparator), (_, .paragraphSeparator),
      (_, .surrogate), (_, .privateUse), (_, .unassigned):
      "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
    default:
      String(scalar)
    }
  }
}
