/// A terminal of lines: the standard streams in the program, a fake in tests.
///
/// A written line never changes.
@MainActor
public protocol PlainTerminal {
  /// Whether the terminal can show letters beyond ASCII.
  var showsUnicode: Bool { get }

  /// Makes `events(until:)` return with `woken`, from any task.
  var wake: @Sendable () -> Void { get }

  /// Writes whole lines.
  func show(_ lines: [String])

  /// Asks for a line; does nothing if the same prompt is open already.
  func ask(_ prompt: PlainPrompt)

  /// Takes back a prompt that needs no answer any more.
  func endPrompt()

  /// Waits until something happens.
  ///
  /// - Parameter deadline: The latest time to return, with a `tick`; `nil` waits without end.
  /// - Returns: Everything that happened, signals first.
  func events(until deadline: ContinuousClock.Instant?) -> [LineEvent]

  /// Discards typed input that was not read yet.
  func discardInput()
}

/// What happened at a terminal of lines or elsewhere.
public enum LineEvent: Hashable, Sendable {
  case line(LineDecoder.Line)
  /// Nothing more will be typed.
  case inputEnded
  /// The terminal is gone.
  case closed
  /// The person wants to leave at once: Ctrl-C.
  case interrupted
  /// A signal, by its number, asks the program to leave, such as SIGTERM.
  case terminated(signal: Int32)
  /// The program was stopped and goes on.
  case resumed
  /// Another task has left messages and called `PlainTerminal.wake`.
  case woken
  /// The deadline given to `events(until:)` has passed.
  case tick
}
