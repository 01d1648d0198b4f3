internal import CrossConnect
internal import TerminalIO
internal import TerminalUI

extension NcursesTerminal {
  /// Gives the terminal back, stops the program's job, and takes the terminal again when continued.
  public func suspend() {
    guard isHeld else { return }
    Modes.giveBack()
    isHeld = false
    stop()
    resume()
  }

  /// Takes the terminal again once the job has it; in the background, the job stops again.
  ///
  /// A job that should end doesn't need the terminal.
  func resume() {
    while !JobControl.isInForeground {
      isHeld = false
      TerminalHold.end()
      if signals.isEnding { return }
      stop()
      // A job without a shell can't be stopped, so it must not ask all the time.
      _ = Wait(readsInput: false, signals: signals, until: .now + .milliseconds(200))
    }
    isHeld = true
    Modes.takeAgain()
    painter.forgetCursor()
    reports.append(.resumed)
    if measure() {
      reports.append(.resized(size))
    } else {
      painter.repaint()
    }
  }

  /// Prints lines to scroll back to and to select, until the person presses Enter.
  public func showPlainly(_ lines: [String]) {
    guard isHeld else { return }
    Modes.giveBack()
    isHeld = false
    let text = (lines + ["", "Enter comes back to vxc."])
      .map { DisplayText.printable($0, unicode: abilities.drawsUnicode) + "\n" }.joined()
    StandardStreams.write(text)
    while true {
      let wait = Wait(signals: signals, until: nil)
      let requests = wait.hasSignals ? takeRequests() : []
      guard requests.isSubset(of: [.resize]) else {
        // All others need a program that has its terminal.
        resume()
        if requests.contains(.stop) { suspend() }
        return
      }
      guard wait.hasInput, endsReading(StandardStreams.read()) else { continue }
      resume()
      return
    }
  }

  /// Whether Enter was typed, or the input has ended.
  private func endsReading(_ input: StandardStreams.Input) -> Bool {
    switch input {
    case .bytes(let bytes): bytes.contains(0x0A)
    case .nothing: false
    case .ended, .gone: true
    }
  }

  private func stop() {
    JobControl.stop()
    // This stop, and its end, are done.
    takeRequests()
  }
}
