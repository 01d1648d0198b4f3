import FoundationEssentials
import Synchronization
import TelnyxAPI
import TestSupport
import Testing
@testable import CrossConnect
@testable import Flows

/// Whatever becomes of an order on the way, what is said of it is true, and it is sent once for each time
/// that it was confirmed.
@Suite struct LostOrderPropertyTests {
  /// A person in front of such a server, who looks, waits, orders again, and starts the program anew.
  private struct Run {
    let server: RandomServer
    var app: App
    let clock: Mutexed
    let disk = MemoryStorage.Disk()
    var runner: EffectRunner
    var random: SeededGenerator
    /// How often the person has confirmed to send.
    var confirmed = 0
    /// What the person has said not to be the order, or has taken.
    var decided: Set<String> = []
    let comment: String

    final class Mutexed: Sendable {
      private let date = Mutex(Date.sent)
      var now: Date { date.withLock { $0 } }
      func advance(_ seconds: Double) { date.withLock { $0 += seconds } }
    }

    init(seed: UInt64) {
      clock = Mutexed()
      let clock = clock
      server = RandomServer(seed: seed) { clock.now }
      random = SeededGenerator(seed: seed &+ 7919)
      comment = "seed \(seed)"
      app = .sample(.aws)
      runner = Self.runner(server, disk, clock)
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        server.orderOfOthers(Bool.random(using: &random) ? app.form.draft.requestSoFar : nil)
      }
      clock.advance(30)
    }

    static func runner(_ server: RandomServer, _ disk: MemoryStorage.Disk, _ clock: Mutexed)
      -> EffectRunner
    {
      EffectRunner(
        context: Context(
          now: { clock.now }, randomBits: { 4 }, pause: { _ in }, connect: { _ in server },
          files: MemoryStorage(disk: disk), startDemo: { throw CancellationError() }),
        baseURL: .telnyx, key: Secret("KEY"))
    }

    mutating func take(_ message: App.Event) async {
      var waiting = update(message)
      while !waiting.isEmpty {
        let posted = Mutex<[App.Event]>([])
        let effect = waiting.removeFirst()
        await runner.run(effect, under: app.ticket(for: effect)) { event in
          posted.withLock { $0.append(event) }
        }
        for message in posted.withLock({ $0 }) { waiting += update(message) }
      }
    }

    private mutating func update(_ message: App.Event) -> [Effect] {
      let before = app
      let effects = app.update(message).effects
      if case .preparing = app.order, before.order != app.order { confirmed += 1 }
      check(after: message, before: before)
      return effects
    }

    private mutating func check(after message: App.Event, before: App) {
      let (ours, posts) = server.state.withLock { ($0.ours, $0.posts) }
      let open = ours.subtracting(decided)
      #expect(posts <= confirmed, "\(comment): not each was confirmed")
      if case .created(let connect, at: _) = app.order, !before.order.isCreated {
        if case .submission(.candidateTaken) = message {
          decided.insert(connect.id)
        } else {
          #expect(ours.contains(connect.id), "\(comment): another's was adopted")
          decided.formUnion(ours)
        }
      }
      if case .unknown(let unknown) = app.order,
        case .answered(.submission(.lookAnswered), _) = message,
        unknown.looks.last?.finding == .missing
      {
        #expect(open == [], "\(comment): \"not there\" is said of an order that is")
      }
      if case .submission(.orderAnswered) = message, !app.mayHaveOrdered, !app.order.isCreated {
        #expect(open == [], "\(comment): \"not created\" is said of an order that was")
      }
    }

    mutating func act() async {
      clock.advance(Double.random(in: 1...20, using: &random))
      if Int.random(in: 0..<8, using: &random) == 0 { server.orderOfOthers(nil) }
      switch app.order {
      case .open:
        await take(app.place == .step(.review) ? .form(.submitPressed) : .form(.nextPressed))
      case .unknown(let unknown):
        switch Int.random(in: 0..<8, using: &random) {
        case 0, 1: await take(.submission(.createAgainPressed))
        case 2: await take(.submission(.lookPressed))
        case 3 where !unknown.candidates.isEmpty:
          let id = unknown.candidates[0].connect.id
          decided.insert(id)
          await take(.submission(.candidateDismissed(id)))
        case 4 where !unknown.candidates.isEmpty:
          await take(.submission(.candidateTaken(unknown.candidates[0].connect.id)))
        case 5: await startAnew()
        default: await take(.clockTicked(clock.now))
        }
      case .preparing, .sending, .created, .gone: break
      }
    }

    /// The program is killed, and started again over the same files.
    private mutating func startAnew() async {
      app = .opened()
      runner = Self.runner(server, disk, clock)
      // What was dismissed is asked again.
      await take(.records(.draftsFound(found())))
      await take(.records(.resumePressed))
    }

    private func found() -> FoundDrafts {
      var found = FoundDrafts()
      found.offered = disk.files.compactMap { path, text in
        try? SavedDraft(Data(text.utf8), id: path)
      }
      return found
    }
  }

  @Test(arguments: 1...150 as ClosedRange<UInt64>)
  func `nothing false is said of an order, none is adopted that isn't ours, none is sent twice`(
    seed: UInt64
  ) async {
    var run = Run(seed: seed)
    for _ in 0..<40 where !run.app.order.isCreated { await run.act() }
  }

  @Test func `such runs do find orders, ask in doubt, and order again`() async {
    var adopted = 0
    var asked = 0
    var again = 0
    for seed in 1...150 as ClosedRange<UInt64> {
      var run = Run(seed: seed)
      for _ in 0..<40 where !run.app.order.isCreated {
        await run.act()
        if run.app.submission.unresolved?.candidates.isEmpty == false { asked += 1 }
      }
      if run.app.order.isCreated { adopted += 1 }
      if run.confirmed > 1 { again += 1 }
    }
    #expect(adopted > 20 && asked > 20 && again > 5, "\(adopted), \(asked), \(again)")
  }
}
