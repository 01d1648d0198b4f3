internal import CNcurses
internal import CrossConnect
internal import TerminalIO
internal import TerminalUI

/// Puts frames on the screen: ncurses gets only what differs, and writes only what differs.
@MainActor
struct Painter {
  private let appearance: Appearance
  private let canShow: (Unicode.Scalar) -> Bool
  private var canvas = Canvas()
  private var showsCursor = true

  /// A painter for the open terminal.
  ///
  /// Beyond ASCII it writes UTF-8 only. Even if the locale has another character set, the terminal
  /// most likely reads UTF-8, and its rows would break.
  init(usesColor: Bool, drawsUnicode: Bool) {
    appearance = Appearance(usesColor: usesColor)
    canShow = { scalar in
      drawsUnicode && TextEncoding.columns(of: scalar) == TextLayout.width(of: String(scalar))
    }
  }

  /// Shows `frame`; writes nothing if nothing has changed.
  mutating func paint(_ frame: Frame) {
    let window = Size(rows: Int(cn_rows()), columns: Int(cn_columns()))
    let before = canvas.cursor
    guard let strokes = canvas.strokes(to: frame, in: window) else { return }
    for stroke in strokes { draw(stroke) }
    cn_style(cn_plain, 0)
    update(inOneWrite: !isTyped(strokes, from: before, to: frame.cursor))
  }

  /// Whether a character was typed at the end of a text: ncurses writes that in one piece by itself.
  private func isTyped(_ strokes: [Canvas.Stroke], from old: Position?, to new: Position?) -> Bool {
    guard strokes.count == 1, case .text(let place, let text, _, columns: _) = strokes[0], let old,
      let new
    else { return false }
    return place.row == old.row && old.row == new.row && old.column < new.column
      && place.column + TextLayout.width(of: text) == new.column
  }

  /// Writes the whole screen again.
  mutating func repaint() {
    clearok(cn_screen(), true)
    update(inOneWrite: true)
  }

  /// Forgets what is shown, because the window has changed.
  mutating func forget() {
    canvas.forget()
  }

  /// Notes that the cursor is visible, as in a shell.
  mutating func forgetCursor() {
    showsCursor = true
  }

  private func draw(_ stroke: Canvas.Stroke) {
    switch stroke {
    case .clear(let place):
      cn_style(cn_plain, 0)
      move(Int32(place.row), Int32(place.column))
      clrtoeol()
    case .blank(let place, let columns):
      cn_style(cn_plain, 0)
      move(Int32(place.row), Int32(place.column))
      write(String(repeating: " ", count: columns), columns: columns)
    case .text(let place, let text, let style, let columns):
      move(Int32(place.row), Int32(place.column))
      let (attributes, pair) = appearance.of(style)
      cn_style(attributes, pair)
      write(text, columns: columns)
    }
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

  private mutating func update(inOneWrite isCollected: Bool) {
    if isCollected { cn_begin_frame() }
    let cursor = canvas.cursor
    // Nobody should see the cursor run over what is drawn.
    if cursor == nil, showsCursor { Modes.showCursor(false) }
    leaveok(cn_screen(), cursor == nil)
    if let cursor { move(Int32(cursor.row), Int32(cursor.column)) }
    refresh()
    if cursor != nil, !showsCursor { Modes.showCursor(true) }
    showsCursor = cursor != nil
    if isCollected { _ = cn_end_frame() }
  }
}
