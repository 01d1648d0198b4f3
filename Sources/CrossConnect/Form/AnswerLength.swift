/// How long anything that a person types may be: answers, filters, searches, keys.
///
/// Nothing that can be meant comes near it: the longest answer is a pairing key of some 60 characters.
/// What is longer is a paste of something else, and is not taken at all: half of a key is no key.
public enum AnswerLength {
  /// The most characters, counted as Unicode scalars: of these a letter may have any number.
  public static let longest = 4096

  /// Whether `text` is no longer than that.
  public static func fits(_ text: String) -> Bool {
    text.utf8.count <= longest || text.unicodeScalars.count <= longest
  }

  /// What to say of a text that doesn't fit: nothing of it was taken.
  public static func refusal(of text: String) -> String {
    "Not taken: that is \(text.unicodeScalars.count) characters; the limit is \(longest)."
  }
}
