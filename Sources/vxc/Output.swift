internal import ArgumentParser
internal import CrossConnect
internal import TerminalIO

/// Writes plain lines outside of the screen, unbuffered, so that a pipe gets them at once.
///
/// The terminal obeys nothing that is in a text; see `DisplayText.printable`.
enum Output {
  static func line(_ text: String, asciiOnly: Bool = false) {
    write(text, to: .output, asciiOnly: asciiOnly)
  }

  /// Writes the whole result of a run.
  ///
  /// - Parameter text: The text as it is: a shell may read it.
  /// - Throws: `ExitCode` if it could not be written, after saying why.
  static func result(_ text: String) throws(ExitCode) {
    let reason = StandardStreams.failure(writing: text + "\n", to: .output)
    // A reader such as `head`, which only takes the beginning, has what it wants.
    guard let reason, !reason.isEmpty else { return }
    errorLine("vxc: The result could not be written: \(reason).")
    throw ExitCode(1)
  }

  static func errorLine(_ text: String) {
    write(text, to: .error)
  }

  /// Ends the program if the system gives it too little.
  ///
  /// - Throws: `ExitCode`, after saying what is missing.
  static func refuseShortage() throws {
    guard let shortage = ProcessLimits.shortage else { return }
    errorLine("vxc: \(shortage) Nothing was asked.")
    throw ExitCode(2)
  }

  private static func write(
    _ text: String, to stream: StandardStreams.Writable, asciiOnly: Bool = false
  ) {
    let isUnicode = !asciiOnly && TextEncoding.isUTF8
    var lines = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += DisplayText.printable(String(line), unicode: isUnicode) + "\n"
    }
    StandardStreams.write(lines, to: stream)
  }
}
