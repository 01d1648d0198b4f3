import TestSupport
import Testing

@Suite struct SandboxCommandTests {
  @Test func `what it prints can be evaluated by a shell, and leads the wizard to it`() async throws
  {
    let script = """
      cd; "$VXC" sandbox > sandbox.env & until grep -q KEY sandbox.env; do sleep 0.05; done
      . ./sandbox.env && "$VXC"; kill $!
      """
    let environment = ["VXC": try BuiltProgram.path]
    try await TmuxSession.run("sh", ["-c", script], environment: environment) { terminal in
      let screen = try await terminal.wait(for: "prod-core")
      let lines = try terminal.home.text(of: "sandbox.env")
      let match = try #require(
        lines.wholeMatch(
          of: #/export TELNYX_BASE_URL=http://(127\.0\.0\.1:\d+)/v2\nexport TELNYX_API_KEY=\S+\n/#))
      #expect(screen.rows[0].hasSuffix(" \(match.output.1)"))
      try await terminal.press("C-c", "C-c")
      _ = try await terminal.exitStatus()
    }
  }

  @Test func `Ctrl-C stops it`() async throws {
    try await TmuxSession.run(BuiltProgram.path, ["sandbox"]) { terminal in
      try await terminal.wait(for: "export TELNYX_API_KEY=")
      try await terminal.press("C-c")
      let status = try await terminal.exitStatus()
      #expect(status == 130)
    }
  }
}
