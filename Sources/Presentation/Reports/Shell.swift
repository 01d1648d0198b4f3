internal import CrossConnect

/// Words as a POSIX shell takes them.
public enum Shell {
  /// A text as one word, in quotes where it needs them.
  public static func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.utf8.allSatisfy { ASCII.isLetterOrDigit($0) || "-._/,:@+".utf8.contains($0) }
    return isPlain ? text : "'\(text.replacing("'", with: #"'\''"#))'"
  }

  /// A command in lines of at most `columns` where its parts allow it.
  ///
  /// All but the last line end with a backslash, so that what is copied is one command.
  static func lines(_ parts: [String], columns: Int) -> [String] {
    var lines = Array(parts.prefix(1))
    for part in parts.dropFirst() {
      let last = lines[lines.count - 1]
      // Two columns are kept for what joins a line to the next.
      if TextLayout.width(of: last) + 1 + TextLayout.width(of: part) + 2 <= columns {
        lines[lines.count - 1] = "\(last) \(part)"
      } else {
        lines[lines.count - 1] = "\(last) \\"
        lines.append("  \(part)")
      }
    }
    return lines
  }

  /// What stays together of a command: its name with what follows, and each option with its value,
  /// unless that alone has more than `columns`.
  static func parts(of command: String, columns: Int) -> [String] {
    var parts: [[String]] = []
    for word in words(of: command) {
      if parts.isEmpty || word.hasPrefix("-") {
        parts.append([word])
      } else {
        parts[parts.count - 1].append(word)
      }
    }
    return parts.flatMap { words in
      let part = words.joined(separator: " ")
      return TextLayout.width(of: part) + 4 <= columns ? [part] : words
    }
  }

  /// The words of a command as they are written, each with its quotes.
  private static func words(of command: String) -> [String] {
    var isQuoted = false
    return command.split { character in
      if character == "'" { isQuoted.toggle() }
      return character == " " && !isQuoted
    }.map(String.init)
  }

  /// A line in pieces of at most `columns`, cut in quotes after a comma or a dot, where a cloud's
  /// expression may go on in the next line.
  static func cutInQuotes(_ line: String, columns: Int) -> [String] {
    guard TextLayout.width(of: line) > columns else { return [line] }
    var pieces: [String] = []
    var piece = ""
    var end: String.Index?
    var isQuoted = false
    for character in line {
      piece.append(character)
      if character == "'" { isQuoted.toggle() }
      if TextLayout.width(of: piece) > columns, let cut = end {
        pieces.append(String(piece[..<cut]))
        piece = "    " + piece[cut...]
        end = nil
      }
      if isQuoted, character == "," || character == "." { end = piece.endIndex }
    }
    return pieces + [piece]
  }
}
