public import Flows
internal import FoundationEssentials
internal import Synchronization

/// Runs the wizard line by line on the standard input and output: lines in, lines out, effects in the
/// background.
@MainActor
public struct PlainLoop {
  private let runner: EffectRunner
  private let context: Context
  private let terminal: LineTerminal
  private let messages = Inbox()

  /// A loop over the terminal that the program was started on; `nil` if the system has no descriptors
  /// left.
  public init?(runner: EffectRunner, context: Context) {
    guard let terminal = LineTerminal() else { return nil }
    self.runner = runner
    self.context = context
    self.terminal = terminal
  }

  /// Runs until the person leaves, the input ends, or a signal comes.
  ///
  /// - Parameters:
  ///   - wizard: Where to begin.
  ///   - showsUnicode: Whether the character set has letters beyond ASCII.
  /// - Returns: How it ended.
  public func run(_ wizard: Wizard, showsUnicode: Bool) async -> Ending {
    terminal.showsUnicode = showsUnicode
    var dialogue = PlainDialogue(wizard, showsUnicode: showsUnicode, now: context.now())
    carryOut(dialogue.start())
    while true {
      show(&dialogue)
      if let ending = dialogue.ending {
        terminal.endPrompt()
        await runner.finishFiles(within: Self.patience)
        dialogue.finish(messages.take())
        terminal.show(dialogue.takeOutput())
        terminal.close()
        return ending
      }
      for event in terminal.events(within: wait(of: dialogue)) {
        take(event, into: &dialogue)
        let discards = dialogue.takeDiscardsInput()
        if discards { terminal.discardInput() }
        show(&dialogue)
        // What is left of this reading was typed ahead too.
        if discards || dialogue.ending != nil { break }
      }
    }
  }

  /// A closed terminal has to be left within a second, even if a disk far away hangs.
  private static let patience = Duration.milliseconds(800)

  private func wait(of dialogue: PlainDialogue) -> Int32? {
    dialogue.deadline.map { deadline in
      let milliseconds = deadline.timeIntervalSince(context.now()) * 1000
      return Int32(max(0, min(milliseconds.rounded(.up), 1e9)))
    }
  }

  private func take(_ event: LineEvent, into dialogue: inout PlainDialogue) {
    let now = context.now()
    switch event {
    case .line(.text(let text)): carryOut(dialogue.take(text, now: now))
    case .line(.unreadable): dialogue.takeUnreadable(now: now)
    case .woken:
      for message in messages.take() { carryOut(dialogue.receive(message, now: now)) }
    case .tick: carryOut(dialogue.receive(.clockTicked(now), now: now))
    case .inputEnded: carryOut(dialogue.takeEnd())
    case .closed: carryOut(dialogue.takeSignal(1))
    case .signal(2): carryOut(dialogue.takeInterrupt(now: now))
    case .signal(let number): carryOut(dialogue.takeSignal(number))
    case .resumed: break
    }
  }

  private func show(_ dialogue: inout PlainDialogue) {
    terminal.show(dialogue.takeOutput())
    if dialogue.ending == nil, let prompt = dialogue.prompt { terminal.ask(prompt) }
  }

  private func carryOut(_ effects: [Effect]) {
    let wake = terminal.wake
    for effect in effects {
      runner.start(effect) { [messages] message in
        messages.leave(message)
        wake()
      }
    }
  }
}

/// Where tasks leave messages for the loop.
private final class Inbox: Sendable {
  private let messages = Mutex<[Message]>([])

  func leave(_ message: Message) {
    messages.withLock { $0.append(message) }
  }

  func take() -> [Message] {
    messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
