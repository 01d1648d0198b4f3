import Flows
import TelnyxAPI
import Testing

@testable import TerminalUI

/// The title at the smallest size: what goes on is said before the program's name.
@Suite struct HeadTests {
  @Test(arguments: [
    ("new cross connect", "https://api.telnyx.com/v2", "Telnyx VXC  new cross connect"),
    ("created, not active yet", nil, "created, not active yet"),
    ("outcome unknown", nil, "outcome unknown"),
    ("status: a_word_that_never_ends", nil, "status: a_word_that_ne~"),
    (
      "created, not active yet", "https://an.api.at.a.host.of.a.very.long.name.example.com",
      "created, not active yet"
    ),
  ])
  func `the title keeps its state`(place: String, url: String?, title: String) throws {
    let destination = try url.map {
      Destination(baseURL: try BaseURL(parsing: $0), isDemo: false)
    }
    var frame = Frame(size: Size(rows: 16, columns: 60))
    Head(
      place: place, destination: destination ?? .demo, step: nil, linesAbove: 0, drawsUnicode: false
    ).draw(into: &frame)
    let text = frame.rows[0].text
    #expect(text.hasPrefix(title + "  "), "\(text)")
    #expect(text.dropFirst(title.count).contains { $0 != " " }, "where requests go is shown too")
  }
}
