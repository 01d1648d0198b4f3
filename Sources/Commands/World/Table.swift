internal import CrossConnect

/// Rows of values: in columns for people, with tabs between them for programs.
struct Table {
  let titles: [String]
  let rows: [[String]]

  /// The lines of the table.
  ///
  /// - Parameters:
  ///   - isAligned: Whether columns stand below each other.
  ///   - hasTitles: Whether the first line names the columns.
  /// - Returns: The lines.
  func lines(isAligned: Bool, hasTitles: Bool) -> [String] {
    let cells = (hasTitles ? [titles] : []) + rows.map { $0.map(DisplayText.visible) }
    guard isAligned else { return cells.map { $0.joined(separator: "\t") } }
    let widths = titles.indices.map { column in
      cells.map { TextLayout.width(of: $0[column]) }.max() ?? 0
    }
    return cells.map { row in
      row.enumerated().map { column, text in
        text + String(repeating: " ", count: widths[column] - TextLayout.width(of: text))
      }.joined(separator: "  ").trimmedAtEnd
    }
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
