/// Measures text in terminal columns, and cuts and folds it to them.
public enum TextLayout {
  /// The number of columns `text` takes on a terminal.
  public static func width(of text: String) -> Int {
    // Nearly every text is printable ASCII, of which a byte is a column.
    var utf8 = text.utf8.makeIterator()
    var count = 0
    while let byte = utf8.next() {
      guard ASCII.isPrintable(byte) else { return slowWidth(of: text) }
      count += 1
    }
    return count
  }

  /// The longest beginning of `text` that takes at most `columns`.
  public static func prefix(_ text: String, columns: Int) -> String {
    var used = 0
    var end = text.startIndex
    for index in text.indices {
      used += width(of: String(text[index]))
      if used > columns { break }
      end = text.index(after: index)
    }
    return String(text[..<end])
  }

  /// The longest end of `text` that takes at most `columns`.
  public static func suffix(_ text: String, columns: Int) -> String {
    var used = 0
    var start = text.endIndex
    while start > text.startIndex {
      let before = text.index(before: start)
      used += width(of: String(text[before]))
      if used > columns { break }
      start = before
    }
    return String(text[start...])
  }

  /// `text` if it fits in `columns`, else its beginning with `~` for what was cut.
  public static func truncated(_ text: String, to columns: Int) -> String {
    guard width(of: text) > columns else { return text }
    guard columns > 1 else { return prefix(text, columns: columns) }
    return prefix(text, columns: columns - 1) + "~"
  }

  /// `text` in lines of at most `columns`, broken at spaces where it can be.
  public static func folded(_ text: String, to columns: Int) -> [String] {
    guard columns > 0 else { return [] }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false).map(String.init) {
      let joined = line.isEmpty ? word : line + " " + word
      if width(of: joined) <= columns {
        line = joined
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      var used = 0
      for character in word {
        let columnsOfIt = width(of: String(character))
        if used + columnsOfIt > columns, !line.isEmpty {
          lines.append(line)
          line = ""
          used = 0
        }
        line.append(character)
        used += columnsOfIt
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  private static func slowWidth(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + CharacterWidth.columns(of: $1) }
  }
}
