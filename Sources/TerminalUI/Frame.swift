internal import CrossConnect

/// The size of a window in character cells.
public struct Size: Hashable, Sendable {
  /// The number of rows.
  public var rows: Int
  /// The number of columns.
  public var columns: Int

  /// A size in character cells.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}

/// A place in a window, counted from 0 at the top left.
public struct Position: Hashable, Sendable {
  /// The row from the top.
  public var row: Int
  /// The column from the left.
  public var column: Int

  /// A place in a window.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// What a text means; the terminal decides how the style looks.
public enum Style: CaseIterable, Hashable, Sendable {
  case plain
  /// Rules and marks between words, which nobody has to read.
  case quiet
  /// A heading, or the title.
  case strong
  /// The control that the keyboard acts on.
  case focused
  /// An answer that was given.
  case chosen
  case error
  case warning
  /// The permanent mark of a demo, where nothing is created or billed.
  case demo
}

/// A whole screen as a value: rows of styled text, and the cursor's place.
public struct Frame: Hashable, Sendable {
  /// Text in one style that starts at a column.
  public struct Span: Hashable, Sendable {
    /// The column of its first cell.
    public var column: Int
    /// The text: printable, and measured to fit.
    public var text: String
    /// What it means.
    public var style: Style
    /// The columns it takes, measured once.
    let width: Int
    /// The column after it.
    public var end: Int { column + width }
  }

  /// One row: spans from left to right that don't overlap, with blanks between them.
  public struct Row: Hashable, Sendable {
    /// The spans from left to right.
    public private(set) var spans: [Span] = []

    /// An empty row.
    public init() {}
  }

  /// The size it was made for.
  public let size: Size
  /// The rows, as many as the size has.
  public private(set) var rows: [Row]
  /// The hardware cursor's place; `nil` hides it.
  public var cursor: Position?

  /// A blank frame.
  public init(size: Size) {
    self.size = size
    rows = Array(repeating: Row(), count: max(0, size.rows))
  }

  /// Writes `text` at a place, cut to its row, and never into the bottom right cell.
  ///
  /// - Returns: The column after the text.
  @discardableResult
  public mutating func write(
    _ text: String, row: Int, column: Int, style: Style = .plain, width: Int = .max
  ) -> Int {
    guard rows.indices.contains(row), column >= 0 else { return column }
    // Writing the corner cell scrolls some terminals.
    let lastColumn = row == rows.count - 1 ? size.columns - 1 : size.columns
    return rows[row].write(
      text, at: column, room: min(width, lastColumn - column), style: style)
  }

  /// Replaces rows by others that were made for this width.
  mutating func place(_ new: ArraySlice<Row>, in range: Range<Int>) {
    for (offset, row) in range.enumerated() where rows.indices.contains(row) {
      let index = new.startIndex + offset
      rows[row] = index < new.endIndex ? new[index] : Row()
    }
  }

  /// The frame as plain text, one line for each row, without the blanks at their ends.
  public var text: String {
    rows.map(\.text).joined(separator: "\n")
  }
}

extension Frame.Row {
  /// Whether nothing is written in it.
  var isEmpty: Bool { spans.isEmpty }

  /// Writes `text` to the right of the last span, cut to `room` columns; a text that overlaps is
  /// left out.
  ///
  /// - Returns: The column after the text.
  @discardableResult
  mutating func write(_ text: String, at column: Int, room: Int, style: Style = .plain) -> Int {
    guard room > 0 else { return column }
    var fitting = text
    var columns = TextLayout.width(of: text)
    if columns > room {
      fitting = TextLayout.truncated(text, to: room)
      columns = TextLayout.width(of: fitting)
    }
    guard !fitting.isEmpty else { return column }
    // Most rows are a label and an answer.
    if spans.isEmpty { spans.reserveCapacity(2) }
    if column >= spans.last?.end ?? 0 {
      spans.append(Frame.Span(column: column, text: fitting, style: style, width: columns))
    }
    return column + columns
  }

  /// The row with `text` before everything else.
  func led(by text: String, at column: Int) -> Frame.Row {
    var row = Frame.Row()
    row.write(text, at: column, room: .max)
    row.spans += spans
    return row
  }

  /// The row as plain text without the blanks at its end.
  public var text: String {
    var line = ""
    var column = 0
    for span in spans {
      line += String(repeating: " ", count: span.column - column) + span.text
      column = span.end
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}
