import CrossConnect
import Flows
import FoundationEssentials
import NetworkTransport
import Presentation
import SandboxServer
import Synchronization
import TelnyxAPI
import TerminalUI
import TestSupport

/// The wizard over the real transport and a sandbox that misbehaves; each effect ends before the next.
struct FaultRun {
  /// Answers with keys that must be seen nowhere.
  static let answers = Draft.fullSample(.aws)
  /// The API key, which must be seen nowhere either.
  static let key = Secret("KEY0123456789planted")

  private(set) var app: App
  let sandbox: Sandbox
  /// Every screen so far, as it would be drawn in a window that is high enough.
  private(set) var screens: [Frame] = []
  private let runner: EffectRunner
  private let clock: SettableClock
  private let disk: MemoryStorage.Disk

  /// Runs a test with a sandbox of its own.
  static func with(
    scenario name: String?, totalSeconds: Int = Fault.patience,
    _ test: (inout FaultRun) async throws -> Void
  ) async throws {
    let clock = SettableClock()
    let sandbox = try await Sandbox.start(
      SandboxConfiguration(key: key, scenario: name.flatMap { Scenario(named: $0) })
    ) { clock.now }
    var run = FaultRun(sandbox, clock: clock, totalSeconds: totalSeconds)
    do {
      try await test(&run)
    } catch {
      await sandbox.stop()
      throw error
    }
    await sandbox.stop()
  }

  private init(_ sandbox: Sandbox, clock: SettableClock, totalSeconds: Int) {
    self.sandbox = sandbox
    self.clock = clock
    disk = MemoryStorage.Disk()
    let context = Context(
      now: { clock.now }, randomBits: { 4 }, pause: { _ in },
      connect: {
        NetworkTransport(baseURL: $0, options: .patient(totalSeconds: totalSeconds))
      },
      files: MemoryStorage(disk: disk), startDemo: { throw CancellationError() })
    runner = EffectRunner(context: context, baseURL: sandbox.baseURL, key: Self.key)
    app = App(
      destination: Destination(baseURL: sandbox.baseURL, isDemo: false), hasKey: true)
  }
}

// MARK: - What happens

extension FaultRun {
  /// Opens the form, and answers it up to the review, by hand where lists can't be had.
  mutating func fillIn() async {
    await carryOut(app.start())
    for field in FieldID.allCases { await take(.form(.answerEdited(field, Self.answers[field]))) }
    if app.choices.networks.value == nil {
      await take(.form(.entryChanged(.network, .byHand)))
    } else if app.choices.networks.value?.choices.isEmpty == true {
      await take(.form(.entryChanged(.network, .create)))
      await take(.form(.networkNameEdited("first")))
      await take(.form(.createNetworkPressed))
    }
    await take(.form(.nextPressed))
    if app.choices.coverage.value?.isEmpty ?? true {
      await take(.form(.entryChanged(.telnyxRegion, .byHand)))
    }
    for _ in Step.allCases.dropFirst(2) { await take(.form(.nextPressed)) }
  }

  /// Lets an event happen, and everything that follows from it.
  mutating func take(_ event: App.Event) async {
    await carryOut(app.update(event).effects)
  }

  /// Lets seconds pass, and what is due happen.
  mutating func wait(_ seconds: Double) async {
    clock.advance(by: seconds)
    await take(.clockTicked(clock.now))
  }

  /// Lets the time pass in which the API wants to be left alone.
  mutating func waitOut() async {
    guard let end = app.heldBackUntil else { return }
    await wait(end.timeIntervalSince(clock.now))
  }

  private mutating func carryOut(_ effects: [Effect]) async {
    screens.append(frame)
    var waiting = effects
    while !waiting.isEmpty {
      let posted = Mutex<[App.Event]>([])
      let effect = waiting.removeFirst()
      await runner.run(effect, under: app.ticket(for: effect)) { event in
        posted.withLock { $0.append(event) }
      }
      for event in posted.withLock({ $0 }) {
        waiting += app.update(event).effects
        screens.append(frame)
      }
    }
  }
}

// MARK: - What is seen

extension FaultRun {
  /// The screen in a window of 80 columns that is high enough for everything.
  private var frame: Frame {
    WizardScreen(
      app, size: Size(rows: 2000, columns: 80),
      abilities: TerminalAbilities(drawsUnicode: true), now: clock.now
    ).frame
  }

  /// The screen now, as running text.
  var text: String { frame.runningText }

  /// Whether a sentence stood on some screen, on one line or on several.
  func hasShown(_ sentence: String) -> Bool {
    screens.contains { $0.runningText.contains(sentence) }
  }

  /// What the program says has become of the order.
  var says: Fault.Verdict? {
    switch (app.place, app.order) {
    case (.result, .created):
      hasShown("We do not know whether the cross connect was created") ? .found : .created
    case (.outcomeUnknown, .unknown(let unknown)):
      if !unknown.candidates.isEmpty {
        .doubtful
      } else {
        unknown.looks.allSatisfy { $0.finding == .missing } ? .missing : .unseen
      }
    case (.signIn, .open): text.contains("Nothing was created.") ? .keyRejected : nil
    case (.step(.review), .open) where text.contains("Not created: refused on the way"):
      .intercepted
    case (.step(.review), .open): text.contains("Not created") ? .notCreated : nil
    default: nil
    }
  }

  /// What stood on some screen and is not as the sandbox has it.
  var untrueSentences: [String] {
    let untrue =
      sandbox.crossConnects.isEmpty
      ? ["created, not active yet", "The cross connect exists", "was created, once"]
      : ["Not created", "Nothing was created", "Not sent"]
    return untrue.filter(hasShown)
  }

  /// The code that the program would end with now.
  var exitCode: Int32 { Ending(of: app).code }

  /// What is printed below the prompt at the end.
  var farewell: [String] {
    app.ordered.map { ReportText.lines(for: $0, now: clock.now) } ?? []
  }

  /// The secrets that were shown or written anywhere.
  var leaks: [String] {
    let written =
      screens.map(\.text) + farewell + disk.files.flatMap { [$0.key, $0.value] }
    let secrets =
      [Self.key.revealed, Self.answers[.primaryBGPKey], Self.answers[.secondaryBGPKey]]
    return secrets.filter { secret in written.contains { $0.contains(secret) } }
  }

  /// The rows that don't fit, or hold what a terminal would obey.
  var unfitRows: [String] {
    screens.flatMap { $0.rows.map(\.text) }.filter { row in
      TextLayout.width(of: row) > 80
        || row.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
  }
}

extension Frame {
  /// The rows as running text, so that a sentence can be found that is on several.
  fileprivate var runningText: String {
    rows.map(\.text).flatMap { $0.split(separator: " ") }.joined(separator: " ")
  }
}
