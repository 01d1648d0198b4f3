internal import CrossConnect
public import Flows
internal import FoundationEssentials

/// Runs the wizard on a terminal: events in, frames out, effects in the background.
@MainActor
public struct WizardLoop {
  private let terminal: any Terminal
  private let runner: EffectRunner
  private let context: Context
  private let mailbox: Mailbox

  private let ringsBell: Bool

  /// A loop over a terminal and the world outside.
  public init(
    terminal: any Terminal, runner: EffectRunner, context: Context, ringsBell: Bool = true
  ) {
    self.ringsBell = ringsBell
    self.terminal = terminal
    self.runner = runner
    self.context = context
    mailbox = Mailbox(wake: terminal.wake)
  }

  /// Runs until the person leaves, a signal comes, or the terminal is gone.
  ///
  /// - Parameter app: The app to begin with.
  /// - Returns: The ending, and the app at the end.
  public func run(_ app: App) async -> (ending: Ending, app: App) {
    var app = app
    let first = app.start()
    var screen = WizardScreen(
      app, size: terminal.size, abilities: terminal.abilities, now: context.now())
    screen.status = terminal.notice ?? ""
    var drawing = Drawing()
    // The first frame waits for nothing.
    terminal.draw(drawing.frame(of: screen))
    carryOut(first, of: screen)
    while true {
      for event in terminal.events(until: screen.deadline) {
        let now = context.now()
        if event == .woken {
          for event in mailbox.take(atMost: Self.mostAtOnce) {
            carryOut(screen.receive(event, instant: .now, now: now), of: screen)
          }
        } else {
          carryOut(screen.handle(event, instant: .now, now: now), of: screen)
        }
        runErrands(of: &screen)
        if let ending = screen.ending {
          await finishFiles(of: &screen)
          return (ending, screen.app)
        }
      }
      terminal.draw(drawing.frame(of: screen))
    }
  }

  /// Waits until drafts and receipts are written, and hands their results to the screen.
  ///
  /// If an answer to an order comes now, the next run will find the order.
  private func finishFiles(of screen: inout WizardScreen) async {
    await runner.finishFiles(within: Self.patience)
    for event in mailbox.take() {
      switch event {
      case .records(.draftSaved), .records(.draftNotSaved), .records(.draftRemoved),
        .records(.draftNotRemoved), .records(.receiptSaved),
        .records(.receiptNotSaved):
        _ = screen.receive(event, instant: .now, now: context.now())
      default: break
      }
    }
  }

  /// The most events before the next look for a key: each may be a page of a long list.
  private static let mostAtOnce = 2

  /// A closed terminal must be left within a second, even if a remote disk hangs.
  private static let patience = Duration.milliseconds(800)

  private func runErrands(of screen: inout WizardScreen) {
    for request in screen.takeTerminalRequests() {
      switch request {
      case .repaint: terminal.repaint()
      case .suspend: terminal.suspend()
      case .discardInput: terminal.discardInput()
      case .ring: if ringsBell { terminal.ring() }
      case .showPlainly(let lines): terminal.showPlainly(lines)
      case .copy(let secret): terminal.copy(secret.revealed)
      }
    }
  }

  private func carryOut(_ effects: [Effect], of screen: WizardScreen) {
    for effect in effects {
      runner.start(effect, under: screen.app.ticket(for: effect)) { [mailbox] in mailbox.post($0) }
    }
  }
}
