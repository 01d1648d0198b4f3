import TestSupport
import Testing

/// The program as the command of an interactive shell, which gets its terminal back.
@Suite struct ShellTests {
  private static let script = """
    cd; echo '$ vxc demo'; stty -a > before
    sh -c 'echo $$ > pid; exec "$VXC" demo'; echo "status $?"; stty -a > after
    cmp before after && echo "modes are the same"; exec cat
    """

  @Test(arguments: [["C-c", "C-c"], ["C-c", "Tab", "Enter"]])
  func `the terminal is given back as it was`(keys: [String]) async throws {
    try await runInShell { terminal in
      for key in keys { try await terminal.press(key) }
      let screen = try await terminal.wait(for: "modes are the same")
      #expect(screen.rows.prefix(3) == ["$ vxc demo", "status 130", "modes are the same"])
      #expect(!screen.isAlternate)
      #expect(screen.cursor == .init(column: 0, row: 3))
    }
  }

  @Test(arguments: [("TERM", 143), ("HUP", 129)])
  func `a signal ends it, and the terminal is given back`(signal: String, status: Int) async throws
  {
    try await runInShell { terminal in
      let kill = try "kill -s \(signal) \(terminal.home.text(of: "pid"))"
      let killed = try await FinishedProcess.run("sh", ["-c", kill], environment: [:])
      #expect(killed.status == 0)
      let screen = try await terminal.wait(for: "modes are the same")
      #expect(screen.rows.prefix(3) == ["$ vxc demo", "status \(status)", "modes are the same"])
      #expect(!screen.isAlternate)
    }
  }

  private func runInShell(_ body: (TmuxSession) async throws -> Void) async throws {
    let environment = ["VXC": try BuiltProgram.path]
    try await TmuxSession.run("sh", ["-c", Self.script], environment: environment) { terminal in
      let screen = try await terminal.wait(for: "prod-core")
      #expect(screen.isAlternate)
      try await body(terminal)
    }
  }
}
