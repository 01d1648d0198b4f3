import CrossConnect
import FoundationEssentials
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
        Wizard(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: seed % 4 != 0))
      pending = session.effects
      check()
    }

    mutating func step(using generator: inout SeededGenerator) {
      if session.dialogue.ending != nil { self = Walk(seed: seed) }
      let line = randomLine(using: &generator)
      switch Int.random(in: 0..<10, using: &generator) {
      case 0..<3 where !pending.isEmpty:
        let effect = pending.removeFirst()
        if let message = answer(to: effect, using: &generator) { session.receive(message) }
        #expect(!session.sends, "seed \(seed): only a person orders")
      case 3:
        session.wait(seconds: 20)
        #expect(!session.sends, "seed \(seed): only a person orders")
      default:
        let place = session.wizard.place
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

    private func failure(using generator: inout SeededGenerator) -> APIFailure {
      let text = String(repeating: "\u{1B}]0;caf\u{E9} \u{65E5}", count: 40)
      let count = [1, 2, 50].randomElement(using: &generator) ?? 1
      let errors = Array(
        repeating: APIError(code: "1", message: text, source: "/name"), count: count)
      let failures: [APIFailure] = [
        .notSent(.connectionFailed(host: text, detail: text)), .keyRejected(status: 401, errors),
        .refused(status: 422, errors), .refused(status: 404, []),
        .tooManyRequests(.seconds(30), errors), .outcomeUnknown(.status(500, errors)),
        .outcomeUnknown(.lost(.cancelled)),
      ]
      return failures.randomElement(using: &generator) ?? .refused(status: 400, [])
    }

    private func result<Value>(
      _ value: Value, using generator: inout SeededGenerator
    ) -> Result<Value, APIFailure> {
      Int.random(in: 0..<4, using: &generator) == 0
        ? .failure(failure(using: &generator)) : .success(value)
    }

    private func answer(
      to effect: Effect, using generator: inout SeededGenerator
    ) -> Message? {
      let names = ["prod-core", "caf\u{E9}\u{202E}", String(repeating: "\u{65E5}", count: 90)]
      let networks = (0..<30).map { Network(id: "id-\($0)", name: names[$0 % 3]) }
      let connect = CloudProvider.allCases.randomElement(using: &generator)
        .flatMap { VirtualCrossConnect.sample($0, ["zz\u{1B}": .string(names[2])]) }
      switch effect {
      case .checkKey:
        return .keyChecked(Bool.random(using: &generator) ? nil : failure(using: &generator))
      case .startDemo: return .demoStarted(.demo)
      case .loadNetworks: return .networksLoaded(result(networks, using: &generator))
      case .loadCoverage: return .coverageLoaded(result(.sample, using: &generator))
      case .createNetwork: return .networkCreated(result(networks[1], using: &generator))
      case .generateKey(let id): return .keyGenerated(id, Secret("Abcdefghij0123456789"))
      case .send:
        guard let connect else { return nil }
        return .orderAnswered(result(connect, using: &generator), at: session.time)
      case .look:
        let isWhole = Bool.random(using: &generator)
        let list = CrossConnectList(
          Bool.random(using: &generator) ? [] : [connect].compactMap { $0 },
          failure: isWhole ? nil : failure(using: &generator))
        return .lookAnswered(list, at: session.time)
      case .checkAccount:
        return .accountChecked(
          result(Bool.random(using: &generator), using: &generator), at: session.time)
      case .checkStatus, .enable:
        guard let connect else { return nil }
        return .followAnswered(result(connect, using: &generator), at: session.time)
      default: return nil
      }
    }
  }
}

extension PlainSession {
  /// Whether the last call orders.
  fileprivate var sends: Bool {
    effects.contains { if case .send = $0 { true } else { false } }
  }
}
