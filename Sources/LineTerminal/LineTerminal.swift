internal import CrossConnect
internal import Glibc
public import PlainUI
internal import TerminalIO

/// The standard streams as a terminal of lines; the process has at most one, from `init` to
/// `close`.
///
/// However the process ends, the terminal shows again what is typed.
@MainActor
public final class LineTerminal: PlainTerminal {
  /// Whether the terminal can show letters beyond ASCII.
  public let showsUnicode: Bool
  /// Makes `events(until:)` return with `woken`, from any task.
  public var wake: @Sendable () -> Void { { [wakes] in wakes.wake() } }

  private let wakes: WakePipe
  private let signals: SignalPipe
  private var decoder = LineDecoder()
  private var echo = Echo()
  /// The prompt on the cursor's line.
  private var openPrompt: PlainPrompt?
  /// Whether its answer was typed, and shown, before the prompt.
  private var isAnsweredAhead = false
  private var isGone = false

  /// Takes the terminal; `nil` if the system has no descriptors left.
  ///
  /// - Parameter showsUnicode: Whether the terminal can show letters beyond ASCII.
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

  /// Asks for a line; does nothing if the same prompt is open already.
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

  /// Takes back a prompt that needs no answer any more.
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

  /// Discards typed input that was not read yet.
  public func discardInput() {
    StandardStreams.discardInput()
    decoder.forget()
  }

  /// Waits until something happens.
  ///
  /// - Parameter deadline: The latest time to return, with a `tick`; `nil` waits without end.
  /// - Returns: Everything that happened, signals first.
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

  /// Ends the prompt's line, which the terminal hasn't done if the answer was typed before the
  /// prompt.
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
        // Another program may have set other modes meanwhile, so the prompt is shown anew.
        openPrompt = nil
        events.append(.resumed)
      case .leave(signal: SIGINT): events.append(.interrupted)
      case .leave(let signal): events.append(.terminated(signal: signal))
      }
    }
    return events
  }

  /// Stops the job as Ctrl-Z does, with the echo restored.
  private func stop() {
    echo.turnOn(discardingInput: true)
    JobControl.stop()
  }
}
