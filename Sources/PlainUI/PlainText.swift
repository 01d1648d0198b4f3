internal import CrossConnect

/// Lines for any terminal: narrow, harmless, and in ASCII where nothing else can be shown.
enum PlainText {
  /// The columns of a line; the eightieth makes some terminals begin another one.
  static let columns = 79

  /// `text` in lines, each behind an indentation that is `hanging` deeper from the second on.
  static func lines(_ text: String, indent: Int = 0, hanging: Int = 0) -> [String] {
    let first = TextLayout.folded(text, to: columns - indent)
    guard first.count > 1 else { return first.map { blanks(indent) + $0 } }
    let rest = text.dropFirst(first[0].count).drop { $0 == " " }
    return [blanks(indent) + first[0]]
      + TextLayout.folded(String(rest), to: columns - indent - hanging)
      .map { blanks(indent + hanging) + $0 }
  }

  static func blanks(_ count: Int) -> String {
    String(repeating: " ", count: count)
  }
}
