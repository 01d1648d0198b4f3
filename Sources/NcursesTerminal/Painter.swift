internal import CNcurses
internal import CrossConnect
internal import TerminalUI

/// Puts frames on the screen: only rows that differ are given to ncurses, which writes what differs.
@MainActor
struct Painter {
  private let appearance: Appearance
  private let canShow: (Unicode.Scalar) -> Bool
  private var shown: Frame?
  private var showsCursor = true

  /// A painter for the terminal that is open.
  ///
  /// Beyond ASCII only UTF-8 is written: where the locale has another character set, the terminal
  /// is still most likely one of UTF-8, whose rows would break.
  init(usesColor: Bool, drawsUnicode: Bool) {
    appearance = Appearance(usesColor: usesColor)
    canShow = { scalar in
      drawsUnicode && Int(cn_width(scalar.value)) == TextLayout.width(of: String(scalar))
    }
  }

  /// Shows `frame`; one equal to the last writes nothing.
  mutating func paint(_ frame: Frame) {
    var differs = shown == nil || shown?.cursor != frame.cursor
    for row in 0..<min(frame.rows.count, Int(cn_rows())) {
      let old = shown?.rows[row] ?? Frame.Row()
      guard old != frame.rows[row] else { continue }
      draw(frame.rows[row], over: old, at: Int32(row))
      differs = true
    }
    shown = frame
    if differs { update() }
  }

  /// Writes the whole screen again.
  mutating func repaint() {
    clearok(cn_screen(), true)
    update()
  }

  /// Forgets what is shown, as the window has changed.
  mutating func forget() {
    shown = nil
    erase()
  }

  /// Takes in that the cursor is shown, as it is to a shell.
  mutating func forgetCursor() {
    showsCursor = true
  }

  /// Writes what differs: spans that are there already, at either end of the row, are left alone.
  private func draw(_ row: Frame.Row, over old: Frame.Row, at line: Int32) {
    // A frame may be wider than a window that has just shrunk; the corner cell is never written.
    let columns = Int(cn_columns()) - (line == cn_rows() - 1 ? 1 : 0)
    let most = min(row.spans.count, old.spans.count)
    let first = zip(row.spans, old.spans).prefix { $0 == $1 }.count
    let last = zip(row.spans.reversed(), old.spans.reversed()).prefix(most - first)
      .prefix { $0 == $1 }.count
    if let gone = old.spans[first..<old.spans.count - last].first, gone.column < columns {
      move(line, Int32(gone.column))
      if last == 0 {
        clrtoeol()
      } else {
        let end = old.spans[old.spans.count - last - 1].end
        write(String(repeating: " ", count: end - gone.column), columns: columns - gone.column)
      }
    }
    for span in row.spans.dropFirst(first).dropLast(last) where span.column < columns {
      move(line, Int32(span.column))
      let (attributes, pair) = appearance.of(span.style)
      cn_style(attributes, pair)
      write(span.text, columns: columns - span.column)
    }
    cn_style(cn_plain, 0)
  }

  private func write(_ text: String, columns: Int) {
    if CellText.isPlain(text) {
      cn_write_ascii(text, Int32(min(columns, text.utf8.count)))
    } else {
      let fitting = TextLayout.prefix(text, columns: columns)
      let cells = CellText.scalars(fitting, where: canShow).map { wchar_t($0.value) }
      cn_write_wide(cells, Int32(cells.count))
    }
  }

  private mutating func update() {
    cn_begin_frame()
    let cursor = shown?.cursor
    // The cursor must not be seen running over what is being drawn.
    if cursor == nil, showsCursor { Modes.showCursor(false) }
    leaveok(cn_screen(), cursor == nil)
    if let cursor { move(Int32(cursor.row), Int32(cursor.column)) }
    refresh()
    if cursor != nil, !showsCursor { Modes.showCursor(true) }
    showsCursor = cursor != nil
    _ = cn_end_frame()
  }
}
