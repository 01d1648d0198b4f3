internal import CrossConnect

/// The lines of a form before they are scrolled into a frame.
struct Content {
  /// The columns of the form.
  let columns: Int
  private(set) var lines: [Frame.Row] = []
  /// The number of lines that are rows of a list; a list gets the rows that are left.
  private(set) var listLines = 0
  /// The cursor's place, as a line and a column.
  private(set) var cursor: Position?
  /// The lines that must be in view.
  private(set) var focused: Range<Int>?
  /// The first of the lines at the end that stay in view, whatever is scrolled above them.
  private(set) var pinned: Int?

  /// The number of first lines that stay in view if there is room: the error summary.
  private(set) var head = 0

  /// The columns of a text: nobody reads to the edge of a wide window.
  var textColumns: Int { min(columns, Self.longestText) }
  private static let longestText = 100

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

  /// Adds an answer to the last line; if it is too long, its middle is cut.
  mutating func appendAnswer(_ text: String, at column: Int, style: Style = .plain) {
    append(
      TextLayout.withoutMiddle(text, to: columns - column - 1), at: column, style: style)
  }

  /// Adds text, in as many lines as it needs.
  mutating func paragraph(_ text: String, at column: Int = 2, style: Style = .plain) {
    for part in TextLayout.folded(text, to: textColumns - column - 1) {
      line(part, at: column, style: style)
    }
  }

  /// Puts the cursor on the last line.
  mutating func placeCursor(at column: Int) {
    cursor = Position(row: lines.count - 1, column: min(column, columns - 1))
  }

  /// Makes the lines from `start` to the last those that must be in view.
  mutating func focusLines(from start: Int) {
    focused = start..<lines.count
  }

  /// Keeps the lines from `start` to the last in view, if not all lines fit.
  mutating func pin(from start: Int) {
    if start > 0 { pinned = start }
  }

  /// Keeps all lines so far in view, if the others have enough room.
  mutating func pinHead() { head = lines.count }

  /// How the lines share the rows of the form.
  struct Share: Hashable, Sendable {
    /// The number of lines that stay in view at the top.
    let head: Int
    /// The lines that can be scrolled.
    let lines: Range<Int>
    /// The number of rows for them.
    let rows: Int
    /// The lines that stay in view at the bottom.
    let pinned: Range<Int>

    /// The largest number of lines to scroll away.
    var lastScroll: Int { max(0, lines.count - rows) }

    /// Whether a line is in view, with `scroll` lines scrolled away.
    func shows(_ line: Int, scroll: Int) -> Bool {
      line < head || pinned.contains(line)
        || lines.contains(line) && (scroll..<scroll + rows).contains(line - head)
    }
  }

  /// The least rows for the scrolled lines; with fewer, nothing stays in view above them.
  private static let leastBody = 4

  /// How the lines share `rows` rows.
  func share(of rows: Int) -> Share {
    guard lines.count > rows, let pinned, lines.count - pinned < rows / 2 else {
      return Share(
        head: 0, lines: 0..<lines.count, rows: rows, pinned: lines.count..<lines.count)
    }
    // Then the blank line above them is not needed.
    let end = pinned > 0 && lines[pinned - 1].isEmpty ? pinned - 1 : pinned
    let left = rows - (lines.count - pinned)
    let head = head <= min(left - Self.leastBody, end) ? head : 0
    return Share(
      head: head, lines: head..<end, rows: left - head, pinned: pinned..<lines.count)
  }

  /// Draws the lines from `top` on into rows of a frame.
  func draw(into frame: inout Frame, rows: Range<Int>, top: Int) {
    let share = share(of: rows.count)
    let start = rows.lowerBound + share.head
    let border = start + share.rows
    frame.place(lines[..<share.head], in: rows.lowerBound..<start)
    frame.place(lines[share.lines].dropFirst(top), in: start..<border)
    frame.place(lines[share.pinned], in: border..<rows.upperBound)
    guard let cursor, share.shows(cursor.row, scroll: top) else { return }
    let row =
      cursor.row < share.head
      ? rows.lowerBound + cursor.row
      : share.pinned.contains(cursor.row)
        ? border + cursor.row - share.pinned.lowerBound : rows.lowerBound + cursor.row - top
    frame.cursor = Position(row: row, column: cursor.column)
  }
}
