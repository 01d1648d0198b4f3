import CrossConnect
public import TelnyxAPI

/// One thing that was looked at, and how it stands.
public struct Diagnosis: Hashable, Sendable {
  /// How it stands.
  public enum Level: String, Sendable {
    case ok
    /// It works, but not as well as it could.
    case warn
    /// It keeps the program from its work.
    case fail
  }

  /// What was looked at: "API key".
  public let subject: String
  /// How it stands.
  public let level: Level
  /// What was found, and what to do about it.
  public let words: String

  /// Something that was looked at.
  public init(_ subject: String, _ level: Level, _ words: String) {
    self.subject = subject
    self.level = level
    self.words = words
  }
}

/// What is known of the machine without asking anybody.
public struct Surroundings: Sendable {
  /// Where requests go, or why there is no such place.
  public let address: BaseURL?
  /// What was found of the key, the address, the terminal and the files, in the order of the report.
  public let before: [Diagnosis]
  /// The same, after what the network shows.
  public let after: [Diagnosis]
  /// The proxy on the way, without its credentials.
  public let proxy: String?

  /// What is known of a machine.
  public init(
    address: BaseURL?, proxy: String?, before: [Diagnosis], after: [Diagnosis]
  ) {
    self.address = address
    self.proxy = proxy
    self.before = before
    self.after = after
  }
}
