internal import ArgumentParser
internal import CrossConnect
internal import Glibc
internal import NcursesTerminal

/// Writes plain lines outside of the screen, unbuffered, so that a pipe sees them at once.
///
/// Whatever is in a text, the terminal obeys none of it: see `DisplayText.printable`.
enum Output {
  static func line(_ text: String, asciiOnly: Bool = false) {
    write(text, to: STDOUT_FILENO, asciiOnly: asciiOnly)
  }

  static func errorLine(_ text: String) {
    write(text, to: STDERR_FILENO)
  }

  /// Ends the program where the system has too little for it.
  ///
  /// - Throws: `ExitCode`, after saying what there is too little of.
  static func refuseShortage() throws {
    guard let shortage = ProcessLimits.shortage else { return }
    errorLine("vxc: \(shortage) Nothing was asked.")
    throw ExitCode(2)
  }

  private static func write(
    _ text: String, to descriptor: Int32, asciiOnly: Bool = false
  ) {
    let isUnicode = !asciiOnly && NcursesTerminal.localeIsUTF8
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { DisplayText.printable(String($0), unicode: isUnicode) + "\n" }
    var bytes = Array(lines.joined().utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
