/// Tests for text that machines read: `Character.isNumber` would take "٥", too.
public enum ASCII {
  /// Whether `byte` is `0`–`9`.
  public static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte)
  }

  /// Whether `byte` is `A`–`Z` or `a`–`z`.
  public static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF)
  }

  /// Whether `byte` is an ASCII letter or digit.
  public static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || isLetter(byte)
  }

  /// Whether `byte` is `0`–`9`, `A`–`F` or `a`–`f`.
  public static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x46).contains(byte & 0xDF)
  }

  /// `byte` as a small letter if it is `A`–`Z`.
  package static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  /// The number that a hexadecimal digit stands for; `nil` for any other byte.
  static func hexValue(_ byte: UInt8) -> UInt8? {
    guard isHexDigit(byte) else { return nil }
    return isDigit(byte) ? byte - 0x30 : (byte & 0xDF) - 0x37
  }

  /// Whether `byte` can be printed and is one column wide: space to `~`.
  public static func isPrintable(_ byte: UInt8) -> Bool {
    (0x20...0x7E).contains(byte)
  }

  /// Whether `text` is one or more digits and nothing else.
  public static func isDigits(_ text: String) -> Bool { isDigits(text[...]) }

  /// Whether a part of a text is one or more digits and nothing else.
  public static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(isDigit)
  }
}

extension StringProtocol {
  /// The text without the white space around it.
  public var trimmed: String {
    // Nearly every text begins and ends with a letter or a sign.
    let signs = ("\u{21}"..."\u{7E}") as ClosedRange<Unicode.Scalar>
    if let first = unicodeScalars.first, let last = unicodeScalars.last, signs.contains(first),
      signs.contains(last)
    {
      return String(self)
    }
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }

  /// Whether the text has a control character: C0, DEL, C1, the line or the paragraph separator.
  public var hasControlCharacter: Bool {
    unicodeScalars.contains {
      switch $0.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: true
      default: false
      }
    }
  }
}
