internal import CTerminal

/// The standard input, output and error.
public enum StandardStreams {
  /// The result of reading.
  public enum Input: Hashable, Sendable {
    case bytes([UInt8])
    /// There is nothing to read now.
    case nothing
    /// The person or the file has ended it.
    case ended
    /// The terminal is gone.
    case gone
  }

  /// A stream to write to.
  public enum Writable: Int32, Sendable {
    case output = 1
    case error = 2
  }

  /// Whether the input and the output are both a terminal.
  public static var areTerminal: Bool { complaint == nil }

  /// Which of input and output is no terminal, as a sentence; `nil` if both are one.
  public static var complaint: String? {
    switch (ct_is_terminal(input), ct_is_terminal(Writable.output.rawValue)) {
    case (true, true): nil
    case (false, false): "Standard input and output are not a terminal."
    case (false, true): "Standard input is not a terminal."
    case (true, false): "Standard output is not a terminal."
    }
  }

  /// The size of the terminal's window in cells.
  ///
  /// It is never larger than a screen can be. A dimension is 0 if neither the system nor `LINES`
  /// and `COLUMNS` tell it.
  public static var windowSize: (rows: Int, columns: Int) {
    let window = ct_window_size()
    return (Int(window.rows), Int(window.columns))
  }

  /// Whether there is something to read, even if only the end.
  public static var hasInput: Bool { ct_wait(input, -1, -1, 0).input }

  /// Reads what is there, at most 4096 bytes.
  public static func read() -> Input {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4096) { bytes in
      switch ct_read(input, bytes.baseAddress, bytes.count) {
      case Int(CT_GONE): .gone
      case Int(CT_ENDED): .ended
      case 0: .nothing
      case let count: .bytes(Array(bytes.prefix(count)))
      }
    }
  }

  /// Discards typed input that nobody has read.
  public static func discardInput() {
    ct_discard_input(input)
  }

  /// Writes a whole text, waiting as long as it takes.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - stream: The stream.
  /// - Returns: Whether anybody still reads it.
  @discardableResult
  public static func write(_ text: String, to stream: Writable = .output) -> Bool {
    ct_write(stream.rawValue, text, text.utf8.count)
  }

  /// Writes a whole text, and says why it could not.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - stream: The stream.
  /// - Returns: The system's reason; empty if nobody reads any more; `nil` if everything was
  ///   written.
  public static func failure(writing text: String, to stream: Writable) -> String? {
    let code = ct_write_all(stream.rawValue, text, text.utf8.count)
    guard code != 0 else { return nil }
    return String(cString: ct_reason(code))
  }

  /// Whether a stream has a reader; a file has one always.
  public static func isRead(_ stream: Writable) -> Bool { ct_is_read(stream.rawValue) }

  /// Whether a stream goes to a terminal.
  public static func isTerminal(_ stream: Writable) -> Bool { ct_is_terminal(stream.rawValue) }

  /// Whether the standard input comes from a terminal.
  public static var isInputTerminal: Bool { ct_is_terminal(input) }

  static let input: Int32 = 0
}
