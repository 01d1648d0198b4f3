import TestSupport
import Testing

@Suite struct ResizeTests {
  @Test func `a window changes its size in the middle, and nothing is lost`() async throws {
    try await Stage.open { stage in
      let terminal = stage.terminal
      try await stage.nameIt("resized")
      try await stage.chooseRegion("ashburn-va")
      try await stage.chooseAWS()
      try await stage.chooseBandwidth("50 Mbps")
      try await terminal.reach("AWS-side ASN")
      try await terminal.press("Tab")
      try await terminal.type("169.254.0.1")
      let before = try await terminal.wait(for: "> Primary Telnyx IP      169.254.0.1")

      try await terminal.resize(to: .init(columns: 120, rows: 40))
      try await terminal.wait(for: "\"primary_telnyx_ip\": \"169.254.0.1\"")
      try await stage.expect("aws-circuits-wide")

      try await terminal.resize(to: .init(columns: 60, rows: 16))
      try await terminal.wait(until: "it is drawn narrow") {
        $0.rows.count == 16 && $0.contains("169.254.0.1") && !$0.contains("POST")
      }
      try await stage.expect("aws-circuits-narrow")

      try await terminal.resize(to: .init(columns: 40, rows: 10))
      try await terminal.wait(for: "Make the window at least 60x16")

      try await terminal.resize(to: .standard)
      let after = try await terminal.wait(until: "it is as before") { $0.rows == before.rows }
      #expect(after == before)

      try await terminal.type("0/30")
      try await terminal.wait(for: "169.254.0.10/30")
    }
  }

  @Test func `a window that changes while the program is stopped is drawn anew`() async throws {
    let environment = ["VXC": try BuiltProgram.path, "PS1": "$ ", "ENV": "/dev/null"]
    try await TmuxSession.run("sh", ["-i"], environment: environment) { terminal in
      try await terminal.answer(["$": "\"$VXC\" demo"])
      try await terminal.wait(for: "prod-core")
      for size in [(100, 30), (80, 25), (60, 16), (80, 24)] {
        try await terminal.press("C-z")
        try await terminal.wait(until: "the shell is back") { !$0.isAlternate }
        try await terminal.resize(to: .init(columns: size.0, rows: size.1))
        try await terminal.answer(["$": "fg"])
        try await terminal.wait(until: "it is drawn anew") {
          $0.isAlternate && $0.rows.count == size.1 && $0.contains("prod-core")
            && $0.rows[2] == String(repeating: "\u{2500}", count: size.0)
        }
      }
      try await terminal.press("C-c", "C-c")
      try await terminal.wait(until: "the shell is back") { !$0.isAlternate }
    }
  }

  @Test func `a window may change while the result is read as plain lines`() async throws {
    try await Stage.open { stage in
      let terminal = stage.terminal
      try await stage.fillInAWS(name: "printed")
      try await terminal.order()
      try await terminal.wait(for: "created, not active yet")
      try await terminal.press("p", until: "Enter comes back to vxc.")
      try await terminal.resize(to: .init(columns: 100, rows: 40))
      try await terminal.press("x", "Enter")
      try await terminal.wait(until: "it is drawn anew") {
        $0.isAlternate && $0.rows.count == 40 && $0.contains("created, not active yet")
      }
      try await terminal.pressLeave()
      #expect(try await terminal.exitStatus() == 0)
    }
  }
}
