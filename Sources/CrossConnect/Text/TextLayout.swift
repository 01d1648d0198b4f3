/// Measures text in terminal columns, and cuts and folds it to them.
public enum TextLayout {
  /// The number of columns `text` takes on a terminal.
  public static func width(of text: String) -> Int {
    // Nearly every text is printable ASCII, where a byte is a column.
    isPlain(text) ? text.utf8.count : slowWidth(of: text)
  }

  /// Whether every byte of `text` is one printable column.
  public static func isPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(ASCII.isPrintable) }
      ?? text.utf8.allSatisfy(ASCII.isPrintable)
  }

  /// The longest beginning of `text` that takes at most `columns`.
  public static func prefix(_ text: String, columns: Int) -> String {
    guard width(of: text) > columns else { return text }
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

  /// `text` if it fits in `columns`, else with `~` for its middle: codes differ in their ends.
  public static func withoutMiddle(_ text: String, to columns: Int) -> String {
    guard width(of: text) > columns else { return text }
    guard columns > 2 else { return truncated(text, to: columns) }
    let end = suffix(text, columns: (columns - 1) * 2 / 3)
    return prefix(text, columns: columns - 1 - width(of: end)) + "~" + end
  }

  /// `text` in lines of at most `columns`, broken at spaces where it can be.
  ///
  /// A button's title with its brackets, such as `[ Delete it ]`, is not broken.
  public static func folded(_ text: String, to columns: Int) -> [String] {
    guard columns > 0 else { return [] }
    if isPlain(text) { return foldedPlain(text, to: columns) }
    var lines: [String] = []
    var line = ""
    for word in words(of: text, within: columns) {
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

  /// Folds printable ASCII, where a byte is a column and a line is a slice of the text.
  private static func foldedPlain(_ text: String, to columns: Int) -> [String] {
    let bytes = text.utf8
    if bytes.count <= columns, bytes.first != 0x20 { return [text] }
    var lines: [String] = []
    /// The current line; an empty range before its first word.
    var line = bytes.startIndex..<bytes.startIndex
    var wordStart = bytes.startIndex
    while true {
      let wordEnd = endOfWord(in: text, from: wordStart, within: columns)
      let start = line.isEmpty ? wordStart : line.lowerBound
      if bytes.distance(from: start, to: wordEnd) <= columns {
        line = start..<wordEnd
      } else {
        if !line.isEmpty { lines.append(String(text[line])) }
        line = wordStart..<wordEnd
        while bytes.distance(from: line.lowerBound, to: wordEnd) > columns {
          let cut = bytes.index(line.lowerBound, offsetBy: columns)
          lines.append(String(text[line.lowerBound..<cut]))
          line = cut..<wordEnd
        }
      }
      guard wordEnd < bytes.endIndex else { break }
      wordStart = bytes.index(after: wordEnd)
    }
    if !line.isEmpty || lines.isEmpty { lines.append(String(text[line])) }
    return lines
  }

  private static func words(of text: String, within columns: Int) -> [String] {
    var words: [String] = []
    var start = text.startIndex
    while true {
      let end = endOfWord(in: text, from: start, within: columns)
      words.append(String(text[start..<end]))
      guard end < text.endIndex else { return words }
      start = text.utf8.index(after: end)
    }
  }

  /// The end of a word: the next space, or the end of the text.
  private static func endOfWord(
    in text: String, from start: String.Index, within columns: Int
  ) -> String.Index {
    let bytes = text.utf8
    let space = bytes[start...].firstIndex(of: 0x20) ?? bytes.endIndex
    guard space < bytes.endIndex, bytes[start..<space].elementsEqual("[".utf8),
      let bracket = bytes[space...].firstIndex(of: UInt8(ascii: "]"))
    else { return space }
    let end = bytes[bracket...].firstIndex(of: 0x20) ?? bytes.endIndex
    return width(of: String(text[start..<end])) <= columns ? end : space
  }

  private static func slowWidth(of text: String) -> Int {
    var columns = 0
    for scalar in text.unicodeScalars { columns += CharacterWidth.columns(of: scalar) }
    return columns
  }
}
