import CrossConnect
import FoundationEssentials
import SandboxServer
import TelnyxAPI
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
  @Test(.enabled(if: InstalledProgram("strace").isThere, "strace tells what is written"))
  func `a whole new screen is one write`() async throws {
    try await TemporaryFolder.make { folder in
      let strace = ["-f", "-e", "trace=read,write", "-o", folder.path + "/calls"]
      try await TmuxSession.run("strace", strace + [BuiltProgram.path, "demo"], home: folder) {
        try await $0.wait(for: "6 choices")
        try await $0.press("C-g")
        try await $0.wait(for: "Search:")
        try await $0.press("Escape")
        try await $0.wait(for: "6 choices")
        try await $0.press("C-c", "C-c")
        _ = try await $0.exitStatus()
      }
      let calls = try folder.text(of: "calls").split(separator: "\n")
      let drawn = calls.drop { !$0.contains("read(0, \"\\7\"") }.dropFirst()
        .prefix { !$0.contains("read(0, ") }
      let writes = drawn.filter { $0.contains(" write(1, ") }
      #expect(writes.count == 1, "\(writes)")
    }
  }

  private static let order = """
    edge\r\
    typed ahead\r\r\
    us-east-1\r\
    aws\rus-east-1\r123456789012\r\r\
    500\r\
    \u{1B}[6~\
    \t\t\t\t\t\t\r\r
    """
}
