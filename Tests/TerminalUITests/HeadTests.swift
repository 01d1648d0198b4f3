import Testing

@testable import TerminalUI

/// The title at the smallest size: what goes on is said before the program's name.
@Suite struct HeadTests {
  @Test(arguments: [
    ("new cross connect", "api.telnyx.com", "Telnyx VXC  new cross connect"),
    ("created, not active yet", "DEMO: nothing is created or billed", "created, not active yet"),
    ("outcome unknown", "DEMO: nothing is created or billed", "outcome unknown"),
    (
      "status: a_word_that_never_ends", "DEMO: nothing is created or billed",
      "status: a_word_that_ne~"
    ),
    (
      "created, not active yet", "an.api.at.a.host.of.a.very.long.name.example.com",
      "created, not active yet"
    ),
  ])
  func `the title keeps its state`(place: String, destination: String, title: String) {
    var frame = Frame(size: Size(rows: 16, columns: 60))
    Head(
      place: place, destination: destination, isDemo: false, step: nil, linesAbove: 0,
      drawsUnicode: false
    ).draw(into: &frame)
    let text = frame.rows[0].text
    #expect(text.hasPrefix(title + "  "), "\(text)")
    #expect(text.dropFirst(title.count).contains { $0 != " " }, "where requests go is shown too")
  }
}
