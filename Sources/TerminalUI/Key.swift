/// One key press, whatever bytes a terminal sends for it.
public enum Key: Hashable, Sendable {
  /// A printable character of one Unicode scalar.
  case character(Unicode.Scalar)
  /// A letter with Ctrl held, in lower case: `control("g")`.
  case control(Unicode.Scalar)
  case enter
  case tab
  case backTab
  case escape
  case backspace
  case delete
  case up
  case down
  case left
  case right
  case home
  case end
  case pageUp
  case pageDown
}

/// What a terminal reports to the program.
public enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  /// A bracketed paste as it came, with line ends and control characters.
  case paste(String)
  /// The window's new size.
  case resized(Size)
  /// The program was in the background and has the terminal again.
  case resumed
  /// Another task has left messages and called `Terminal.wake`.
  case woken
  /// The deadline given to `events(until:)` has passed.
  case tick
  /// A signal, by its number, asks the program to leave, such as SIGTERM.
  case terminated(signal: Int32)
  /// The terminal is gone: end of input, hang-up, or an input/output error.
  case closed
}
