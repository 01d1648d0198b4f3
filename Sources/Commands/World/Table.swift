internal import CrossConnect

/// Rows of values: in columns for people, with tabs between them for programs.
struct Table {
  let titles: [String]
  let rows: [[String]]

  /// The rows with tabs between the values.
  func tabbed(hasTitles: Bool) -> [String] {
    cells(hasTitles).map { $0.joined(separator: "\t") }
  }

  /// The rows with the columns below each other.
  ///
  /// - Parameters:
  ///   - columns: The columns that a line may take.
  ///   - dispensable: The columns to drop if there is no room for all, in the order of dropping.
  ///   - hasTitles: Whether the first line names the columns.
  /// - Returns: The lines; a value that has no room is cut off, but for the first of a row.
  func aligned(columns: Int, dispensable: [Int], hasTitles: Bool) -> [String] {
    let cells = cells(hasTitles)
    // One long value doesn't cost the others their columns.
    var widths = titles.indices.map { column in
      let widest = cells.map { TextLayout.width(of: $0[column]) }.max() ?? 0
      return column == 0 ? widest : min(widest, Self.usualWidth)
    }
    var shown = Array(titles.indices)
    let excess = { shown.reduce(-2) { $0 + widths[$1] + 2 } - columns }
    for column in dispensable where excess() > 0 { shown.removeAll { $0 == column } }
    while excess() > 0, let widest = shown.dropFirst().max(by: { widths[$0] < widths[$1] }),
      widths[widest] > Self.leastWidth
    {
      widths[widest] -= 1
    }
    return cells.map { row in
      let line = shown.map { column in
        let value = column == 0 ? row[0] : TextLayout.truncated(row[column], to: widths[column])
        return value
          + String(repeating: " ", count: widths[column] - TextLayout.width(of: value))
      }
      return String(line.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }
  }

  private static let usualWidth = 36
  private static let leastWidth = 6

  private func cells(_ hasTitles: Bool) -> [[String]] {
    (hasTitles ? [titles] : []) + rows.map { $0.map(DisplayText.visible) }
  }
}
