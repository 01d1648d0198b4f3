import TerminalUI
import Testing

/// A slow line, on which an Escape is taken for a key before the rest of its sequence comes.
@Suite struct LateRestTests {
  /// Decodes an Escape that was one, and then bytes.
  private func decoder(after pauses: Int = 1) -> InputDecoder {
    var decoder = InputDecoder()
    #expect(decoder.take([0x1B]) == [])
    #expect(decoder.takePause() == [.key(.escape)])
    for _ in 1..<pauses { #expect(decoder.takePause() == []) }
    return decoder
  }

  @Test(arguments: [
    "[D", "[A", "[1;5C", "[3~", "[8$", "[5^", "[Z", "[I", "[O", "[<0;10;20M", "[97;5u", "[24;80R",
    "[?1;2c", "[a", "OD", "OP", "OH",
  ])
  func `the rest of a key that comes late is never typed`(rest: String) {
    var whole = decoder()
    #expect(whole.take(Array(rest.utf8) + Array("x".utf8)) == [.key(.character("x"))])
    #expect(whole.hasComeLate)

    var inPieces = decoder()
    for byte in rest.utf8 {
      #expect(inPieces.waiting != .nothing)
      #expect(inPieces.take([byte]) == [])
    }
    #expect(inPieces.waiting == .nothing)
    #expect(inPieces.take(Array("[".utf8)) == [.key(.character("["))])
  }

  @Test(arguments: ["[x", "[ ", "[]", "[~", "[[", "Os", "Oslo", "a", "é", "O[", "[1 "])
  func `what a person types after an Escape is typed`(text: String) {
    var decoder = decoder()
    let typed = decoder.take(Array(text.utf8)) + decoder.takePause()
    #expect(typed == text.unicodeScalars.map { .key(.character($0)) })
    #expect(!decoder.hasComeLate)
  }

  @Test(arguments: ["[", "O", "[1", "[1;5"])
  func `what is held back is typed after a pause`(text: String) {
    var decoder = decoder()
    #expect(decoder.take(Array(text.utf8)) == [])
    #expect(decoder.waiting == .sequence)
    #expect(decoder.takePause() == text.unicodeScalars.map { .key(.character($0)) })
    #expect(decoder.waiting == .nothing)
  }

  @Test func `later only a bracket is held back, and in the end nothing is`() {
    var later = decoder(after: 2)
    #expect(later.take(Array("OD".utf8)) == [.key(.character("O")), .key(.character("D"))])
    later = decoder(after: 2)
    #expect(later.take(Array("[D".utf8)) == [])
    var last = decoder(after: 3)
    #expect(last.take(Array("[D".utf8)) == [.key(.character("[")), .key(.character("D"))])
  }

  @Test func `a paste whose mark comes late is a paste`() {
    var decoder = decoder()
    #expect(decoder.take(Array("[200~two\rlines\u{1B}[201~".utf8)) == [.paste("two\rlines")])
  }

  @Test func `other keys after an Escape are what they are`() {
    var decoder = decoder()
    #expect(decoder.take([0x0D]) == [.key(.enter)])
    decoder = self.decoder()
    #expect(decoder.take([0x1B, 0x5B, 0x41]) == [.key(.up)])
    decoder = self.decoder()
    #expect(decoder.take([0x5B, 0x03]) == [.key(.character("[")), .key(.control("c"))])
  }

  @Test func `what was discarded is not typed later`() {
    var decoder = decoder()
    #expect(decoder.take(Array("[1".utf8)) == [])
    decoder.discard()
    #expect(decoder.takePause() == [])
    #expect(decoder.take(Array("a".utf8)) == [.key(.character("a"))])
  }
}
