import TestSupport
import Testing

@Suite struct TmuxSessionTests {
  @Test func `a terminal shows what is typed, pasted and pressed`() async throws {
    // Under a shell: cat itself closes the terminal before it ends, and can be hung up in between.
    try await TmuxSession.run("sh", ["-c", "cat; exit 0"]) { terminal in
      try await terminal.type("one; two;")
      try await terminal.press("Enter")
      try await terminal.wait(until: "it is echoed") {
        $0.rows.prefix(2) == ["one; two;", "one; two;"]
      }
      try await terminal.paste("-x #{pane_id} 'é'\n")
      try await terminal.wait(until: "it is echoed") { $0.rows[3] == "-x #{pane_id} 'é'" }
      try await terminal.press("C-d")
      let status = try await terminal.exitStatus()
      #expect(status == 0)
    }
  }

  @Test func `a paste is marked for a program that asks for marks`() async throws {
    let script = "stty raw -echo; printf '\\033[?2004h>'; head -c 15 | od -An -c"
    try await TmuxSession.run("sh", ["-c", script]) { terminal in
      try await terminal.wait(for: ">")
      try await terminal.paste("abc")
      let screen = try await terminal.wait(until: "the marks are shown") { $0.contains("~") }
      #expect(screen.contains("033   [   2   0   0   ~   a   b   c 033   [   2   0   1   ~"))
    }
  }

  @Test func `a terminal has the size it was given and then another`() async throws {
    let script = "trap 'stty size' WINCH; stty size; while :; do sleep 0.05; done"
    let size = TmuxSession.Size(columns: 100, rows: 30)
    try await TmuxSession.run("sh", ["-c", script], size: size) { terminal in
      let screen = try await terminal.wait(for: "30 100")
      #expect(screen.rows.count == 30)
      try await terminal.resize(to: .init(columns: 62, rows: 17))
      let smaller = try await terminal.wait(for: "17 62")
      #expect(smaller.rows.count == 17)
    }
  }

  @Test func `the environment holds what was handed in and little else`() async throws {
    let script = ["-c", "env; echo end; exec cat"]
    try await TmuxSession.run(
      "sh", script, environment: ["VXC_TEST": "a b", "TZ": nil]
    ) { terminal in
      let screen = try await terminal.wait(until: "all is listed") { $0.rows.contains("end") }
      let names = screen.rows.compactMap {
        $0.contains("=") ? $0.split(separator: "=").first.map(String.init) : nil
      }
      let ofShell = ["PWD", "OLDPWD", "SHELL", "SHLVL", "_"]
      let ofTmux = ["TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "TMUX", "TMUX_PANE"]
      #expect(
        Set(names).subtracting(ofShell + ofTmux) == ["PATH", "HOME", "LC_ALL", "VXC_TEST"])
    }
  }

  @Test func `the end of a program is its exit status or its signal`() async throws {
    try await TmuxSession.run("sh", ["-c", "exit 42"]) { terminal in
      let status = try await terminal.exitStatus()
      #expect(status == 42)
    }
    try await TmuxSession.run("cat") { terminal in
      try await terminal.signal("TERM")
      let status = try await terminal.exitStatus()
      #expect(status == 143)
    }
  }

  @Test func `what has scrolled away can still be read`() async throws {
    // tmux can lose what is written right before the terminal closes.
    try await TmuxSession.run("sh", ["-c", "seq 100; exec cat"]) { terminal in
      let screen = try await terminal.wait(for: "100")
      #expect(screen.rows.first != "1")
      let all = try await terminal.scrollback()
      #expect(all.hasPrefix("1\n2\n3\n"))
    }
  }

  @Test func `waiting for what never comes fails with the screen`() async throws {
    try await TmuxSession.run("sh", ["-c", "echo only this; read line"]) { terminal in
      try await terminal.wait(for: "only this")
      try await terminal.press("Enter")
      let failure = await #expect(throws: TmuxSession.TimedOut.self) {
        try await terminal.wait(for: "something else")
      }
      #expect(failure?.description.contains("\nonly this\n") == true)
      #expect(failure?.screen.exitStatus == 0, "it need not wait once the program has ended")
    }
  }

  @Test func `a home folder given by the test outlives the terminal`() async throws {
    try await TemporaryFolder.make { home in
      try await TmuxSession.run("sh", ["-c", "echo kept > ~/note"], home: home) { terminal in
        let status = try await terminal.exitStatus()
        #expect(status == 0)
      }
      #expect(home.files == ["note"])
      #expect(try home.text(of: "note") == "kept\n")
    }
  }

  @Test func `the cursor and the alternate screen can be seen`() async throws {
    let script = "printf '\\033[?1049h\\033[5;9H'; exec cat"
    try await TmuxSession.run("sh", ["-c", script]) { terminal in
      let screen = try await terminal.wait(until: "the cursor has moved") { $0.cursor.row == 4 }
      #expect(screen.cursor == .init(column: 8, row: 4))
      #expect(screen.isAlternate)
    }
  }
}
