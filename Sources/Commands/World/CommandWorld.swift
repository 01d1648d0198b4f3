public import CrossConnect
public import Flows

/// Everything outside that a command works with: the account, the machine, and the streams.
public struct CommandWorld: Sendable {
  /// The time, the network, files.
  public let context: Context
  /// Where requests go.
  public let destination: Destination
  /// The API key.
  public let key: Secret
  /// The streams for results, for words, and for answers.
  public let streams: any CommandStreams
  /// What the command has done so far.
  public let standing: Standing

  /// A world to work in.
  public init(
    context: Context, destination: Destination, key: Secret, streams: any CommandStreams,
    standing: Standing = Standing()
  ) {
    self.standing = standing
    self.context = context
    self.destination = destination
    self.key = key
    self.streams = streams
  }
}

/// The streams of a command: results go one way, everything said about them another.
public protocol CommandStreams: Sendable {
  /// The columns for a person who reads the results; `nil` if a program reads them.
  var columns: Int? { get }
  /// Whether a person can be asked.
  var canAsk: Bool { get }
  /// Whether somebody still reads the results.
  var isRead: Bool { get }
  /// Writes a line of the results.
  func result(_ line: String)
  /// Says something by the way; `--quiet` silences it.
  func note(_ line: String)
  /// Says something that the person must know.
  func say(_ line: String)
  /// Asks for a line.
  ///
  /// - Parameter prompt: The words before the cursor.
  /// - Returns: The line without its end; `nil` at the end of the input.
  func ask(_ prompt: String) async -> String?
}

/// How results are written.
public enum OutputForm: String, CaseIterable, Sendable {
  /// For people.
  case text
  /// For programs: the API's own words.
  case json
}

/// Why a command can't be carried out, and the exit code that says so.
public struct CommandFailure: Error, Hashable, Sendable {
  /// The exit code.
  public let code: Int32
  /// What happened, whether anything changed, and what to do next: one sentence a line.
  public let lines: [String]

  /// A failure in words.
  public init(code: Int32, _ lines: [String]) {
    self.code = code
    self.lines = lines
  }
}
