/// A command for the cloud's side, ready to paste; what is in capitals in it is the person's.
///
/// No command line has a BGP key in it: it is read from a file for the person only.
public struct CloudCommand: Hashable, Sendable {
  /// What it does.
  public let purpose: String
  /// The command, or the content of a file that one reads.
  public let line: String

  init(_ purpose: String, _ line: String) {
    self.purpose = purpose
    self.line = line
  }
}
