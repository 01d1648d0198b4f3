import TestSupport
import Testing

/// A key is typed unseen, and the shell has its echo back whatever happens meanwhile.
@Suite struct PlainEchoTests {
  @Test(arguments: [(nil, 130), ("TERM", 143), ("HUP", 129), ("QUIT", 131), ("SEGV", 139)])
  func `the echo is given back, whatever ends it`(signal: String?, status: Int) async throws {
    let script = """
      trap : INT; cd; stty -a > before
      sh -c 'echo $$ > pid; exec "$VXC" --plain'; echo "status $?"; stty -a > after
      cmp before after && echo "modes are the same"; exec cat
      """
    let environment = ["VXC": try BuiltProgram.path]
    try await TmuxSession.run("sh", ["-c", script], environment: environment) { terminal in
      try await terminal.wait(forPrompt: "Telnyx API key")
      try await terminal.type("KEY-BEGUN")
      if let signal {
        let kill = try "kill -s \(signal) \(terminal.home.text(of: "pid"))"
        let killed = try await FinishedProcess.run("sh", ["-c", kill], environment: [:])
        #expect(killed.status == 0)
      } else {
        try await terminal.press("C-c")
      }
      let screen = try await terminal.wait(for: "modes are the same")
      #expect(screen.contains("status \(status)"))
      try await terminal.type("after")
      try await terminal.press("Enter")
      try await terminal.wait(for: "after")
      let all = try await terminal.scrollback()
      #expect(!all.contains("KEY-BEGUN"), "nor does the next program read it")
    }
  }

  @Test func `stopped at a key, it gives the echo to the shell, and takes it back`() async throws {
    // This shell leaves the terminal's modes as a stopped job has them.
    let environment = ["VXC": try BuiltProgram.path, "PS1": "$ ", "ENV": "/dev/null"]
    try await TmuxSession.run("sh", ["-i"], environment: environment) { terminal in
      try await terminal.answer(["$": "\"$VXC\" --plain"])
      try await terminal.wait(forPrompt: "Telnyx API key")
      try await terminal.type("KEY-BEGUN")
      try await terminal.press("C-z")
      try await terminal.answer(["$": "stty -a | grep -cw -- -echo"])
      try await terminal.wait(until: "the shell has its echo") { $0.rows.contains("0") }
      try await terminal.answer(["$": "fg"])
      try await terminal.answer(["Telnyx API key": "demo"])
      try await terminal.wait(forPrompt: "Number, Enter for 1 (prod-core)")
      let all = try await terminal.scrollback()
      #expect(!all.contains("KEY-BEGUN"))
      #expect(!all.contains("leave: demo"))
    }
  }
}
