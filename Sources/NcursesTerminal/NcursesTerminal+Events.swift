internal import CNcurses
public import TerminalUI

extension NcursesTerminal {
  /// Sleeps until something happens.
  ///
  /// - Parameter deadline: When to return with a `tick` at the latest; `nil` sleeps without end.
  /// - Returns: Everything that has happened, in order.
  public func events(until deadline: ContinuousClock.Instant?) -> [TerminalEvent] {
    while true {
      let ready = wait(until: reports.isEmpty ? deadline : .now)
      if ready.signals { takeSignals() }
      let now = ContinuousClock.now
      reports += ready.input ? readKeys() : endPause(at: now)
      if ready.wakes {
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

  private func wait(until deadline: ContinuousClock.Instant?) -> cn_ready_t {
    let end = [deadline, keyboard.pauseEnd].compactMap(\.self).min()
    var milliseconds: Int32 = -1
    if let end {
      let left = (ContinuousClock.now.duration(to: end) / .milliseconds(1)).rounded(.up)
      milliseconds = Int32(max(0, min(left, 1e9)))
    }
    return cn_wait(keyboard.isClosed ? -1 : 0, signals, wakes.reading, milliseconds)
  }

  private func takeSignals() {
    let requests = takeRequests()
    if requests.contains(CN_STOP) {
      suspend()
    } else if requests.contains(CN_CONTINUE) {
      resume()
    } else if requests.contains(CN_RESIZE), isHeld, measure() {
      reports.append(.resized(size))
    }
  }

  /// Reports the signals that ask the program to leave.
  ///
  /// - Returns: What those that have come since the last call ask for.
  @discardableResult
  func takeRequests() -> Set<cn_request_t> {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = max(0, cn_read(signals, &bytes, bytes.count))
    let numbers = bytes.prefix(count).map(Int32.init)
    for number in numbers where cn_request(number) == CN_LEAVE {
      reports.append(.terminated(signal: number))
    }
    return Set(numbers.map(cn_request))
  }
}
