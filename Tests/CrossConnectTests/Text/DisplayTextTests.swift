import CrossConnect
import Testing

@Suite struct DisplayTextTests {
  @Test(arguments: [
    ("", ""),
    ("plain ~ text", "plain ~ text"),
    ("\u{1B}[31mred\u{1B}[0m", "^[[31mred^[[0m"),
    ("\u{1B}]0;title\u{7}", "^[]0;title^G"),
    ("\u{1B}]52;c;aGk=\u{1B}\\", "^[]52;c;aGk=^[\\"),
    ("\u{1B}Pq\u{1B}\\", "^[Pq^[\\"),
    ("\u{9B}2J", "<U+9B>2J"),
    ("\u{0}\u{8}\u{7F}", "^@^H^?"),
    ("a\nb\rc\td", "a b c d"),
    ("\u{202E}evil\u{202C}", "<U+202E>evil<U+202C>"),
    ("\u{2066}a\u{2069}", "<U+2066>a<U+2069>"),
    ("zero\u{200B}width", "zero<U+200B>width"),
    ("\u{FEFF}bom", "<U+FEFF>bom"),
    ("soft\u{AD}hyphen", "soft<U+AD>hyphen"),
    ("line\u{2028}end\u{2029}", "line<U+2028>end<U+2029>"),
    ("\u{E000}", "<U+E000>"),
    ("\u{E0041}", "<U+E0041>"),
    ("größe 東京", "größe 東京"),
    ("e\u{301}", "e\u{301}"),
    ("👩‍👩‍👧", "👩‍👩‍👧"),
  ])
  func `what could move the cursor or reorder the screen is made visible`(
    text: String, visible: String
  ) {
    #expect(DisplayText.visible(text) == visible)
  }

  @Test func `no scalar comes through that a terminal could act upon`() {
    for value in UInt32(0)...0x3FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let visible = DisplayText.visible(String(scalar))
      #expect(!visible.hasControlCharacter, "U+\(String(value, radix: 16))")
      #expect(!visible.isEmpty)
    }
  }

  @Test func `text that was made visible stays as it is`() {
    for text in ["\u{1B}[0m", "a\nb", "\u{202E}x", "größe"] {
      let visible = DisplayText.visible(text)
      #expect(DisplayText.visible(visible) == visible)
    }
  }
}
