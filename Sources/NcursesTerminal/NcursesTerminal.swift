internal import CNcurses
internal import TerminalIO
public import TerminalUI

/// A screen and keyboard by ncurses; the process has at most one, from `init` to `close`.
///
/// However the process ends, the terminal is given back as it was.
@MainActor
public final class NcursesTerminal: Terminal {
  /// What the person, or their environment, wants of the terminal.
  public struct Options: Hashable, Sendable {
    /// Whether colours may be used, where the terminal has them.
    public var usesColor: Bool
    /// Whether only ASCII may be drawn.
    public var asciiOnly: Bool
    /// How long a lone Escape waits for the rest of a sequence, in milliseconds.
    public var escapeDelayMilliseconds: Int

    /// Options with these values.
    public init(
      usesColor: Bool = true, asciiOnly: Bool = false, escapeDelayMilliseconds: Int = 50
    ) {
      self.usesColor = usesColor
      self.asciiOnly = asciiOnly
      self.escapeDelayMilliseconds = escapeDelayMilliseconds
    }
  }

  /// The size of the window now.
  public private(set) var size: Size
  /// What the terminal can show.
  public let abilities: TerminalAbilities
  /// Makes `events(until:)` return with `woken`, from any task.
  public var wake: @Sendable () -> Void { { [wakes] in wakes.wake() } }
  /// What the person should know about the terminal, such as that its type isn't known here.
  public let notice: String?

  let wakes: WakePipe
  let signals: SignalPipe
  private(set) var keyboard: Keyboard
  var painter: Painter
  /// Events from outside of `events(until:)`, for its next call.
  var reports: [TerminalEvent] = []
  /// Whether the terminal is ours; not after `close()`, nor in the background.
  var isHeld = true

  /// Takes the terminal.
  ///
  /// - Parameter options: What the person, or their environment, wants of it.
  /// - Throws: `Failure` if there is no terminal, or none that text can be placed on.
  public init(options: Options) throws(Failure) {
    guard StandardStreams.areTerminal else { throw .noTerminal }
    let type = try TerminalType.found()
    let drawsUnicode = TextEncoding.isUTF8 && !options.asciiOnly
    guard let wakes = WakePipe(), let stream = cn_drawing_stream() else { throw .noPipe }

    TerminalHold.rememberModes()
    guard let signals = SignalPipe(reportsStop: true) else { throw .noPipe }
    guard cn_open(type.name, stream) != nil else {
      signals.close()
      throw .noScreen
    }
    self.signals = signals
    self.wakes = wakes
    notice = type.notice
    abilities = TerminalAbilities(drawsUnicode: drawsUnicode)
    painter = Painter(usesColor: options.usesColor, drawsUnicode: drawsUnicode)
    keyboard = Keyboard(
      decoder: InputDecoder(ownKeys: TerminalType.ownKeys()),
      escapeDelay: .milliseconds(options.escapeDelayMilliseconds))
    size = Size(rows: Int(cn_rows()), columns: Int(cn_columns()))
    _ = measure()

    Modes.hold()
    Modes.take()
  }

  /// Gives the terminal back exactly as it was; a second call does nothing.
  public func close() {
    if isHeld { Modes.giveBack() }
    isHeld = false
    signals.close()
  }

  /// Shows `frame`, and writes only what has changed.
  public func draw(_ frame: Frame) {
    if isHeld { painter.paint(frame) }
  }

  /// Writes the whole screen again, after something else has written to it.
  public func repaint() {
    guard isHeld else { return }
    Modes.announce()
    painter.repaint()
  }

  /// Copies a text to the clipboard of the person's own terminal, if it has one.
  public func copy(_ text: String) {
    if isHeld { Modes.write(Clipboard.sequence(for: text)) }
  }

  /// Rings the bell.
  public func ring() {
    if isHeld { Modes.write("\u{7}") }
  }

  /// Discards typed input that was not read yet.
  public func discardInput() {
    reports += keyboard.discard()
  }

  /// Updates the window's size.
  ///
  /// - Returns: Whether it has changed.
  func measure() -> Bool {
    let window = StandardStreams.windowSize
    // If nobody knows a dimension, the one from the terminal's description stays.
    let now = Size(
      rows: window.rows > 0 ? window.rows : size.rows,
      columns: window.columns > 0 ? window.columns : size.columns)
    guard now != size else { return false }
    resizeterm(Int32(now.rows), Int32(now.columns))
    // ncurses has a least size of its own.
    size = Size(rows: Int(cn_rows()), columns: Int(cn_columns()))
    painter.forget()
    Modes.hold()
    return true
  }

  /// Reads the keyboard.
  func readKeys() -> [TerminalEvent] { keyboard.read() }

  /// Ends the bytes that have waited long enough.
  func endPause(at now: ContinuousClock.Instant) -> [TerminalEvent] { keyboard.endPause(at: now) }
}

extension NcursesTerminal {
  /// Why the terminal can't be taken.
  public enum Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Standard input or output is a file or a pipe.
    case noTerminal
    /// `TERM` isn't set.
    case noType
    /// There is no description of this type, nor of one to use instead.
    case unknownType(String)
    /// A terminal of this type can't place text on its screen.
    case cannotPlaceCursor(String)
    /// The system has no descriptors left.
    case noPipe
    /// The type is known, and still there is no screen.
    case noScreen

    /// What is wrong, as a sentence.
    public var description: String {
      switch self {
      case .noTerminal: "Standard input and output are not both a terminal."
      case .noType: "TERM is not set, so the kind of terminal is not known."
      case .unknownType(let name): "This system knows no terminal of the type \"\(name)\"."
      case .cannotPlaceCursor(let name):
        "A terminal of the type \"\(name)\" can't place text on its screen."
      case .noPipe: "The system allows no more open files."
      case .noScreen: "The screen can't be set up, most likely for lack of memory."
      }
    }
  }
}
