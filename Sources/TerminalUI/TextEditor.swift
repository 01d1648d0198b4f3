internal import CrossConnect

/// A line of text with a cursor, edited by keys.
struct TextEditor: Hashable, Sendable {
  var text: String
  /// The number of characters before the cursor.
  var cursor: Int

  init(_ text: String, cursor: Int? = nil) {
    self.text = text
    self.cursor = 0
    self.cursor = min(cursor ?? count, count)
  }

  /// The number of characters; of printable ASCII each is a byte, as in nearly every answer.
  private var count: Int { TextLayout.isPlain(text) ? text.utf8.count : text.count }

  private var place: String.Index { index(of: cursor) }

  private func index(of character: Int) -> String.Index {
    TextLayout.isPlain(text)
      ? text.utf8.index(text.startIndex, offsetBy: character)
      : text.index(text.startIndex, offsetBy: character)
  }

  var beforeCursor: Substring { text[..<place] }

  var afterCursor: Substring { text[place...] }

  /// Inserts text; a combining character may join the one before it.
  mutating func insert(_ new: String) {
    let after = count - cursor
    if after == 0 { text += new } else { text.insert(contentsOf: new, at: place) }
    cursor = max(0, count - after)
  }

  /// Applies an editing action; `false` if it isn't one.
  mutating func apply(_ action: Action) -> Bool {
    switch action {
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(count, cursor + 1)
    case .toStart: cursor = 0
    case .toEnd: cursor = count
    case .deleteBackward: remove(from: max(0, cursor - 1), to: cursor)
    case .deleteForward: remove(from: cursor, to: min(count, cursor + 1))
    case .deleteWord: remove(from: startOfWord, to: cursor)
    case .deleteToEnd: remove(from: cursor, to: count)
    case .deleteToStart: remove(from: 0, to: cursor)
    default: return false
    }
    return true
  }

  private mutating func remove(from start: Int, to end: Int) {
    text.removeSubrange(index(of: start)..<index(of: end))
    cursor = start
  }

  private var startOfWord: Int {
    var rest = beforeCursor
    while rest.last == " " { rest.removeLast() }
    while let last = rest.last, last != " " { rest.removeLast() }
    return rest.count
  }

  /// A paste as a secret, without the end of a line that was copied whole.
  ///
  /// Every other character counts. The checks name one that can't be in it.
  static func pastedSecret(_ text: String) -> String {
    let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    return TypedText.withoutLineEnds(lines)
  }

  /// A paste as text: without line ends, escapes, other controls, and the space around it.
  ///
  /// - Parameters:
  ///   - text: What was pasted.
  ///   - separator: What stands between two lines.
  /// - Returns: One line.
  static func pasted(_ text: String, linesJoinedBy separator: String = "") -> String {
    let spaced = String(text.map { $0 == "\t" ? " " : $0 }).trimmed
    let line = spaced.split(whereSeparator: \.isNewline).joined(separator: separator)
    return line.unicodeScalars.reduce(into: "") { result, scalar in
      guard !String(scalar).hasControlCharacter else { return }
      result.unicodeScalars.append(scalar)
    }
  }
}
