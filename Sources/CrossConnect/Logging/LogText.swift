/// Makes text fit for one line of a log that is read with `cat`.
enum LogText {
  /// `text` with everything that could move the cursor, recolour or reorder a terminal as Swift would
  /// write it: `\n`, `\u{1B}`.
  static func line(_ text: String) -> String {
    guard !text.utf8.allSatisfy(ASCII.isPrintable) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let escape = escape(scalar) {
        result.append(contentsOf: escape.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String? {
    switch (scalar, scalar.properties.generalCategory) {
    case ("\n", _): "\\n"
    case ("\r", _): "\\r"
    case ("\t", _): "\\t"
    case (_, .control), (_, .format), (_, .lineSeparator), (_, .paragraphSeparator),
      (_, .surrogate), (_, .privateUse), (_, .unassigned):
      "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: nil
    }
  }
}
