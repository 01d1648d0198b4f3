/// A secret as it is shown until it is asked for.
public enum MaskedText {
  /// A secret as dots with its length.
  public static func masked(_ text: String) -> String {
    String(repeating: "*", count: min(text.count, 24)) + " (\(characters(text.count)))"
  }

  /// The length of a secret in words: "24 characters".
  public static func characters(_ count: Int) -> String {
    count == 1 ? "1 character" : "\(count) characters"
  }
}
