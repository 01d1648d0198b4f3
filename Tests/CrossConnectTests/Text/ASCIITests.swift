import CrossConnect
import Testing

@Suite struct ASCIITests {
  @Test func `each class has just its bytes`() {
    let all = (UInt8.min...UInt8.max)
    let digits = Array("0123456789".utf8)
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    #expect(all.filter(ASCII.isDigit) == digits)
    #expect(all.filter(ASCII.isLetter) == letters)
    #expect(all.filter(ASCII.isLetterOrDigit) == digits + letters)
    #expect(all.filter(ASCII.isHexDigit) == Array("0123456789ABCDEFabcdef".utf8))
    #expect(all.filter(ASCII.isPrintable) == Array(0x20...0x7E))
  }

  @Test(arguments: [
    (" a ", "a"), ("\t\n a b \r\n", "a b"), ("\u{A0}a\u{3000}", "a"), ("   ", ""), ("", ""),
    ("a", "a"),
  ])
  func `white space around a text is taken off`(text: String, trimmed: String) {
    #expect(text.trimmed == trimmed)
  }

  @Test(arguments: [
    "\u{0}", "\u{7}", "\u{1B}[31m", "\u{7F}", "\u{9B}", "\u{85}", "a\nb", "\u{2028}", "\u{2029}",
  ])
  func `control characters are seen`(text: String) {
    #expect(text.hasControlCharacter)
  }

  @Test(arguments: ["", "a b", "größe", "東京", "👩‍👩‍👧", "e\u{301}"])
  func `letters of any script are no control characters`(text: String) {
    #expect(!text.hasControlCharacter)
  }
}
