import Testing

@testable import TerminalUI

@Suite struct ContentTests {
  private func drawn(_ content: Content, rows: Range<Int>, top: Int = 0) -> Frame {
    var frame = Frame(size: Size(rows: rows.upperBound + 1, columns: content.columns))
    content.draw(into: &frame, rows: rows, top: top)
    return frame
  }

  @Test func `lines are drawn from the scrolled top into the rows there are`() {
    var content = Content(columns: 20)
    for number in 1...5 { content.line("line \(number)") }
    #expect(drawn(content, rows: 1..<3, top: 2).text == "\n  line 3\n  line 4\n")
  }

  @Test func `a line leaves the last column free, and a mark where it was cut`() {
    var content = Content(columns: 10)
    content.line("123456789")
    #expect(drawn(content, rows: 0..<1).text == "  123456~\n")
  }

  @Test func `a paragraph takes the lines it needs`() {
    var content = Content(columns: 16)
    content.paragraph("Nothing was created at all.", at: 4)
    #expect(drawn(content, rows: 0..<4).text == "    Nothing was\n    created at\n    all.\n\n")
  }

  @Test func `the cursor is shown only while its line is`() {
    var content = Content(columns: 20)
    content.line("one")
    content.line("two")
    content.placeCursor(at: 30)
    #expect(drawn(content, rows: 3..<5).cursor == Position(row: 4, column: 19))
    #expect(drawn(content, rows: 3..<4).cursor == nil)
    #expect(drawn(content, rows: 3..<5, top: 2).cursor == nil)
  }

  @Test func `the focused lines run from where they began to the last`() {
    var content = Content(columns: 20)
    content.line()
    content.line()
    content.focusLines(from: 1)
    #expect(content.focused == 1..<2)
  }

  @Test func `text added before any line, or beyond the edge, is left out`() {
    var content = Content(columns: 5)
    content.append("lost", at: 0)
    content.line("also lost", at: 4)
    #expect(drawn(content, rows: 0..<1).text == "\n")
  }
}
