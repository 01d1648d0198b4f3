import TestSupport
import Testing

@testable import PlainUI

@Suite struct LineDecoderTests {
  @Test(arguments: [
    ("a\nb\n", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]), ("a\rb\r", ["a", "b"]), ("\n\n", ["", ""]),
    ("\r\n\n", ["", ""]), ("a\nrest", ["a"]), ("caf\u{E9} \u{1F600}\n", ["caf\u{E9} \u{1F600}"]),
  ])
  func `lines end with either sign or both, however they are cut`(text: String, lines: [String]) {
    let bytes = Array(text.utf8)
    for size in 1...max(1, bytes.count) {
      var decoder = LineDecoder()
      var found: [LineDecoder.Line] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        found += decoder.lines(in: bytes[start..<min(start + size, bytes.count)])
      }
      #expect(found == lines.map { .text($0) })
    }
  }

  @Test func `what is no text is told apart, and the next line is read`() {
    var decoder = LineDecoder()
    let lines = decoder.lines(in: [0x63, 0xE9, 0x0A, 0x61, 0x0A])
    #expect(lines == [.unreadable, .text("a")])
    let long = [UInt8](repeating: 0x61, count: 100_000) + [0x0A]
    #expect(decoder.lines(in: long) == [.unreadable])
  }
}
