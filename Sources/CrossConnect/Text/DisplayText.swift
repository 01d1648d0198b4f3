/// Makes text from outside harmless to show.
public enum DisplayText {
  /// `text` with everything that could move the cursor, recolour or reorder the screen made visible.
  ///
  /// Control characters become caret notation (`^[`), other invisible ones their code (`<U+202E>`);
  /// line ends become spaces.
  public static func visible(_ text: String) -> String {
    TextLayout.isPlain(text) ? text : text.unicodeScalars.map(visible).joined()
  }

  /// `text` made visible; without UTF-8, with a `?` for each column of a character beyond ASCII.
  ///
  /// On a terminal of another character set, some letters in UTF-8 have bytes that are controls:
  /// the second byte of U+045B begins a sequence.
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

  /// A character by its number and its kind: `U+2011 (non-breaking hyphen)`.
  public static func named(_ scalar: Unicode.Scalar) -> String {
    let sign = scalar.isASCII && scalar.properties.generalCategory != .control
    return "\(number(of: scalar)) (\(sign && scalar != " " ? "\"\(scalar)\"" : kind(of: scalar)))"
  }

  /// A character's number: `U+2011`.
  static func number(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  private static func kind(of scalar: Unicode.Scalar) -> String {
    switch (scalar.value, scalar.properties.generalCategory) {
    case (0x09, _): "tab"
    case (0x0A, _), (0x0D, _), (_, .lineSeparator), (_, .paragraphSeparator): "line break"
    case (0x1B, _): "escape"
    case (0x20, _): "blank"
    case (0xA0, _), (0x202F, _): "no-break space"
    case (0xAD, _): "soft hyphen"
    case (0x200B, _): "zero-width space"
    case (0x2010, _): "hyphen"
    case (0x2011, _): "non-breaking hyphen"
    case (0x2012, _): "figure dash"
    case (0x2013, _): "en dash"
    case (0x2014, _): "em dash"
    case (0x2212, _): "minus sign"
    case (0xFEFF, _): "byte order mark"
    case (0xFF01...0xFF5E, _): "full-width character"
    case (_, .control): "control character"
    case (_, .format): "invisible character"
    case (_, .spaceSeparator): "space"
    case (_, .dashPunctuation): "dash"
    case (_, .decimalNumber): "digit of another script"
    case (_, .uppercaseLetter), (_, .lowercaseLetter), (_, .titlecaseLetter),
      (_, .modifierLetter), (_, .otherLetter):
      "letter beyond ASCII"
    case (_, .initialPunctuation), (_, .finalPunctuation): "quotation mark"
    default: "sign beyond ASCII"
    }
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
