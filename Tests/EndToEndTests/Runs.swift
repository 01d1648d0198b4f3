import CrossConnect
import Flows
import FoundationEssentials
import SandboxServer
import TelnyxAPI
import TestSupport
import Testing

/// Runs of the wizard one after another, or at once, by one person: the same home and sandbox.
struct Runs: Sendable {
  let home: TemporaryFolder
  let sandbox: Sandbox

  /// Makes a home and a sandbox, hands them to `body`, and ends both.
  static func make(_ body: (Runs) async throws -> Void) async throws {
    let sandbox = try await Sandbox.start(.init()) { Date.now }
    do {
      try await TemporaryFolder.make { home in
        try await body(Runs(home: home, sandbox: sandbox))
      }
    } catch {
      await sandbox.stop()
      throw error
    }
    await sandbox.stop()
  }

  /// Runs the wizard once; its terminal is closed when `body` is done.
  func run(
    environment: [String: String?] = [:], _ body: (Stage) async throws -> Void
  ) async throws {
    var variables: [String: String?] = [
      "TELNYX_BASE_URL": sandbox.baseURL.description, "TELNYX_API_KEY": sandbox.key.revealed,
    ]
    variables.merge(environment) { $1 }
    try await TmuxSession.run(BuiltProgram.path, environment: variables, home: home) {
      try await body(Stage(terminal: $0, sandbox: sandbox))
    }
  }

  /// The names of the files that the program keeps in one of its folders.
  func files(in folder: StorageFolder) -> [String] {
    let prefix = Self.state + folder.rawValue + "/"
    return home.files.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
      // One that is being written has no name yet.
      .filter { !$0.hasPrefix(".") }
  }

  /// All that is in files of the home folder.
  var everythingWritten: String {
    home.files.compactMap { try? home.text(of: $0) }.joined(separator: "\n")
  }

  /// Where state belongs when nothing else is said.
  static let state = ".local/state/vxc/"
}

extension TmuxSession {
  /// Leaves the result, as soon as keys that were typed ahead are no longer thrown away.
  ///
  /// - Returns: The exit status.
  /// - Throws: `TimedOut` with the screen.
  func leaveResult() async throws -> Int32 {
    for _ in 0..<20 {
      try await pressLeave()
      if let status = try? await exitStatus(within: .milliseconds(400)) { return status }
    }
    return try await exitStatus()
  }
}
