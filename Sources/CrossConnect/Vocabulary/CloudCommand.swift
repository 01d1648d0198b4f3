/// A command for the cloud's side, ready to paste; the person replaces the words in capitals.
///
/// No command line has a BGP key. The command reads it from a file that only the person can read.
public struct CloudCommand: Hashable, Sendable {
  /// What the command does.
  public let purpose: String
  /// The command, or the content of a file that it reads.
  public let line: String
  /// Whether it is the content of a file: JSON, in which lines may end between words.
  public let isFile: Bool

  init(_ purpose: String, _ line: String, isFile: Bool = false) {
    self.purpose = purpose
    self.line = line
    self.isFile = isFile
  }
}
