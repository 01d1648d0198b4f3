import CrossConnect
import TerminalUI
import Testing

@Suite struct CellTextTests {
  @Test(arguments: [
    ("plain", "plain", "plain"),
    ("Zürich", "Zürich", "Z?rich"),
    ("日本", "日本", "????"),
    ("e\u{301}", "e\u{301}", "e"),
    ("\u{301}a", "a", "a"),
    ("a\u{200D}b\u{FE0F}c\u{202E}d", "abcd", "abcd"),
    ("👍🏽 ok", "👍 ok", "?? ok"), ("👩‍💻🇩🇪", "👩💻🇩🇪", "??????"),
    ("a\u{1B}[31m\n", "a[31m", "a[31m"),
  ])
  func `a text takes the columns it is counted for, whatever can be shown`(
    text: String, all: String, ascii: String
  ) {
    let shown = String(String.UnicodeScalarView(CellText.scalars(text) { _ in true }))
    let bare = String(String.UnicodeScalarView(CellText.scalars(text) { _ in false }))

    #expect(Array(shown.unicodeScalars) == Array(all.unicodeScalars))
    #expect(Array(bare.unicodeScalars) == Array(ascii.unicodeScalars))
    #expect(TextLayout.width(of: shown) == TextLayout.width(of: text))
    #expect(TextLayout.width(of: bare) == TextLayout.width(of: text))
  }

  @Test func `only printable ASCII is plain`() {
    #expect(CellText.isPlain("us-east-1 ~"))
    for text in ["é", "\t", "\u{7F}", "a\u{301}"] {
      #expect(!CellText.isPlain(text))
    }
  }
}
