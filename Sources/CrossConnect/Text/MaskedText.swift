/// Stands for a secret until the person asks for it.
public enum MaskedText {
  /// Stands for a secret where not even its length is told.
  public static let mask = String(repeating: "*", count: 8)

  /// At most 24 asterisks for the characters of a secret, and its length: `*** (3 characters)`.
  public static func masked(_ text: String) -> String {
    String(repeating: "*", count: min(text.count, 24)) + " (\(characters(text.count)))"
  }

  /// The length of a secret in words: "24 characters".
  public static func characters(_ count: Int) -> String {
    count == 1 ? "1 character" : "\(count) characters"
  }
}
