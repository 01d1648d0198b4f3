internal import CrossConnect

/// The drawing of a screen: a part that says the same as before is not drawn again.
public struct Drawing: Sendable {
  private var frame = Frame(size: Size(rows: 0, columns: 0))
  private var head: Head?
  private var foot: Foot?

  /// An empty drawing.
  public init() {}

  /// Draws a screen over its last drawing.
  ///
  /// - Returns: The whole frame: the same as that of a new drawing.
  public mutating func frame(of screen: WizardScreen) -> Frame {
    let layout = screen.layout
    if frame.size != layout.size || screen.isTooSmall {
      self = Drawing()
      frame = Frame(size: layout.size)
    }
    guard !screen.isTooSmall else {
      screen.drawTooSmall(&frame)
      return frame
    }
    let newHead = screen.head
    if head != newHead {
      newHead.draw(into: &frame)
      head = newHead
    }
    let newFoot = screen.foot
    if foot != newFoot {
      newFoot.draw(into: &frame)
      foot = newFoot
    }
    frame.cursor = newFoot.cursor
    screen.shown.draw(into: &frame, rows: layout.form, top: screen.scroll)
    if layout.showsPanel { screen.drawPanel(&frame) }
    return frame
  }
}

extension WizardScreen {
  /// The frame of the screen now.
  public var frame: Frame {
    var drawing = Drawing()
    return drawing.frame(of: self)
  }

  fileprivate func drawTooSmall(_ frame: inout Frame) {
    let words =
      "Make the window at least 60x16, or use vxc --plain; nothing is lost. ^C twice quits."
    for (row, line) in TextLayout.folded(words, to: size.columns - 1).enumerated() {
      frame.write(line, row: row, column: 0)
    }
  }
}

extension Frame {
  /// Draws a rule from a column to the right edge.
  mutating func drawRule(row: Int, from column: Int, drawsUnicode: Bool) {
    let line = String(
      repeating: drawsUnicode ? "\u{2500}" : "-", count: max(0, size.columns - column))
    write(line, row: row, column: column, style: .quiet)
  }
}
