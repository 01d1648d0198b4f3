import CrossConnect
public import TelnyxAPI

/// One finding of `vxc doctor`.
public struct Diagnosis: Hashable, Sendable {
  /// The state of what was looked at.
  public enum Level: String, Sendable {
    case ok
    /// It works, but not as well as it could.
    case warn
    /// The program can't work.
    case fail
  }

  /// What was looked at: "API key".
  public let subject: String
  /// The state of what was looked at.
  public let level: Level
  /// What was found, and what to do about it.
  public let words: String

  /// A finding.
  public init(_ subject: String, _ level: Level, _ words: String) {
    self.subject = subject
    self.level = level
    self.words = words
  }
}

/// What the machine shows without a request.
public struct Surroundings: Sendable {
  /// Where requests go, or why there is no such place.
  public let address: BaseURL?
  /// The findings about the key, the address, the terminal and the files, in the order of the report.
  public let before: [Diagnosis]
  /// The findings that come after those of the network.
  public let after: [Diagnosis]
  /// The proxy on the way, without its credentials.
  public let proxy: String?

  /// What a machine shows.
  public init(
    address: BaseURL?, proxy: String?, before: [Diagnosis], after: [Diagnosis]
  ) {
    self.address = address
    self.proxy = proxy
    self.before = before
    self.after = after
  }
}
