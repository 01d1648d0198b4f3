internal import CrossConnect

/// The text that narrows a list: every word has to occur, in any order and without the
/// punctuation around it.
public struct ChoiceFilter: Sendable {
  /// A word as typed, and with look-alike characters read as ASCII.
  private struct Word {
    let typed: String
    let plain: String
    let bytes: [UInt8]
  }

  private let words: [Word]

  /// A filter of the words in a text.
  public init(_ text: String) {
    words = text.lowercased().split(whereSeparator: \.isWhitespace).map { word in
      let plain = String(Self.core(of: TypedText.plain(String(word))[...]))
      return Word(
        typed: String(Self.core(of: word)), plain: plain, bytes: Array(plain.utf8))
    }
  }

  /// A word without the punctuation around it.
  static func core(of word: Substring) -> Substring {
    var word = word
    while let first = word.first, punctuation.contains(first) { word = word.dropFirst() }
    while let last = word.last, punctuation.contains(last) { word = word.dropLast() }
    return word
  }

  private static let punctuation = ",;:.()[]{}<>\"'`"

  /// Whether every word occurs in `text`, which must be in lower case.
  func passes(_ text: String) -> Bool {
    words.allSatisfy { text.contains($0.typed) || text.contains($0.plain) }
  }

  /// Whether the bytes of every word occur in `text`.
  func passes(_ text: UnsafeBufferPointer<UInt8>.SubSequence) -> Bool {
    let text = UnsafeBufferPointer(rebasing: text)
    for word in words where !Self.has(word.bytes, in: text) { return false }
    return true
  }

  private static func has(_ word: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count <= text.count else { return false }
    guard !word.isEmpty else { return true }
    let first = word[0]
    var start = 0
    while start <= text.count - word.count {
      if text[start] == first {
        var length = 1
        while length < word.count, text[start + length] == word[length] { length += 1 }
        if length == word.count { return true }
      }
      start += 1
    }
    return false
  }
}
