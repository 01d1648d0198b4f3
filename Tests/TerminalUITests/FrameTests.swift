import Testing

@testable import TerminalUI

@Suite struct FrameTests {
  @Test func `text is written where it was asked for, and what lies between is blank`() {
    var frame = Frame(size: Size(rows: 2, columns: 20))
    let next = frame.write("Network", row: 0, column: 2)
    frame.write("prod", row: 0, column: next + 3)
    #expect(next == 9)
    #expect(frame.text == "  Network   prod\n")
  }

  @Test func `text is cut at the right edge with a mark for what is missing`() {
    var frame = Frame(size: Size(rows: 2, columns: 8))
    let next = frame.write("Telnyx VXC", row: 0, column: 2)
    #expect(next == 8)
    #expect(frame.text == "  Telny~\n")
  }

  @Test func `the bottom right cell is never written, since that scrolls some terminals`() {
    var frame = Frame(size: Size(rows: 2, columns: 8))
    frame.write("12345678", row: 0, column: 0)
    frame.write("12345678", row: 1, column: 0)
    #expect(frame.text == "12345678\n123456~")
  }

  @Test func `a wide character that would stick out is left out whole`() {
    var frame = Frame(size: Size(rows: 2, columns: 5))
    let ends = [0, 1].map { frame.write("漢字漢", row: $0, column: 0) }
    #expect(ends == [5, 3])
    #expect(frame.text == "漢字~\n漢~")
  }

  @Test func `what would overlap earlier text is left out`() {
    var frame = Frame(size: Size(rows: 2, columns: 20))
    frame.write("Telnyx VXC", row: 0, column: 0)
    frame.write("api.telnyx.com", row: 0, column: 5)
    #expect(frame.text == "Telnyx VXC\n")
  }

  @Test func `places outside the window are left alone`() {
    var frame = Frame(size: Size(rows: 1, columns: 3))
    frame.write("a", row: -1, column: 0)
    frame.write("a", row: 1, column: 0)
    frame.write("a", row: 0, column: -1)
    frame.write("a", row: 0, column: 3)
    frame.write("", row: 0, column: 0)
    #expect(frame == Frame(size: Size(rows: 1, columns: 3)))
  }

  @Test func `a window without cells has a frame without rows`() {
    var frame = Frame(size: Size(rows: 0, columns: 0))
    frame.write("a", row: 0, column: 0)
    #expect(frame.text == "")
    #expect(Frame(size: Size(rows: -1, columns: 5)).rows.isEmpty)
  }
}
