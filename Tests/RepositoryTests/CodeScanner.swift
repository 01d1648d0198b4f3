/// Leaves out comments and the text in string literals, line by line.
///
/// It knows `//`, `"…"`, `#"…"#` and `"""`; what is interpolated into a string is left out too.
struct CodeScanner {
  /// What ends the literal the scanner is in.
  private enum Literal {
    case quoted, raw, multiline
  }

  private var literal: Literal?

  /// The code on the next line of a file.
  mutating func code(of line: String) -> String {
    var code: [UInt8] = []
    var rest = Array(line.utf8)[...]
    while let byte = rest.first {
      if let literal {
        leave(literal, &rest)
      } else if starts(rest, with: "//") {
        break
      } else if enter(&rest) {
        code += "\"\"".utf8
      } else {
        code.append(byte)
        rest.removeFirst()
      }
    }
    // Only a literal of three quotes goes on in the next line.
    if literal != .multiline { literal = nil }
    return String(decoding: code, as: UTF8.self)
  }

  /// Goes on behind the opening quotes, if there are any.
  private mutating func enter(_ rest: inout ArraySlice<UInt8>) -> Bool {
    let openings: KeyValuePairs<String, Literal> = [
      "\"\"\"": .multiline, "#\"": .raw, "\"": .quoted,
    ]
    for (opening, kind) in openings where starts(rest, with: opening) {
      literal = kind
      rest = rest.dropFirst(opening.utf8.count)
      return true
    }
    return false
  }

  /// Goes on behind the closing quotes, or one character further in the literal.
  private mutating func leave(_ current: Literal, _ rest: inout ArraySlice<UInt8>) {
    let closing =
      switch current {
      case .quoted: "\""
      case .raw: "\"#"
      case .multiline: "\"\"\""
      }
    if starts(rest, with: closing) {
      literal = nil
      rest = rest.dropFirst(closing.utf8.count)
    } else {
      let isEscape = current != .raw && rest.first == UInt8(ascii: "\\")
      rest = rest.dropFirst(isEscape ? 2 : 1)
    }
  }

  private func starts(_ bytes: ArraySlice<UInt8>, with text: String) -> Bool {
    bytes.starts(with: text.utf8)
  }
}
