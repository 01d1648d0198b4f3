public import Flows
internal import FoundationEssentials

/// Runs the wizard on a terminal of lines: lines in, lines out, effects in the background.
@MainActor
public struct PlainLoop {
  private let terminal: any PlainTerminal
  private let runner: EffectRunner
  private let context: Context
  private let mailbox: Mailbox

  /// A loop over a terminal and the world outside.
  public init(terminal: any PlainTerminal, runner: EffectRunner, context: Context) {
    self.terminal = terminal
    self.runner = runner
    self.context = context
    mailbox = Mailbox(wake: terminal.wake)
  }

  /// Runs until the person leaves, the input ends, or a signal comes.
  ///
  /// - Parameter app: The app to begin with.
  /// - Returns: The ending.
  public func run(_ app: App) async -> Ending {
    var dialogue = PlainDialogue(
      app, showsUnicode: terminal.showsUnicode, now: context.now())
    carryOut(dialogue.start(), of: dialogue)
    while true {
      show(&dialogue)
      if let ending = dialogue.ending {
        terminal.endPrompt()
        await runner.finishFiles(within: Self.patience)
        dialogue.finish(mailbox.take())
        terminal.show(dialogue.takeOutput())
        return ending
      }
      var discardsLines = false
      for event in terminal.events(until: deadline(of: dialogue)) {
        if discardsLines, case .line = event { continue }
        take(event, into: &dialogue)
        if dialogue.takeDiscardsInput() {
          terminal.discardInput()
          // The rest of this reading was typed ahead, too.
          discardsLines = true
        }
        show(&dialogue)
        if dialogue.ending != nil { break }
      }
    }
  }

  /// A closed terminal must be left within a second, even if a remote disk hangs.
  private static let patience = Duration.milliseconds(800)

  private func deadline(of dialogue: PlainDialogue) -> ContinuousClock.Instant? {
    dialogue.deadline.map { .now + .seconds($0.timeIntervalSince(context.now())) }
  }

  private func take(_ event: LineEvent, into dialogue: inout PlainDialogue) {
    let now = context.now()
    switch event {
    case .line(.text(let text)): carryOut(dialogue.take(text, now: now), of: dialogue)
    case .line(.unreadable): dialogue.takeUnreadable(now: now)
    case .woken:
      for event in mailbox.take() {
        carryOut(dialogue.receive(event, now: now), of: dialogue)
      }
    case .tick: carryOut(dialogue.receive(.clockTicked(now), now: now), of: dialogue)
    case .inputEnded: carryOut(dialogue.takeEnd(), of: dialogue)
    case .closed: carryOut(dialogue.takeSignal(1), of: dialogue)
    case .interrupted: carryOut(dialogue.takeInterrupt(now: now), of: dialogue)
    case .terminated(let signal): carryOut(dialogue.takeSignal(signal), of: dialogue)
    case .resumed: break
    }
  }

  private func show(_ dialogue: inout PlainDialogue) {
    terminal.show(dialogue.takeOutput())
    if dialogue.ending == nil, let prompt = dialogue.prompt { terminal.ask(prompt) }
  }

  private func carryOut(_ effects: [Effect], of dialogue: PlainDialogue) {
    for effect in effects {
      runner.start(effect, under: dialogue.app.ticket(for: effect)) { [mailbox] in mailbox.post($0)
      }
    }
  }
}
