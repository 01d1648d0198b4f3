/// A check's result for one answer: a sentence that tells what is wrong, and what would be right.
public enum Finding: Hashable, Sendable {
  /// The answer can't be sent.
  case blocks(String)
  /// The answer is unusual; it may be sent all the same.
  case warns(String)
  /// The answer was read in this way.
  case notes(String)

  /// The sentence.
  public var sentence: String {
    switch self {
    case .blocks(let sentence), .warns(let sentence), .notes(let sentence): sentence
    }
  }

  /// Whether the person can't go on with this answer.
  public var isBlocking: Bool {
    switch self {
    case .blocks: true
    case .warns, .notes: false
    }
  }

  /// The word before the sentence.
  public var word: String {
    switch self {
    case .blocks: "Error"
    case .warns: "Warning"
    case .notes: "Note"
    }
  }
}
