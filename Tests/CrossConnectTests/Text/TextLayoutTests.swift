import CrossConnect
import TestSupport
import Testing

@Suite struct TextLayoutTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("größe", 5), ("e\u{301}", 1), ("東京", 4), ("ｶﾅ", 2), ("Ａ", 2),
    ("한글", 4), ("😀", 2), ("\u{200D}", 0), ("─", 1), ("é", 1), ("a\u{300}\u{301}\u{302}", 1),
    ("…", 1), ("€", 1), ("🇩", 1), ("\u{7}", 0), ("𠀀", 2), ("👍🏽", 2), ("👩‍💻", 4),
  ])
  func `a text is measured in columns`(text: String, width: Int) {
    #expect(TextLayout.width(of: text) == width)
  }

  @Test(arguments: [
    ("abc", 5, "abc"), ("abc", 3, "abc"), ("abc", 2, "ab"), ("abc", 0, ""), ("東京", 3, "東"),
    ("東京", 1, ""), ("e\u{301}a", 1, "e\u{301}"), ("", 3, ""),
  ])
  func `a beginning never has half a character`(text: String, columns: Int, prefix: String) {
    #expect(TextLayout.prefix(text, columns: columns) == prefix)
  }

  @Test(arguments: [
    ("abc", 3, "abc"), ("abcd", 3, "ab~"), ("東京", 4, "東京"), ("東京", 3, "東~"),
    ("東京", 2, "~"), ("abc", 1, "a"), ("東", 1, ""), ("abc", 0, ""), ("", 0, ""),
  ])
  func `what was cut off is told by a tilde`(text: String, columns: Int, cut: String) {
    #expect(TextLayout.truncated(text, to: columns) == cut)
  }

  @Test(
    arguments: [
      ("", 10, [""]),
      ("one two three", 7, ["one two", "three"]),
      ("one two three", 3, ["one", "two", "thr", "ee"]),
      ("abcdefgh", 3, ["abc", "def", "gh"]),
      ("a  b", 10, ["a  b"]),
      ("東京 大阪", 4, ["東京", "大阪"]),
      ("東京大阪", 5, ["東京", "大阪"]),
      ("東", 1, ["東"]),
      ("x", 0, []),
      ("then press [ Delete it ].", 21, ["then press", "[ Delete it ]."]),
      ("dann drücke [ Lösche es ].", 22, ["dann drücke", "[ Lösche es ]."]),
      ("press [ Delete it ].", 9, ["press [", "Delete it", "]."]),
      ("a [ b", 4, ["a [", "b"]),
    ] as [(String, Int, [String])])
  func `a text is folded at spaces, and within words that are too long`(
    text: String, columns: Int, lines: [String]
  ) {
    #expect(TextLayout.folded(text, to: columns) == lines)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `no cut or folded line is wider than it may be, and no character is lost`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("ab c東é😀 ") + ["e\u{301}"]
    for _ in 0..<20 {
      let length = Int.random(in: 0...40, using: &generator)
      let text = String(
        (0..<length).compactMap { _ in alphabet.randomElement(using: &generator) })
      let columns = Int.random(in: 2...20, using: &generator)
      let folded = TextLayout.folded(text, to: columns)
      #expect(folded.allSatisfy { TextLayout.width(of: $0) <= columns }, "seed \(seed)")
      #expect(
        folded.joined().filter { $0 != " " } == text.filter { $0 != " " }, "seed \(seed)")
      #expect(TextLayout.width(of: TextLayout.truncated(text, to: columns)) <= columns)
      #expect(text.hasPrefix(TextLayout.prefix(text, columns: columns)), "seed \(seed)")
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `plain text is folded as any other`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let length = Int.random(in: 0...40, using: &generator)
      let text = String((0..<length).compactMap { _ in "ab  []".randomElement(using: &generator) })
      let columns = Int.random(in: 1...20, using: &generator)
      let other = text.replacing("a", with: "é")
      #expect(
        TextLayout.folded(text, to: columns).map { $0.replacing("a", with: "é") }
          == TextLayout.folded(other, to: columns), "seed \(seed): \(text), \(columns)")
    }
  }
}
