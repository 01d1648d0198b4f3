internal import CTerminal

/// The character set of the person's locale.
public enum TextEncoding {
  /// Whether it is UTF-8; reading this sets it for the process, even if no such locale is
  /// installed.
  public static var isUTF8: Bool { ct_locale_is_utf8() }

  /// The columns that the C library counts for a scalar; -1 if the character set can't show it.
  public static func columns(of scalar: Unicode.Scalar) -> Int {
    Int(ct_width(scalar.value))
  }
}
