/// A screen with a keyboard: ncurses in the program, a fake in tests.
@MainActor
public protocol Terminal {
  /// The size of the window now.
  var size: Size { get }

  /// What the terminal can show.
  var abilities: TerminalAbilities { get }

  /// What the person should know about the terminal, such as that its type isn't known here.
  var notice: String? { get }

  /// Makes `events(until:)` return with `woken`, from any task.
  var wake: @Sendable () -> Void { get }

  /// Shows `frame`, and writes only what has changed.
  func draw(_ frame: Frame)

  /// Waits until something happens.
  ///
  /// - Parameter deadline: The latest time to return, with a `tick`; `nil` waits without end.
  /// - Returns: Everything that happened, in order.
  func events(until deadline: ContinuousClock.Instant?) -> [TerminalEvent]

  /// Discards typed input that was not read yet.
  func discardInput()

  /// Writes the whole screen again, after something else has written to it.
  func repaint()

  /// Gives the terminal back, stops the program's job, and takes the terminal again when continued.
  func suspend()

  /// Prints lines to scroll back to and to select, until the person presses Enter.
  func showPlainly(_ lines: [String])

  /// Rings the bell.
  func ring()

  /// Copies a text to the clipboard of the person's own terminal, if it has one.
  func copy(_ text: String)
}

/// The abilities of a terminal that frames depend on.
public struct TerminalAbilities: Hashable, Sendable {
  /// Whether line drawing and letters beyond ASCII can be shown.
  public var drawsUnicode: Bool

  /// The abilities of a terminal.
  public init(drawsUnicode: Bool) {
    self.drawsUnicode = drawsUnicode
  }
}
