import CrossConnect
import FoundationEssentials
import SandboxServer
import TelnyxAPI
import TestSupport
import Testing

/// A release in a root that holds nothing but it: no library, no locale, no terminfo, no /etc.
@Suite(.enabled(if: BuiltProgram.released != nil, "only a release is one file"))
struct EmptyRootTests {
  /// Types that nearly every terminal is.
  static let types = [
    "xterm-256color", "xterm", "screen", "screen-256color", "tmux-256color", "linux", "vt100",
    "vt220", "rxvt-unicode",
  ]

  @Test(arguments: types)
  func `every usual terminal is known, and letters beyond ASCII are drawn`(type: String)
    async throws
  {
    try await run(["demo"], environment: ["TERM": type]) { terminal in
      let screen = try await terminal.wait(for: "disaster-recovery")
      #expect(screen.contains("b\u{FC}ro-m\u{FC}nchen"), "\(screen)")
      #expect(!screen.contains("treated as"), "\(screen)")
      try await terminal.press("C-c", "C-c")
      #expect(try await terminal.exitStatus() == 130)
    }
  }

  @Test func `an order is walked through, by the name of this machine`() async throws {
    let sandbox = try await Sandbox.start { Date.now }
    let port = sandbox.baseURL.port ?? 0
    let environment = [
      "TELNYX_BASE_URL": "http://localhost:\(port)/v2", "TELNYX_API_KEY": sandbox.key.revealed,
    ]
    try await run([], environment: environment) { terminal in
      _ = try await terminal.goToReview(name: "from nowhere")
      try await terminal.order()
      try await terminal.wait(for: "created, not active yet")
    }
    #expect(sandbox.orderCount == 1)
    await sandbox.stop()
  }

  @Test func `what is missing for other names and certificates is said`() async throws {
    let environment = ["TELNYX_BASE_URL": "https://api.example.test", "TELNYX_API_KEY": "KEY0123"]
    try await run([], environment: environment) { terminal in
      try await terminal.wait(for: "no list of trusted authorities")
    }
  }

  @Test func `without proc it says so`() async throws {
    let result = try await TemporaryFolder.make { root in
      try await FinishedProcess.run(
        "unshare", Self.command(["--version"], in: root.path, hasProc: false),
        environment: TestEnvironment.variables(home: "/"))
    }
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("vxc: The folder /proc is missing or empty, and vxc does not"))
  }

  /// Runs the program in a root of its own.
  private func run(
    _ arguments: [String], environment: [String: String], body: (TmuxSession) async throws -> Void
  ) async throws {
    try await TemporaryFolder.make { root in
      var environment = environment
      // tmux sets its own.
      let type = environment.removeValue(forKey: "TERM") ?? "tmux-256color"
      try await TmuxSession.run(
        "unshare", Self.command(arguments, in: root.path, hasProc: true),
        environment: environment, terminal: type, body: body)
    }
  }

  private static func command(
    _ arguments: [String], in root: String, hasProc: Bool
  ) throws -> [String] {
    let mount = " && mount -t proc proc \"$0/proc\""
    let script = """
      cp "$1" "$0/vxc" && mkdir "$0/proc" "$0/tmp"\(hasProc ? mount : "") || exit 9
      shift; exec chroot "$0" /vxc "$@"
      """
    return ["--map-root-user", "--mount", "--pid", "--fork", "sh", "-c", script, root]
      + [try BuiltProgram.path] + arguments
  }
}
