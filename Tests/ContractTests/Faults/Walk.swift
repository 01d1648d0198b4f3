import CrossConnect
import Flows
import FoundationEssentials
import NetworkTransport
import Presentation
import SandboxServer
import Synchronization
import TelnyxAPI
import TestSupport

@testable import TerminalUI

/// One person at random: the screen over the real transport and a sandbox, run after run.
///
/// What the screen waits for is on a clock of its own, and what the sandbox answers comes when it
/// comes, so that a seed repeats the choices but not their timing.
final class Walk {
  /// A BGP key that must be seen nowhere unless it was asked for.
  static let bgpKey = "planted0BGP0key0walk"
  static let key = Secret("KEY0123456789planted")

  private(set) var screen: WizardScreen
  let sandbox: Sandbox
  let disk = MemoryStorage.Disk()
  var random: SeededGenerator
  /// What has happened so far, for the report of a failure.
  private(set) var figures = Figures()

  /// Cross connects that were told of as created and did not exist then.
  private(set) var phantoms: [String] = []

  private let clock: SettableClock
  private var runner: EffectRunner
  private var mailbox = Box()
  private var instant = ContinuousClock.now

  /// What a walk came to.
  struct Figures {
    var steps = 0
    var runs = 1
    var orders = 0
    var created = 0
    var unknown = 0
    /// Presses of the buttons that order, by the button.
    var createPresses = 0
    var againPresses = 0
    var slowestEvent = Duration.zero
    var slowest = ""
  }

  private final class Box: Sendable {
    let messages = Mutex<[App.Event]>([])
  }

  /// Takes a walk of its own sandbox.
  static func take<Result>(
    seed: UInt64, scenario: Scenario?, _ body: (Walk) async throws -> Result
  ) async throws -> Result {
    let clock = SettableClock()
    let sandbox = try await Sandbox.start(
      SandboxConfiguration(key: key, scenario: scenario)
    ) { clock.now }
    do {
      let result = try await body(Walk(sandbox, clock: clock, seed: seed))
      await sandbox.stop()
      return result
    } catch {
      await sandbox.stop()
      throw error
    }
  }

  private init(_ sandbox: Sandbox, clock: SettableClock, seed: UInt64) {
    self.sandbox = sandbox
    self.clock = clock
    random = SeededGenerator(seed: seed)
    (screen, runner) = Self.start(over: sandbox, disk: disk, clock: clock)
    open()
  }
}

// MARK: - Runs

extension Walk {
  private static func start(
    over sandbox: Sandbox, disk: MemoryStorage.Disk, clock: SettableClock
  ) -> (WizardScreen, EffectRunner) {
    let context = Context(
      now: { clock.now }, randomBits: { .random(in: .min ... .max) },
      pause: { _ in try await Task.sleep(for: .milliseconds(2)) },
      connect: { NetworkTransport(baseURL: $0, options: .patient(totalSeconds: 4)) },
      files: MemoryStorage(disk: disk), startDemo: { throw CancellationError() })
    let app = App(
      destination: Destination(baseURL: sandbox.baseURL, isDemo: false), hasKey: true)
    let screen = WizardScreen(
      app, size: Size(rows: 24, columns: 80), abilities: .init(drawsUnicode: true),
      now: clock.now)
    return (screen, EffectRunner(context: context, baseURL: sandbox.baseURL, key: key))
  }

  /// Starts the choices of a run.
  private func open() {
    var app = screen.app
    let effects = app.start()
    screen = WizardScreen(
      app, size: screen.size, abilities: .init(drawsUnicode: true), now: clock.now)
    carryOut(effects)
  }

  /// Begins anew over the same sandbox and disk, as the next run of the program does.
  private func beginAgain() async {
    switch screen.app.order {
    case .unknown, .sending: figures.unknown += 1
    case .created, .gone: figures.created += 1
    case .open, .preparing: break
    }
    await runner.finishFiles(within: .seconds(1))
    figures.runs += 1
    mailbox = Box()
    (screen, runner) = Self.start(over: sandbox, disk: disk, clock: clock)
    open()
  }

  private func carryOut(_ effects: [Effect]) {
    for effect in effects {
      if case .send = effect { figures.orders += 1 }
      runner.start(effect, under: screen.app.ticket(for: effect)) { [mailbox] message in
        mailbox.messages.withLock { $0.append(message) }
      }
    }
  }
}

// MARK: - Steps

extension Walk {
  /// Lets something random happen, and takes in what was answered meanwhile.
  ///
  /// - Returns: What happened.
  func step() async -> WalkEvent {
    let event = WalkEvent.any(on: screen, using: &random)
    switch event {
    case .key(let key): press(key)
    case .typed(let text): for scalar in text.unicodeScalars { press(.character(scalar)) }
    case .pasted(let text): handle(.paste(text))
    case .resized(let size): handle(.resized(size))
    case .waited(let duration): wait(duration)
    case .stopped: for event in [.resized(screen.size), TerminalEvent.resumed] { handle(event) }
    case .terminated(let signal): handle(.terminated(signal: signal))
    case .closed: handle(.closed)
    }
    receive()
    figures.steps += 1
    // The rest of the machine is to have its turn, more of it when it is being waited for.
    let isWaiting = [.sending, .signIn, .outcomeUnknown].contains(screen.app.place)
    try? await Task.sleep(for: isWaiting ? .milliseconds(4) : .microseconds(200))
    if screen.ending != nil { await beginAgain() }
    return event
  }

  private func press(_ key: Key) {
    if key == .enter || key == .character(" ") {
      let text = screen.frame.text
      if text.contains(">[ Create VXC ]") { figures.createPresses += 1 }
      if text.contains(">[ Create again ]") { figures.againPresses += 1 }
    }
    handle(.key(key))
  }

  private func handle(_ event: TerminalEvent) {
    guard screen.ending == nil else { return }
    let start = ContinuousClock.now
    carryOut(screen.handle(event, instant: instant, now: clock.now))
    _ = screen.takeTerminalRequests()
    _ = screen.frame
    let took = start.duration(to: .now)
    if took > figures.slowestEvent {
      figures.slowestEvent = took
      figures.slowest = "\(event) on \(screen.app.place)"
    }
  }

  private func receive() {
    let messages = mailbox.messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
    for message in messages where screen.ending == nil {
      let place = screen.app.place
      carryOut(screen.receive(message, instant: instant, now: clock.now))
      if screen.app.place != place, case .created(let connect, at: _) = screen.app.order,
        !sandbox.crossConnects.contains(where: { $0.id == connect.id })
      {
        phantoms.append(connect.id)
      }
    }
  }

  /// Lets time pass, with a tick for each deadline on the way.
  private func wait(_ duration: Duration) {
    let end = instant + duration
    while let deadline = screen.deadline, deadline <= end {
      pass(to: max(deadline, instant))
      handle(.tick)
      receive()
      if screen.deadline == deadline { break }
    }
    pass(to: end)
  }

  private func pass(to later: ContinuousClock.Instant) {
    clock.advance(by: (later - instant) / .seconds(1))
    instant = later
  }

  /// Waits until nothing is under way any more; false if something never ends.
  func settle() async -> Bool {
    await comesTrue {
      receive()
      return screen.app.isQuiet
    }
  }
}

extension App {
  /// Whether no answer is being waited for.
  fileprivate var isQuiet: Bool {
    if case .sending = order { return false }
    if case .unknown(let unknown) = order, unknown.isLooking { return false }
    return !choices.networks.isLoading && !choices.coverage.isLoading && !session.isSigningIn
      && connection?.isFollowing != true && !form.isCreatingNetwork
  }
}
