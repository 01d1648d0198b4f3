internal import CNcurses
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

  /// Takes the terminal again, once the job has it: continued in the background, it stops again.
  ///
  /// A job that is to end doesn't need the terminal for it.
  func resume() {
    while !cn_in_foreground() {
      isHeld = false
      cn_let_go()
      if cn_is_ending() { return }
      stop()
      // A job without a shell to continue it isn't stopped: it must not ask all the time.
      _ = cn_wait(-1, signals, -1, 200)
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

  private func stop() {
    cn_stop_job()
    // This stop and its end have been seen to.
    takeRequests()
  }
}
