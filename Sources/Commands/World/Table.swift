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
  /// - Returns: The lines; they are too long only if even the other columns have no room.
  func aligned(columns: Int, dispensable: [Int], hasTitles: Bool) -> [String] {
    let cells = cells(hasTitles)
    let widths = titles.indices.map { column in
      cells.map { TextLayout.width(of: $0[column]) }.max() ?? 0
    }
    var shown = Array(titles.indices)
    for column in dispensable where shown.reduce(-2, { $0 + widths[$1] + 2 }) > columns {
      shown.removeAll { $0 == column }
    }
    return cells.map { row in
      let line = shown.map { column in
        row[column]
          + String(repeating: " ", count: widths[column] - TextLayout.width(of: row[column]))
      }
      return String(line.joined(separator: "  ").reversed().drop { $0 == " " }.reversed())
    }
  }

  private func cells(_ hasTitles: Bool) -> [[String]] {
    (hasTitles ? [titles] : []) + rows.map { $0.map(DisplayText.visible) }
  }
}
