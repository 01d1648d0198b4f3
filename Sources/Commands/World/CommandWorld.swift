public import CrossConnect
public import Flows

/// What a command without a screen works with: an account, the world outside, and where it is heard.
public struct CommandWorld: Sendable {
  /// The time, the network, files.
  public let context: Context
  /// Where requests go.
  public let destination: Destination
  /// The API key.
  public let key: Secret
  /// Where results and words go, and answers come from.
  public let streams: any CommandStreams
  /// Whether an order is under way.
  public let order: OrderUnderWay

  /// A world to work in.
  public init(
    context: Context, destination: Destination, key: Secret, streams: any CommandStreams,
    order: OrderUnderWay = OrderUnderWay()
  ) {
    self.order = order
    self.context = context
    self.destination = destination
    self.key = key
    self.streams = streams
  }
}

/// Where a command is heard: results apart from everything that is said about them.
public protocol CommandStreams: Sendable {
  /// How wide a line of the results may be for the person who reads them; `nil` where a program does.
  var columns: Int? { get }
  /// Whether a person can be asked.
  var canAsk: Bool { get }
  /// Writes a line of the results.
  func result(_ line: String)
  /// Says something by the way, unless it is not to be said.
  func note(_ line: String)
  /// Says something that has to be known.
  func say(_ line: String)
  /// Asks for a line.
  ///
  /// - Parameter prompt: What stands before the cursor.
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
  /// What happened, whether anything was changed, and what to do: a sentence a line.
  public let lines: [String]

  /// A failure in words.
  public init(code: Int32, _ lines: [String]) {
    self.code = code
    self.lines = lines
  }
}
