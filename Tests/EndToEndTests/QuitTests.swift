import TestSupport
import Testing

@Suite struct QuitTests {
  @Test func `Ctrl-C asks, and one can stay with everything kept`() async throws {
    try await Stage.open { stage in
      let terminal = stage.terminal
      try await terminal.choose("prod-core", of: "Network")
      try await terminal.wait(forFocusOn: "VXC name")
      try await terminal.type("kept")
      let before = try await terminal.wait(for: "VXC name               kept")
      try await terminal.press("C-c")
      try await terminal.wait(for: "Leave vxc?")
      try await stage.expect("quit")
      try await terminal.pressButton("Stay")
      let after = try await terminal.wait(forNo: "Leave vxc?")
      #expect(after.contains("VXC name               kept"))
      #expect(after.rows[1] == before.rows[1])
    }
  }

  @Test func `Ctrl-C twice quits at once, with 130`() async throws {
    try await Stage.open { stage in
      try await stage.terminal.wait(for: "prod-core")
      try await stage.terminal.press("C-c", "C-c")
      let status = try await stage.terminal.exitStatus()
      #expect(status == 130)
      #expect(try stage.changes == [])
    }
  }

  @Test func `Leave in the dialog quits with 130`() async throws {
    try await Stage.open { stage in
      try await stage.terminal.wait(for: "prod-core")
      try await stage.terminal.pressButton("Quit")
      try await stage.terminal.wait(for: "Leave vxc?")
      try await stage.terminal.pressButton("Leave")
      let status = try await stage.terminal.exitStatus()
      #expect(status == 130)
    }
  }
}
