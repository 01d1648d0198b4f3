/// The limit for anything that a person types: answers, filters, searches, keys.
///
/// No real answer comes near it: the longest is a pairing key of some 60 characters. A longer text
/// is a paste of something else. The form takes none of it, since half of a key is no key.
public enum AnswerLength {
  /// The most characters, in Unicode scalars: one letter can have any number of them.
  public static let longest = 4096

  /// Whether `text` is within the limit.
  public static func fits(_ text: String) -> Bool {
    text.utf8.count <= longest || text.unicodeScalars.count <= longest
  }

  /// The sentence for a text that doesn't fit.
  public static func refusal(of text: String) -> String {
    "Not taken: that is \(text.unicodeScalars.count) characters; the limit is \(longest)."
  }
}
