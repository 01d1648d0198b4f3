internal import CrossConnect
internal import Flows
internal import FoundationEssentials
internal import Presentation

/// Drives the wizard's own machines without a person: a command's decisions are their events.
final class UnattendedApp {
  private(set) var app: App
  /// Whether the outcome of an order was unknown at some time.
  private(set) var wasLookedFor = false
  private let runner: EffectRunner
  private let context: Context
  private let mailbox: Mailbox
  private let standing: Standing
  private var wakes: AsyncStream<Void>.Iterator

  init(_ world: CommandWorld) {
    app = App(destination: world.destination, hasKey: true, remembers: false)
    context = world.context
    standing = world.standing
    runner = EffectRunner(
      context: world.context, baseURL: world.destination.baseURL, key: world.key)
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    wakes = stream.makeAsyncIterator()
    mailbox = Mailbox { continuation.yield() }
  }

  /// Begins as the wizard does: it asks for networks and coverage.
  ///
  /// Only an order looks for the drafts of earlier runs, since nobody else can go on with them then.
  func start() {
    note()
    carryOut(app.start().filter { $0 != .findDrafts })
  }

  /// Looks for the drafts of earlier runs, and holds those that nobody else has open.
  func findDrafts() async {
    carryOut([.findDrafts])
    await finishFiles()
  }

  /// Removes this run's draft if the command ends before the order is sent.
  func leaveNoDraft() {
    standing.leave(.draft) { [runner] in runner.dropDraft() }
  }

  private func note() {
    standing.note(
      app.mayHaveOrdered
        ? "The order was sent, and its outcome is not known. Its record is kept: the next vxc looks for it."
        : OutcomeText(of: app).leaving.joined(separator: " "),
      isOutcomeOpen: app.mayHaveOrdered)
  }

  /// Handles an event, and carries out its effects.
  func send(_ event: App.Event) {
    let effects = app.update(event).effects
    // Noted before it is sent, so that a signal that ends the program can say so.
    note()
    wasLookedFor = wasLookedFor || app.submission.unresolved != nil
    carryOut(effects)
  }

  /// How long a command waits for its next look, in seconds, if the API wants to be left alone.
  private static let longestHoldBack = 60.0

  /// Runs until a condition holds, or the API wants no look for longer than a command waits.
  func run(until condition: (App) -> Bool) async {
    while true {
      for event in mailbox.take() { send(event) }
      guard !condition(app) else { return }
      if let look = app.submission.unresolved?.nextLook,
        look.timeIntervalSince(context.now()) > Self.longestHoldBack
      {
        return
      }
      // Only looks fall due with time: nobody sees the seconds pass.
      let tick = app.submission.unresolved?.nextLook.map { date in
        Task { [context, mailbox] in
          try await context.pause(.seconds(max(0, date.timeIntervalSince(context.now()))))
          mailbox.post(.clockTicked(context.now()))
        }
      }
      _ = await wakes.next(isolation: #isolation)
      tick?.cancel()
    }
  }

  /// Waits until drafts and receipts are written.
  func finishFiles() async {
    await runner.finishFiles(within: .seconds(10))
    for event in mailbox.take() { send(event) }
  }

  private func carryOut(_ effects: [Effect]) {
    // Nobody sees a first page, and what waits there to be accepted.
    for effect in effects where effect != .listWaiting {
      runner.start(effect, under: app.ticket(for: effect)) { [mailbox] in mailbox.post($0) }
    }
  }
}
