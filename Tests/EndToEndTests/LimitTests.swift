import CrossConnect
import FoundationEssentials
import SandboxServer
import TelnyxAPI
import TestSupport
import Testing

/// The program where the system gives it little, or says odd things of the window.
@Suite struct LimitTests {
  @Test(arguments: [
    ("-n 10", "too few files: it needs 48 more. ulimit -n shows the limit."),
    ("-n 30", "too few files: it needs 48 more. ulimit -n shows the limit."),
    ("-v 300000", "too little memory: it needs 512 MB of addresses."),
    ("-s 200", "too small a stack: it needs 256 KB. ulimit -s shows the limit."),
  ])
  func `too little of something is told, and nothing is begun`(limit: String, words: String)
    async throws
  {
    let script = "ulimit \(limit) && \"$0\" demo; echo status $?; exec cat"
    try await TmuxSession.run("sh", ["-c", script, BuiltProgram.path]) { terminal in
      let screen = try await terminal.wait(for: "status 2")
      #expect(!screen.isAlternate)
      // The terminal breaks lines anywhere.
      let all = screen.rows.joined().replacing(" ", with: "")
      #expect(all.contains(words.replacing(" ", with: "")), "\(screen)")
    }
  }

  @Test(arguments: ["LINES=10000 COLUMNS=10000", "COLUMNS=32768", "LINES=2 COLUMNS=2"])
  func `the window's size counts, whatever the environment says`(variables: String) async throws {
    let script = "exec env \(variables) \"$0\" demo"
    try await TmuxSession.run("sh", ["-c", script, BuiltProgram.path]) { terminal in
      try await terminal.expectRedrawn(to: SizeCase.all[0])
      try await terminal.press("C-c", "C-c")
      #expect(try await terminal.exitStatus() == 130)
    }
  }

  @Test(arguments: [
    ("LINES=30 COLUMNS=100", 100), ("LINES=90000 COLUMNS=90000", 80), ("A=B", 80),
    ("LINES=-3 COLUMNS=1e9", 80),
  ])
  func `of a window without a size the environment tells it, within bounds`(
    variables: String, columns: Int
  ) async throws {
    let script = "stty rows 0 cols 0; exec env -u LINES -u COLUMNS \(variables) \"$0\" demo"
    let size = TmuxSession.Size(columns: 140, rows: 40)
    try await TmuxSession.run("sh", ["-c", script, BuiltProgram.path], size: size) { terminal in
      let screen = try await terminal.wait(for: "prod-core")
      #expect(screen.rows[2] == String(repeating: "\u{2500}", count: columns))
    }
  }

  @Test func `a window that says it is larger than any does not fill the memory`() async throws {
    let script = "stty rows 65535 cols 65535; exec \"$0\" demo"
    try await TmuxSession.run("sh", ["-c", script, BuiltProgram.path]) { terminal in
      try await terminal.wait(until: "it has started") { $0.isAlternate }
      try await terminal.press("C-c", "C-c")
      #expect(try await terminal.exitStatus() == 130)
    }
  }

  @Test func `folders are made for their owner, whatever the mask`() async throws {
    let script = """
      umask 0177; "$0" --plain; cd; find .local -type d -printf '%m %p\\n' | sort; exec cat
      """
    let sandbox = try await Sandbox.start(.init()) { Date.now }
    let variables = [
      "TELNYX_BASE_URL": sandbox.baseURL.description, "TELNYX_API_KEY": sandbox.key.revealed,
    ]
    try await TmuxSession.run(
      "sh", ["-c", script, BuiltProgram.path], environment: variables
    ) { terminal in
      try await terminal.answer(["Number, Enter for 1 (prod-core)": "", "VXC name": "masked"])
      try await terminal.answer(["Number": "q"])
      let screen = try await terminal.wait(for: "700 .local/state/vxc/seen")
      let modes = screen.rows.filter { $0.contains(".local") && !$0.contains(":") }
      #expect(
        modes == [
          "700 .local", "700 .local/state", "700 .local/state/vxc", "700 .local/state/vxc/drafts",
          "700 .local/state/vxc/seen",
        ])
    }
    await sandbox.stop()
  }
}
