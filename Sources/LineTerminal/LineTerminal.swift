internal import CrossConnect
internal import Glibc
public import PlainUI
internal import TerminalIO

/// The standard input and output as a terminal of lines: the process has one, from `init` to `close`.
///
/// However the process ends, the terminal shows again what is typed.
@MainActor
public final class LineTerminal: PlainTerminal {
  /// Whether letters beyond ASCII can be shown.
  public let showsUnicode: Bool
  /// Makes `events(until:)` return with `woken`, from any task.
  public var wake: @Sendable () -> Void { { [wakes] in wakes.wake() } }

  private let wakes: WakePipe
  private let signals: SignalPipe
  private var decoder = LineDecoder()
  private var echo = Echo()
  /// The prompt that the cursor stands behind.
  private var openPrompt: PlainPrompt?
  /// Whether the answer to it had been typed, and shown, before it.
  private var isAnsweredAhead = false
  private var isGone = false

  /// Takes the terminal; `nil` if the system has no descriptors left.
  ///
  /// - Parameter showsUnicode: Whether letters beyond ASCII can be shown.
  public init?(showsUnicode: Bool) {
    guard let wakes = WakePipe(), let signals = SignalPipe(reportsStop: false) else { return nil }
    self.showsUnicode = showsUnicode
    self.wakes = wakes
    self.signals = signals
  }

  /// Gives the terminal back.
  public func close() {
    endPrompt()
    signals.close()
  }

  // MARK: Writing

  /// Writes whole lines.
  public func show(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    endLine()
    write(lines.map { $0 + "\n" }.joined())
  }

  /// Asks for a line; does nothing if just that is asked already.
  public func ask(_ prompt: PlainPrompt) {
    guard openPrompt != prompt else { return }
    endLine()
    if prompt.isSecret {
      if !echo.turnOff() { write("Warning: this terminal shows what you type.\n") }
    } else {
      echo.turnOn()
    }
    isAnsweredAhead = StandardStreams.hasInput
    write(prompt.text)
    openPrompt = prompt
  }

  /// Takes a prompt back that is not answered any more.
  public func endPrompt() {
    endLine()
    echo.turnOn(discardingInput: true)
  }

  private func endLine() {
    if openPrompt != nil { write("\n") }
    openPrompt = nil
  }

  private func write(_ text: String) {
    if !isGone { isGone = !StandardStreams.write(text) }
  }

  // MARK: Reading

  /// Throws away input that was typed ahead and not yet read.
  public func discardInput() {
    StandardStreams.discardInput()
    decoder.forget()
  }

  /// Sleeps until something happens.
  ///
  /// - Parameter deadline: When to return with a `tick` at the latest; `nil` sleeps without end.
  /// - Returns: Everything that has happened, signals first.
  public func events(until deadline: ContinuousClock.Instant?) -> [LineEvent] {
    while !isGone {
      let wait = Wait(signals: signals, wakes: wakes, until: deadline)
      var events = wait.hasSignals ? takeSignals() : []
      if wait.isWoken {
        wakes.clear()
        events.append(.woken)
      }
      if wait.hasInput { events += readLines() }
      if events.isEmpty, let deadline, ContinuousClock.now >= deadline { events.append(.tick) }
      if !events.isEmpty { return events }
    }
    return [.closed]
  }

  private func readLines() -> [LineEvent] {
    switch StandardStreams.read() {
    case .bytes(let bytes):
      let lines = decoder.lines(in: bytes)
      if let first = lines.first { finishPrompt(with: first) }
      return lines.map { .line($0) }
    case .nothing: return []
    case .ended: return [.inputEnded]
    case .gone: return [.closed]
    }
  }

  /// Ends the prompt's line as the terminal has not, where the answer was typed before it.
  private func finishPrompt(with line: LineDecoder.Line) {
    let isSecret = openPrompt?.isSecret == true
    if isAnsweredAhead, openPrompt != nil {
      if case .text(let text) = line, !isSecret, text.utf8.allSatisfy({ $0 >= 0x20 }) {
        write(DisplayText.printable(text, unicode: showsUnicode))
      }
      write("\n")
    }
    openPrompt = nil
    echo.turnOn()
  }

  // MARK: Signals

  private func takeSignals() -> [LineEvent] {
    var events: [LineEvent] = []
    for request in signals.take() {
      switch request {
      case .resize: break
      case .stop: stop()
      case .goOn:
        // Whoever had the terminal in between may have set other modes: the prompt is put anew.
        openPrompt = nil
        events.append(.resumed)
      case .leave(signal: SIGINT): events.append(.interrupted)
      case .leave(let signal): events.append(.terminated(signal: signal))
      }
    }
    return events
  }

  /// Stops the job as Ctrl-Z would have, with the echo given back.
  private func stop() {
    echo.turnOn(discardingInput: true)
    JobControl.stop()
  }
}
