import CrossConnect
import FoundationEssentials
import SandboxServer
import TelnyxAPI
import TestSupport
import Testing

/// The wizard in a terminal, over a sandbox of its own.
struct Stage: Sendable {
  let terminal: TmuxSession
  let sandbox: Sandbox

  /// Opens the wizard over a new sandbox, hands both to `body`, and ends them.
  ///
  /// - Parameters:
  ///   - arguments: What follows the program's name.
  ///   - environment: Variables to set beside the sandbox's address and key, or `nil` to leave one out.
  ///   - home: The home folder, where something is to be found in it; else a new, empty one.
  ///   - size: How large the terminal is.
  ///   - type: The terminal's type, as `TERM` names it.
  ///   - inShell: Whether a shell goes on when the wizard has ended, and says "exit status" and which:
  ///     tmux can lose the last lines of the program whose end closes the terminal.
  ///   - speed: How many times faster than real time cross connects live.
  ///   - scenario: How the sandbox misbehaves.
  ///   - hasCrossConnects: Whether the account has cross connects from the start.
  ///   - body: The test.
  /// - Throws: What `body` throws.
  static func open(
    arguments: [String] = [], environment: [String: String?] = [:],
    home: TemporaryFolder? = nil, size: TmuxSession.Size = .standard,
    type: String = "tmux-256color",
    inShell: Bool = false, speed: Double = 1, scenario: String? = nil,
    hasCrossConnects: Bool = false, body: (Stage) async throws -> Void
  ) async throws {
    let sandbox = try await Sandbox.start(
      .init(
        speed: speed, scenario: scenario.flatMap { Scenario(named: $0) },
        hasCrossConnects: hasCrossConnects)
    ) { Date.now }
    var variables: [String: String?] = [
      "TELNYX_BASE_URL": sandbox.baseURL.description, "TELNYX_API_KEY": sandbox.key.revealed,
    ]
    variables.merge(environment) { $1 }
    let program = try BuiltProgram.path
    let script = ["-c", "\"$0\" \"$@\"; echo exit status $?; exec cat", program]
    do {
      try await TmuxSession.run(
        inShell ? "sh" : program, (inShell ? script : []) + arguments, environment: variables,
        home: home, size: size, terminal: type
      ) {
        try await body(Stage(terminal: $0, sandbox: sandbox))
      }
    } catch {
      await sandbox.stop()
      throw error
    }
    await sandbox.stop()
  }

  /// The API key that the sandbox accepts.
  var key: String { sandbox.key.revealed }

  /// What the sandbox was asked for, in order.
  var requests: [String] {
    sandbox.recordedRequests.map { $0.method.rawValue + " " + $0.path }
  }

  /// What the sandbox was asked to change, in order.
  var changes: [Change] {
    get throws {
      try sandbox.recordedRequests.filter { $0.method != .get }.map(Change.init)
    }
  }

  /// Whether a text has a deadline of another day.
  static func hasDatedDeadline(_ text: String) -> Bool {
    text.contains(/Accept it before \d{4}-/)
  }

  /// Waits until the terminal shows a golden screen with a deadline.
  ///
  /// In the last hour of a day, a deadline has its date, and takes a line more.
  func expect(
    _ name: String, orTomorrow tomorrow: String,
    sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    let screen = try await terminal.wait(for: "Accept it before", sourceLocation: location)
    try await expect(
      Self.hasDatedDeadline(screen.text) ? tomorrow : name, sourceLocation: location)
  }

  /// Waits until the terminal shows a golden screen; its times and the port don't count.
  func expect(
    _ name: String, sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    try await terminal.expect(name, sourceLocation: location, masking: Masking.masked)
  }
}

/// A request that changes something, as the sandbox recorded it.
struct Change: Hashable, CustomStringConvertible {
  let request: String
  let body: JSONValue

  init(_ request: RecordedRequest) throws {
    self.request = request.method.rawValue + " " + request.path
    body = request.body.isEmpty ? .null : try JSONValue(parsing: request.body)
  }

  /// A request with a body of JSON text.
  init(_ request: String, _ json: String) throws {
    self.request = request
    body = try JSONValue(parsing: .init(json.utf8))
  }

  /// The order of a cross connect with a body of JSON text.
  static func order(_ json: String) throws -> Change {
    try Change("POST /virtual_cross_connects", json)
  }

  var description: String { request + " " + body.jsonText }
}
