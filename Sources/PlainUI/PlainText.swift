internal import CrossConnect

/// Lines for any terminal: narrow, harmless, and ASCII if nothing else can be shown.
enum PlainText {
  /// The columns of a line; an eightieth makes some terminals begin another line.
  static let columns = 79

  /// `text` in lines behind an indentation; from the second line on, it is `hanging` deeper.
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
