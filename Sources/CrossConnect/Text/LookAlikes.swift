/// A text with look-alike characters read as ASCII, and without invisible ones.
///
/// - SeeAlso: Unicode Standard Annex 44, general categories Pd, Zs and Cf; Unicode block "Halfwidth
///   and Fullwidth Forms".
struct LookAlikes {
  /// The text as it is read.
  package let text: String
  /// The invisible characters that were left out, by their names.
  let leftOut: [String]
  /// What was read as something else, in a sentence; `nil` if nothing was.
  let remark: String?

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - inWords: Whether the text is in any language: then dashes and the joiners of emoji stay.
  init(_ text: String, inWords: Bool = false) {
    guard !TextLayout.isPlain(text) else {
      self.text = text
      leftOut = []
      remark = nil
      return
    }
    let isASCIIElse = text.unicodeScalars.allSatisfy { $0.isASCII || Self.isInvisible($0) }
    var read = String.UnicodeScalarView()
    var leftOut: [Unicode.Scalar] = []
    var readAs: [(scalar: Unicode.Scalar, as: Unicode.Scalar)] = []
    for scalar in text.unicodeScalars {
      if Self.isInvisible(scalar), !(inWords && !isASCIIElse && Self.joins(scalar)) {
        if !leftOut.contains(scalar) { leftOut.append(scalar) }
      } else if !scalar.isASCII, scalar.properties.generalCategory == .spaceSeparator {
        read.append(" ")
        readAs.append((scalar, " "))
      } else if !inWords, let other = Self.ascii(for: scalar) {
        read.append(other)
        readAs.append((scalar, other))
      } else {
        read.append(scalar)
      }
    }
    self.text = String(read)
    self.leftOut = leftOut.map(DisplayText.named)
    remark = Self.remark(on: readAs)
  }

  /// What was read as something else; of many characters the first stands for all.
  private static func remark(
    on readings: [(scalar: Unicode.Scalar, as: Unicode.Scalar)]
  ) -> String? {
    var seen: Set<Unicode.Scalar> = []
    let different = readings.filter { seen.insert($0.scalar).inserted }
    guard !different.isEmpty else { return nil }
    let words = different.prefix(different.count > 2 ? 1 : 2).map { scalar, other in
      other == " "
        ? "\(DisplayText.named(scalar)) read as a blank"
        : "\"\(scalar)\" (\(DisplayText.number(of: scalar))) read as \"\(other)\""
    }
    let more = different.count > 2 ? ", and \(different.count - 1) others" : ""
    return "\(words.joined(separator: ", "))\(more)."
  }

  /// Whether a character takes no place on the screen.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF:
      true
    default: false
    }
  }

  /// Whether the character joins letters or emoji, or keeps them apart: both can be seen.
  private static func joins(_ scalar: Unicode.Scalar) -> Bool {
    [0x200C, 0x200D].contains(scalar.value)
  }

  /// The ASCII character that `scalar` looks like; `nil` if there is none.
  private static func ascii(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x2010...0x2015, 0x2043, 0x2212, 0xFE58, 0xFE63: "-"
    case 0x2018...0x201B, 0x2032: "'"
    case 0x201C...0x201F, 0x2033, 0xAB, 0xBB: "\""
    case 0x2044, 0x2215: "/"
    case 0x2024: "."
    case 0x2236, 0xA789: ":"
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
    default: nil
    }
  }
}
