extension VirtualCrossConnect {
  /// The commands for the cloud's side, in order.
  public var cloudCommands: [CloudCommand] {
    provider?.rules.commands(self) ?? []
  }

  /// A member as an argument of a command; `placeholder` if it is missing, or if a character in it
  /// could end the argument.
  func argument(_ key: String, or placeholder: String) -> String {
    guard let text = text(key), text.utf8.allSatisfy(Self.isHarmless) else { return placeholder }
    return text
  }

  private static func isHarmless(_ byte: UInt8) -> Bool {
    ASCII.isLetterOrDigit(byte) || "-._/".utf8.contains(byte)
  }
}
