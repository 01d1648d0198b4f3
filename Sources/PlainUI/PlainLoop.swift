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
  /// - Parameter wizard: Where to begin.
  /// - Returns: How it ended.
  public func run(_ wizard: Wizard) async -> Ending {
    var dialogue = PlainDialogue(
      wizard, showsUnicode: terminal.showsUnicode, now: context.now())
    carryOut(dialogue.start())
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
          // What is left of this reading was typed ahead too.
          discardsLines = true
        }
        show(&dialogue)
        if dialogue.ending != nil { break }
      }
    }
  }

  /// A closed terminal has to be left within a second, even if a disk far away hangs.
  private static let patience = Duration.milliseconds(800)

  private func deadline(of dialogue: PlainDialogue) -> ContinuousClock.Instant? {
    dialogue.deadline.map { .now + .seconds($0.timeIntervalSince(context.now())) }
  }

  private func take(_ event: LineEvent, into dialogue: inout PlainDialogue) {
    let now = context.now()
    switch event {
    case .line(.text(let text)): carryOut(dialogue.take(text, now: now))
    case .line(.unreadable): dialogue.takeUnreadable(now: now)
    case .woken:
      for message in mailbox.take() { carryOut(dialogue.receive(message, now: now)) }
    case .tick: carryOut(dialogue.receive(.clockTicked(now), now: now))
    case .inputEnded: carryOut(dialogue.takeEnd())
    case .closed: carryOut(dialogue.takeSignal(1))
    case .interrupted: carryOut(dialogue.takeInterrupt(now: now))
    case .terminated(let signal): carryOut(dialogue.takeSignal(signal))
    case .resumed: break
    }
  }

  private func show(_ dialogue: inout PlainDialogue) {
    terminal.show(dialogue.takeOutput())
    if dialogue.ending == nil, let prompt = dialogue.prompt { terminal.ask(prompt) }
  }

  private func carryOut(_ effects: [Effect]) {
    for effect in effects {
      runner.start(effect) { [mailbox] in mailbox.post($0) }
    }
  }
}
