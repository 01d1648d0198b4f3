/// What was done with the BGP keys of an answer, which no draft and no receipt keeps.
public enum KeyExposure: Int, Comparable, Hashable, Sendable {
  case none
  /// They went to the terminal's clipboard, or to files that the person asked for.
  case copied
  /// The screen showed them; then the program prints them at the end, too.
  case shown

  /// Orders the less exposed before the more exposed.
  public static func < (left: KeyExposure, right: KeyExposure) -> Bool {
    left.rawValue < right.rawValue
  }
}
