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
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { DisplayText.printable(String($0), unicode: isUnicode) + "\n" }
    StandardStreams.write(lines.joined(), to: stream)
  }
}
