internal import TerminalIO
public import TerminalUI

extension NcursesTerminal {
  /// Waits until something happens.
  ///
  /// - Parameter deadline: The latest time to return, with a `tick`; `nil` waits without end.
  /// - Returns: Everything that happened, in order.
  public func events(until deadline: ContinuousClock.Instant?) -> [TerminalEvent] {
    while true {
      let end = reports.isEmpty ? [deadline, keyboard.pauseEnd].compactMap(\.self).min() : .now
      let wait = Wait(
        readsInput: !keyboard.isClosed, signals: signals, wakes: wakes, until: end)
      if wait.hasSignals { takeSignals() }
      let now = ContinuousClock.now
      reports += wait.hasInput ? readKeys() : endPause(at: now)
      if wait.isWoken {
        wakes.clear()
        reports.append(.woken)
      }
      if let deadline, now >= deadline { reports.append(.tick) }
      guard reports.isEmpty else {
        defer { reports = [] }
        return reports
      }
    }
  }

  private func takeSignals() {
    let requests = takeRequests()
    if requests.contains(.stop) {
      suspend()
    } else if requests.contains(.goOn) {
      resume()
    } else if requests.contains(.resize), isHeld, measure() {
      reports.append(.resized(size))
    }
  }

  /// Reports the signals that ask the program to leave.
  ///
  /// - Returns: The requests of all signals since the last call.
  @discardableResult
  func takeRequests() -> Set<SignalPipe.Request> {
    let requests = signals.take()
    for case .leave(let signal) in requests { reports.append(.terminated(signal: signal)) }
    return Set(requests)
  }
}
