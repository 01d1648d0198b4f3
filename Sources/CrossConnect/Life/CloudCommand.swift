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

extension VirtualCrossConnect {
  /// The commands for the cloud's side, in order.
  public var cloudCommands: [CloudCommand] {
    provider?.rules.commands(self) ?? []
  }

  /// A member as a command takes it: nothing that could end its argument.
  func argument(_ key: String, or placeholder: String) -> String {
    guard let text = text(key), text.utf8.allSatisfy(Self.isHarmless) else { return placeholder }
    return text
  }

  private static func isHarmless(_ byte: UInt8) -> Bool {
    ASCII.isLetterOrDigit(byte) || "-._/".utf8.contains(byte)
  }
}
