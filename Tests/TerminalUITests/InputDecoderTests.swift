import TerminalUI
import Testing

@Suite struct InputDecoderTests {
  /// What a terminal sends, and what it means.
  struct Sample: CustomTestStringConvertible {
    var bytes: [UInt8]
    var events: [TerminalEvent]

    init(_ text: String, _ keys: Key...) {
      bytes = Array(text.utf8)
      events = keys.map(TerminalEvent.key)
    }

    init(bytes: [UInt8], _ keys: Key...) {
      self.bytes = bytes
      events = keys.map(TerminalEvent.key)
    }

    init(pasting text: String, _ pasted: String) {
      bytes = Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
      events = [.paste(pasted)]
    }

    var testDescription: String { String(decoding: bytes, as: UTF8.self).debugDescription }
  }

  @Test(arguments: single + cursor + editing)
  func `keys are told apart by what terminals send`(sample: Sample) {
    #expect(events(of: [sample.bytes]) == sample.events)
  }

  @Test(arguments: pastes)
  func `a paste is one event with all that was in it`(sample: Sample) {
    #expect(events(of: [sample.bytes]) == sample.events)
  }

  @Test(arguments: swallowed)
  func `what is no key is taken in whole`(sample: Sample) {
    let text = events(of: [sample.bytes + Array("ok".utf8)])
    #expect(text == [.key(.character("o")), .key(.character("k"))])
  }

  @Test(arguments: single + cursor + editing + pastes + swallowed)
  func `a sequence split at any byte is still one`(sample: Sample) {
    for index in 1..<max(2, sample.bytes.count) {
      let halves = [Array(sample.bytes[..<index]), Array(sample.bytes[index...])]
      #expect(events(of: halves) == sample.events, "split at \(index)")
    }
    #expect(events(of: sample.bytes.map { [$0] }) == sample.events, "byte by byte")
  }

  @Test func `an Escape is one when nothing follows`() {
    var decoder = InputDecoder()

    #expect(decoder.take([0x1B]) == [])
    #expect(decoder.waiting == .escape)
    #expect(decoder.takePause() == [.key(.escape)])
    #expect(decoder.waiting == .lateRest(isSoon: true))
    #expect(decoder.takePause() == [])
    #expect(decoder.waiting == .lateRest(isSoon: false))
    #expect(decoder.takePause() == [])
    #expect(decoder.waiting == .nothing)
    #expect(decoder.take([0x1B, 0x1B]) == [])
    #expect(decoder.takePause() == [.key(.escape), .key(.escape)])
  }

  @Test(arguments: ["\u{1B}[", "\u{1B}[1;5", "\u{1B}O", "\u{1B}]11;rgb", "\u{1B}[M", "\u{1B}P"])
  func `a sequence that never ends is given up silently`(start: String) {
    var decoder = InputDecoder()

    #expect(decoder.take(start.utf8) == [])
    #expect(decoder.waiting == .sequence)
    #expect(decoder.takePause() == [])
    #expect(decoder.take("a".utf8) == [.key(.character("a"))])
  }

  @Test func `a key pressed within an unfinished sequence is not lost`() {
    #expect(events(of: [Array("\u{1B}[\r".utf8)]) == [.key(.enter)])
    #expect(events(of: [Array("\u{1B}[1\u{1B}[A".utf8)]) == [.key(.up)])
    #expect(events(of: [Array("\u{1B}]0;\u{3}".utf8)]) == [.key(.control("c"))])
    #expect(events(of: [[0x1B, 0x03]]) == [.key(.control("c"))])
    #expect(events(of: [Array("\u{1B}P\u{1B}[B".utf8)]) == [.key(.down)])
    #expect(events(of: [[0xE6, 0x97, 0x61]]) == [.key(.character("a"))])
  }

  @Test func `a paste without an end is delivered after a pause`() {
    var decoder = InputDecoder()

    #expect(decoder.take("\u{1B}[200~half\r".utf8) == [])
    #expect(decoder.waiting == .paste)
    #expect(decoder.takePause() == [.paste("half\r")])
    #expect(decoder.take("\r".utf8) == [.key(.enter)])
  }

  @Test func `a paste is kept up to a mebibyte`() {
    var decoder = InputDecoder()
    let limit = 1 << 20
    let pasted = String(repeating: "a", count: limit + 5000)

    let events = decoder.take("\u{1B}[200~\(pasted)\u{1B}[201~b".utf8)

    #expect(events.last == .key(.character("b")))
    guard case .paste(let text) = events.first else {
      Issue.record("no paste came: \(events.count) events")
      return
    }
    #expect(text.utf8.count == limit)
  }

  @Test(arguments: ["\u{1B}[200~paste\u{1B}[201~", "\u{1B}[A", "\u{1B}]0;x\u{7}", "é"])
  func `what was discarded half-way does not come later`(text: String) {
    let bytes = Array(text.utf8)
    for index in 1..<bytes.count {
      var decoder = InputDecoder()
      #expect(decoder.take(bytes[..<index]) == [])
      decoder.discard()
      #expect(decoder.take(bytes[index...]) == [], "discarded at \(index)")
      #expect(decoder.take("a".utf8) == [.key(.character("a"))])
    }
  }

  @Test func `a terminal's own keys come before the usual meaning`() {
    let own: [(sequence: [UInt8], key: Key)] = [
      (Array("\u{1B}A".utf8), .up), (Array("\u{1B}?Hx".utf8), .home),
      (Array("\u{1B}[Y".utf8), .end), ([0x0B], .up),
    ]
    let cases: [(String, [TerminalEvent])] = [
      ("\u{1B}A", [.key(.up)]), ("\u{1B}?Hx", [.key(.home)]), ("\u{1B}[Y", [.key(.end)]),
      ("\u{1B}?Hya", [.key(.character("a"))]), ("\u{1B}B", []),
      // A single byte stays what it is on every keyboard.
      ("\u{B}", [.key(.control("k"))]),
    ]
    for (text, expected) in cases {
      #expect(events(of: [Array(text.utf8)], ownKeys: own) == expected)
      #expect(events(of: text.utf8.map { [$0] }, ownKeys: own) == expected, "byte by byte")
    }
  }

  @Test func `no bytes make a character that can't be printed`() {
    var noise = Noise(state: 1)
    for _ in 0..<2000 {
      let bytes = (0..<64).map { _ in UInt8.random(in: 0...255, using: &noise) }
      for case .key(.character(let scalar)) in events(of: [bytes]) {
        #expect(scalar.properties.generalCategory != .control, "\(bytes)")
      }
    }
  }

  /// The same bytes in every run.
  ///
  /// - SeeAlso: Steele, Lea, Flood: *Fast Splittable Pseudorandom Number Generators* (SplitMix64).
  private struct Noise: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// Decodes the pieces one after the other, and a pause after the last.
  private func events(
    of pieces: [[UInt8]], ownKeys: [(sequence: [UInt8], key: Key)] = []
  ) -> [TerminalEvent] {
    var decoder = InputDecoder(ownKeys: ownKeys)
    return pieces.flatMap { decoder.take($0) } + decoder.takePause()
  }
}

extension InputDecoder {
  fileprivate mutating func take(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
    take(Array(bytes))
  }
}
