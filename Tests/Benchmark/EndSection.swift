import Glibc
import SandboxServer

/// How the terminal is left, however the wizard ends, and what was asked of it until then.
struct EndSection {
  let stage: Stage

  private enum Ending: CaseIterable {
    case button, interruptKey, interruptSignal, terminate, hangUp, closedLine
  }

  func measure(_ sandbox: Sandbox, into figures: inout Figures) throws {
    for ending in Ending.allCases {
      let wizard = try stage.openedWizard(API(sandbox), showing: StartSection.lastNetwork)
      wizard.press(Keys.enter)
      wizard.press("b")
      end(wizard, by: ending)
      // What the end of the process leaves unread is gone.
      if ending != .closedLine { wizard.reply(since: .now, patience: .seconds(1)) }
      let status = wizard.process.end(within: .seconds(2))
      if ending == .closedLine {
        figures.add(status == nil ? 1 : 0, to: .uncleanEndings)
        continue
      }
      let isClean =
        status != nil && wizard.modes == wizard.modesBefore && Self.isClean(wizard.written)
      figures.add(isClean ? 0 : 1, to: .uncleanEndings)
      stage.keep(wizard)
    }
    for output in stage.outputs {
      figures.add(Double(TerminalQuestions.count(in: output)), to: .questions)
    }
  }

  private func end(_ wizard: TerminalProgram, by ending: Ending) {
    switch ending {
    case .button:
      for key in [Keys.tab, Keys.tab, Keys.tab, Keys.enter, Keys.enter] { wizard.press(key) }
    case .interruptKey:
      wizard.press(Keys.interrupt)
      wizard.press(Keys.interrupt)
    case .interruptSignal:
      wizard.process.kill(SIGINT)
      wizard.reply(since: .now)
      wizard.process.kill(SIGINT)
    case .terminate: wizard.process.kill(SIGTERM)
    case .hangUp: wizard.process.kill(SIGHUP)
    case .closedLine: wizard.close()
    }
  }

  /// Whether the last word on each mode gives it back: main screen, cursor, pastes.
  private static func isClean(_ output: [UInt8]) -> Bool {
    let text = String(decoding: output, as: UTF8.self)
    return [("?1049l", "?1049h"), ("?25h", "?25l"), ("?2004l", "?2004h")].allSatisfy { off, on in
      guard let begun = text.ranges(of: "\u{1B}[" + on).last else { return true }
      guard let ended = text.ranges(of: "\u{1B}[" + off).last else { return false }
      return ended.lowerBound > begun.lowerBound
    }
  }
}
