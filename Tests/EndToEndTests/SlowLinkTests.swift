import CrossConnect
import FoundationEssentials
import Glibc
import SandboxServer
import TestSupport
import Testing

/// A link on which keys come long before their echo, and the API's answers later still.
@Suite struct SlowLinkTests {
  @Test func `a whole order typed at once, before anything is loaded, comes to the review`()
    async throws
  {
    let sandbox = try await Sandbox.start(.init(scenario: Scenario(named: "lists-slow"))) { .now }
    let environment = [
      "TELNYX_API_KEY": sandbox.key.revealed, "TELNYX_BASE_URL": sandbox.baseURL.description,
    ]
    try await TmuxSession.run(
      BuiltProgram.path, environment: environment, size: .init(columns: 80, rows: 40)
    ) { terminal in
      try await terminal.wait(for: "Loading ...")
      try await terminal.send(Array(Self.order.utf8))
      try await terminal.wait(for: "typed ahead; Esc drops them")
      let screen = try await terminal.wait(for: "[6 Review]")
      for answer in ["prod-edge", "typed ahead", "ashburn-va", "AWS", "123456789012", "500 Mbps"] {
        #expect(screen.contains("   \(answer)"), "\(screen)")
      }
      // The two Enters after going to Create were dropped.
      #expect(screen.contains(">[ Create VXC ]"))
      #expect(sandbox.orderCount == 0)
    }
    await sandbox.stop()
  }

  /// Written row by row, a frame would be many packets, and seen half drawn.
  @Test(.enabled(if: getuid() == 0, "the kernel tells only the superuser how often was written"))
  func `a whole new screen is one write`() async throws {
    try await Stage.open(environment: ["TELNYX_API_KEY": nil]) { stage in
      let terminal = stage.terminal
      try await terminal.wait(forFocusOn: "Telnyx API key")
      let before = try await writes(of: terminal)
      try await terminal.press("C-g")
      try await terminal.wait(for: "search")
      #expect(try await writes(of: terminal) == before + 1)
    }
  }

  /// How often a program has written something.
  private func writes(of terminal: TmuxSession) async throws -> Int {
    let text = try await String(
      contentsOfFile: "/proc/\(terminal.processID())/io", encoding: .utf8)
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("syscw: ") })
    return try #require(Int(line.dropFirst("syscw: ".count)))
  }

  private static let order = """
    edge\r\
    typed ahead\r\r\
    us-east-1\r\r\
    aws\rus-east-1\r123456789012\r\r\
    500\r\r\
    \u{1B}[6~\
    \t\t\t\t\t\t\t\r\r
    """
}
