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

  /// Shows `frame`, writing only what differs from the frame before.
  func draw(_ frame: Frame)

  /// Sleeps until something happens.
  ///
  /// - Parameter deadline: When to return with a `tick` at the latest; `nil` sleeps without end.
  /// - Returns: Everything that has happened, in order.
  func events(until deadline: ContinuousClock.Instant?) -> [TerminalEvent]

  /// Throws away input that was typed ahead and not yet read.
  func discardInput()

  /// Writes the whole screen again, for a terminal that something else has written to.
  func repaint()

  /// Gives the terminal back, stops the program's job, and takes the terminal again when continued.
  func suspend()

  /// Prints lines where they can be scrolled back to and selected, until Enter comes back.
  func showPlainly(_ lines: [String])

  /// Rings the bell.
  func ring()

  /// Hands a text to the clipboard of the person's own terminal, if it takes one.
  func copy(_ text: String)
}

/// What a terminal can show, as far as frames depend on it.
public struct TerminalAbilities: Hashable, Sendable {
  /// Whether line drawing and letters beyond ASCII can be shown.
  public var drawsUnicode: Bool

  /// The abilities of a terminal.
  public init(drawsUnicode: Bool) {
    self.drawsUnicode = drawsUnicode
  }
}
