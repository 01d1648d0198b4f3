import CrossConnect
import FoundationEssentials
import SandboxServer
import TelnyxAPI
import TestSupport

/// A sandbox, a home, and what runs the program in it.
struct CommandPlace {
  /// A command that orders at AWS, without its confirmation.
  static let order = [
    "create", "--network", "prod-core", "--region", "ashburn-va", "--provider", "aws",
    "--cloud-region", "us-east-1", "--account", "123456789012", "--bandwidth", "50",
  ]

  let sandbox: Sandbox
  let home: TemporaryFolder

  /// Makes a place, hands it to `body`, and ends it.
  static func make(
    speed: Double = 1, _ body: (CommandPlace) async throws -> Void
  ) async throws {
    let sandbox = try await Sandbox.start(.init(speed: speed)) { .now }
    try await TemporaryFolder.make { home in
      do {
        try await body(CommandPlace(sandbox: sandbox, home: home))
      } catch {
        await sandbox.stop()
        throw error
      }
    }
    await sandbox.stop()
  }

  /// Runs the program to its end.
  func run(
    _ arguments: [String], environment changes: [String: String?] = [:]
  ) async throws -> FinishedProcess {
    try await BuiltProgram.run(
      arguments, environment: TestEnvironment.variables(home: home.path, changes: all(changes)))
  }

  /// Runs a script of a shell, in which `$VXC` is the program.
  func shell(
    _ script: String, environment changes: [String: String?] = [:]
  ) async throws -> FinishedProcess {
    var variables = TestEnvironment.variables(home: home.path, changes: all(changes))
    variables["VXC"] = try BuiltProgram.path
    return try await FinishedProcess.run("sh", ["-c", "cd; \(script)"], environment: variables)
  }

  /// The sandbox's variables, with changes.
  func all(_ changes: [String: String?] = [:]) -> [String: String?] {
    var all: [String: String?] = [
      "TELNYX_API_KEY": sandbox.key.revealed, "TELNYX_BASE_URL": sandbox.baseURL.description,
    ]
    for (name, value) in changes { all[name] = value }
    return all
  }
}
