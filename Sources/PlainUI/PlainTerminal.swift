/// A terminal of lines, which are never changed once written: the standard streams in the program, a fake
/// in tests.
@MainActor
public protocol PlainTerminal {
  /// Whether letters beyond ASCII can be shown.
  var showsUnicode: Bool { get }

  /// Makes `events(until:)` return with `woken`, from any task.
  var wake: @Sendable () -> Void { get }

  /// Writes whole lines.
  func show(_ lines: [String])

  /// Asks for a line; does nothing if just that is asked already.
  func ask(_ prompt: PlainPrompt)

  /// Takes a prompt back that is not answered any more.
  func endPrompt()

  /// Sleeps until something happens.
  ///
  /// - Parameter deadline: When to return with a `tick` at the latest; `nil` sleeps without end.
  /// - Returns: Everything that has happened, signals first.
  func events(until deadline: ContinuousClock.Instant?) -> [LineEvent]

  /// Throws away input that was typed ahead and not yet read.
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
  /// A signal asks the program to leave, such as SIGTERM; the number is the signal's.
  case terminated(signal: Int32)
  /// The program was stopped and goes on.
  case resumed
  /// Another task has left messages and called `PlainTerminal.wake`.
  case woken
  /// The deadline given to `events(until:)` has passed.
  case tick
}
