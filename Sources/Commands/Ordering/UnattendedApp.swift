internal import CrossConnect
internal import Flows
internal import FoundationEssentials

/// The wizard's own machines, with nobody before them: what a command decides goes in as their events.
final class UnattendedApp {
  private(set) var app: App
  /// Whether an order's outcome was not known at some time.
  private(set) var wasLookedFor = false
  private let runner: EffectRunner
  private let context: Context
  private let mailbox: Mailbox
  private let order: OrderUnderWay
  private var wakes: AsyncStream<Void>.Iterator

  init(_ world: CommandWorld) {
    app = App(destination: world.destination, hasKey: true, remembers: false)
    context = world.context
    order = world.order
    runner = EffectRunner(
      context: world.context, baseURL: world.destination.baseURL, key: world.key)
    let (stream, continuation) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    wakes = stream.makeAsyncIterator()
    mailbox = Mailbox { continuation.yield() }
  }

  /// Begins as the wizard does: networks and coverage are asked for, drafts are looked for.
  func start() async {
    carryOut(app.start())
    await finishFiles()
  }

  /// Takes in what happened, and carries out what comes of it.
  func send(_ event: App.Event) {
    let effects = app.update(event).effects
    // Known before it is sent: whoever ends the program then says so.
    order.note(app.mayHaveOrdered)
    wasLookedFor = wasLookedFor || app.submission.unresolved != nil
    carryOut(effects)
  }

  /// Goes on until something is so.
  func run(until condition: (App) -> Bool) async {
    while true {
      for event in mailbox.take() { send(event) }
      guard !condition(app) else { return }
      // Only a look falls due with time; that a second has passed is shown to nobody.
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
    for effect in effects {
      runner.start(effect, under: app.ticket(for: effect)) { [mailbox] in mailbox.post($0) }
    }
  }
}
