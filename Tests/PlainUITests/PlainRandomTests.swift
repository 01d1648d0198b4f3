import CrossConnect
import Flows
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

@testable import PlainUI

/// Whatever is typed and whatever the API answers, every line keeps to its rules.
@Suite struct PlainRandomTests {
  @Test(arguments: (0..<150).map(UInt64.init))
  func `lines are narrow and ASCII, and only the typed words order`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var walk = Walk(seed: seed)
    for _ in 0..<120 { walk.step(using: &generator) }
  }

  private struct Walk {
    var session: PlainSession
    var pending: [Effect] = []
    let seed: UInt64

    init(seed: UInt64) {
      self.seed = seed
      session = PlainSession(
        App(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: seed % 4 != 0))
      pending = session.effects
      check()
    }

    mutating func step(using generator: inout SeededGenerator) {
      if session.dialogue.ending != nil { self = Walk(seed: seed) }
      let line = randomLine(using: &generator)
      switch Int.random(in: 0..<10, using: &generator) {
      case 0..<3 where !pending.isEmpty:
        let effect = pending.removeFirst()
        let message = App.Event.random(answering: effect, at: session.time, using: &generator)
        if let message { session.receive(message) }
        #expect(!session.sends, "seed \(seed): only a person orders")
      case 3:
        session.wait(seconds: 20)
        #expect(!session.sends, "seed \(seed): only a person orders")
      default:
        let place = session.app.place
        session.type(line)
        if session.sends {
          let word = place == .step(.review) ? "create" : "again"
          #expect(line.trimmed.lowercased() == word, "seed \(seed)")
        }
      }
      pending += session.effects
      check()
    }

    private func check() {
      for line in session.answer + [session.prompt] {
        let isRight = line.utf8.count <= 79 && line.utf8.allSatisfy { (0x20...0x7E).contains($0) }
        #expect(isRight, "seed \(seed): \(line.debugDescription)")
      }
    }

    private func randomLine(using generator: inout SeededGenerator) -> String {
      let words = [
        "", "", "", ">", ">", "<", "?", "!", ".", "more", "/a", "/", "new", "id", "list", "show",
        "generate", "create", "create", "again", "again", "stop", "stop", "r", "r show", "e1", "1",
        "2", "3", "50", "64512", "169.254.0.1", "169.254.0.2", "123456789012", Draft.sampleUUID,
        "yes", "wait", "enable", "status", "retry", "caf\u{E9}\u{1B}[2J\u{202E}", "demo",
        String(repeating: "x\u{65E5} ", count: 70), String(repeating: "y", count: 300),
        "ashburn-va",
      ]
      return words.randomElement(using: &generator) ?? ""
    }
  }
}

extension PlainSession {
  /// Whether the last call orders.
  fileprivate var sends: Bool {
    effects.contains { if case .send = $0 { true } else { false } }
  }
}
