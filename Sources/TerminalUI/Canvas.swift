/// The frame that a window shows, and the strokes that turn it into another.
public struct Canvas: Sendable {
  /// One thing to write.
  public enum Stroke: Hashable, Sendable {
    /// Blanks from a place to the end of its row.
    case clear(Position)
    /// Blanks from a place on.
    case blank(Position, columns: Int)
    /// Text from a place on, cut to the columns that there are.
    case text(Position, String, Style, columns: Int)
  }

  private var shown: Frame?

  /// A canvas of a window whose content isn't known.
  public init() {}

  /// The cursor's place in the frame that is shown.
  public var cursor: Position? { shown?.cursor }

  /// Forgets what is shown, because something else may have written to the window.
  public mutating func forget() {
    shown = nil
  }

  /// Makes a frame the one that is shown.
  ///
  /// A frame for another size of the window is skipped: the event with the new size is on its way,
  /// and the frame for it comes next.
  ///
  /// - Parameters:
  ///   - frame: The frame to show.
  ///   - window: The size of the window now.
  /// - Returns: The strokes, in order; `nil` if not even the cursor moves. Spans that are there
  ///   already, at either end of a row, are left alone.
  public mutating func strokes(to frame: Frame, in window: Size) -> [Stroke]? {
    guard frame.size == window else { return nil }
    let old = shown?.size == window ? shown : nil
    var strokes: [Stroke] = []
    for (number, row) in frame.rows.enumerated() {
      guard let oldRow = old?.rows[number] else {
        strokes.append(.clear(Position(row: number, column: 0)))
        add(row, over: Frame.Row(), at: number, of: window, to: &strokes)
        continue
      }
      if oldRow != row { add(row, over: oldRow, at: number, of: window, to: &strokes) }
    }
    shown = frame
    return old != nil && strokes.isEmpty && old?.cursor == frame.cursor ? nil : strokes
  }

  private func add(
    _ row: Frame.Row, over old: Frame.Row, at line: Int, of size: Size, to strokes: inout [Stroke]
  ) {
    // The corner cell is never written.
    let columns = size.columns - (line == size.rows - 1 ? 1 : 0)
    let most = min(row.spans.count, old.spans.count)
    let first = zip(row.spans, old.spans).prefix { $0 == $1 }.count
    let last = zip(row.spans.reversed(), old.spans.reversed()).prefix(most - first)
      .prefix { $0 == $1 }.count
    if let gone = old.spans[first..<old.spans.count - last].first, gone.column < columns {
      let place = Position(row: line, column: gone.column)
      let end = old.spans[old.spans.count - last - 1].end
      strokes.append(
        last == 0
          ? .clear(place) : .blank(place, columns: min(end, columns) - gone.column))
    }
    for span in row.spans.dropFirst(first).dropLast(last) where span.column < columns {
      strokes.append(
        .text(
          Position(row: line, column: span.column), span.text, span.style,
          columns: columns - span.column))
    }
  }
}
