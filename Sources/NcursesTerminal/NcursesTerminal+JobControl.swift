internal import CNcurses
internal import CrossConnect
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

  /// Prints lines where they can be scrolled back to and selected, until Enter comes back.
  public func showPlainly(_ lines: [String]) {
    guard isHeld else { return }
    Modes.giveBack()
    isHeld = false
    let text = (lines + ["", "Enter comes back to vxc."])
      .map { DisplayText.printable($0, unicode: abilities.drawsUnicode) + "\n" }.joined()
    _ = cn_write(1, text, text.utf8.count)
    var bytes = [UInt8](repeating: 0, count: 256)
    while true {
      let ready = cn_wait(0, signals, -1, -1)
      let requests = ready.signals ? takeRequests() : []
      guard requests.isSubset(of: [CN_RESIZE]) else {
        // All others are for a program that has its terminal in hand.
        resume()
        if requests.contains(CN_STOP) { suspend() }
        return
      }
      guard ready.input else { continue }
      let count = cn_read(0, &bytes, bytes.count)
      if count < 0 || bytes.prefix(max(0, count)).contains(0x0A) { break }
    }
    resume()
  }

  private func stop() {
    cn_stop_job()
    // This stop and its end have been seen to.
    takeRequests()
  }
}
