internal import CrossConnect

/// The lines of a form before they are scrolled into a frame.
struct Content {
  /// The columns there are.
  let columns: Int
  private(set) var lines: [Frame.Row] = []
  /// How many of the lines are rows of a list, which has as many as there is room for.
  private(set) var listLines = 0
  /// Where the cursor stands, as a line and a column.
  private(set) var cursor: Position?
  /// The lines that have to be seen.
  private(set) var focused: Range<Int>?

  init(columns: Int) {
    self.columns = columns
    lines.reserveCapacity(24)
  }

  /// Begins a new line with text, which is cut at the right edge.
  mutating func line(_ text: String = "", at column: Int = 2, style: Style = .plain) {
    lines.append(Frame.Row())
    if !text.isEmpty { append(text, at: column, style: style) }
  }

  /// Adds a line of a list.
  mutating func listLine(_ row: Frame.Row) {
    lines.append(row)
    listLines += 1
  }

  /// Adds text to the last line.
  mutating func append(
    _ text: String, at column: Int, width: Int = .max, style: Style = .plain
  ) {
    guard !lines.isEmpty else { return }
    let room = min(width, columns - column - 1)
    lines[lines.count - 1].write(text, at: column, room: room, style: style)
  }

  /// Adds an answer to the last line, its end in view too.
  mutating func appendAnswer(_ text: String, at column: Int, style: Style = .plain) {
    append(
      TextLayout.withoutMiddle(text, to: columns - column - 1), at: column, style: style)
  }

  /// Adds text in as many lines as it needs.
  mutating func paragraph(_ text: String, at column: Int = 2, style: Style = .plain) {
    for part in TextLayout.folded(text, to: columns - column - 1) {
      line(part, at: column, style: style)
    }
  }

  /// Puts the cursor on the last line.
  mutating func placeCursor(at column: Int) {
    cursor = Position(row: lines.count - 1, column: min(column, columns - 1))
  }

  /// Marks the lines from `start` to the last as those that have to be seen.
  mutating func focusLines(from start: Int) {
    focused = start..<lines.count
  }

  /// Draws the lines from `top` on into rows of a frame.
  func draw(into frame: inout Frame, rows: Range<Int>, top: Int) {
    frame.place(lines.dropFirst(top), in: rows)
    guard let cursor, (top..<top + rows.count).contains(cursor.row) else { return }
    frame.cursor = Position(row: rows.lowerBound + cursor.row - top, column: cursor.column)
  }
}
