internal import CTerminal

/// The signals that ask something of the program, received where it sleeps.
///
/// All other signals that end the program give the terminal back first, if `TerminalHold` or `Echo`
/// has changed it.
@MainActor
public struct SignalPipe {
  /// What a signal asks for.
  public enum Request: Hashable, Sendable {
    /// The window has another size: WINCH.
    case resize
    /// The job should stop: TSTP, as Ctrl-Z sends it.
    case stop
    /// The program was stopped, and goes on: CONT.
    case goOn
    /// The program should leave: TERM, HUP or INT, by its number.
    case leave(signal: Int32)
  }

  /// The end to wait on.
  let reading: Int32

  /// Takes over the process's signals; `nil` if the system has no descriptors left.
  ///
  /// - Parameter reportsStop: Whether `stop` is reported; otherwise the job stops by itself, except
  ///   while `Echo` is off.
  public init?(reportsStop: Bool) {
    reading = ct_catch_signals()
    guard reading >= 0 else { return nil }
    if !reportsStop { ct_catch_stop(false) }
  }

  /// Restores the effects of signals.
  public func close() {
    ct_release_signals()
  }

  /// Whether TERM or HUP has come.
  public var isEnding: Bool { ct_is_ending() }

  /// Takes the requests since the last call, in order.
  public func take() -> [Request] {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = max(0, ct_read(reading, &bytes, bytes.count))
    return bytes.prefix(count).map { byte in
      let number = Int32(byte)
      return switch ct_request(number) {
      case CT_RESIZE: .resize
      case CT_STOP: .stop
      case CT_CONTINUE: .goOn
      default: .leave(signal: number)
      }
    }
  }
}
