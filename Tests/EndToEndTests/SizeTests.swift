import CrossConnect
import FoundationEssentials
import SandboxServer
import TelnyxAPI
import TestSupport
import Testing

/// Windows of every size, changed at every moment.
@Suite struct SizeTests {
  @Test(arguments: Matrix.part(of: SizeCase.all))
  func `a window of any size is begun in, and enlarged`(entry: SizeCase) async throws {
    try await ShellRun.open(try ShellRun.demo(), size: entry.size) { terminal in
      try await terminal.wait(until: "the screen is taken") {
        $0.isAlternate && $0.cursor.isVisible == entry.showsForm
      }
      try await terminal.expectRedrawn(to: entry)
      try await terminal.resize(to: .standard)
      try await terminal.expectRedrawn(to: SizeCase.all[0])
      try await terminal.wait(forFocusOn: "Network")
      try await terminal.press("C-c", "C-c")
    }
    Matrix.note("first size", entry.testDescription, entry.showsForm ? "form" : "one sentence")
  }

  @Test func `a window changes through every size while choices load`() async throws {
    let sandbox = try await Sandbox.start(.init(scenario: Scenario(named: "lists-slow"))) { .now }
    let environment = [
      "TELNYX_API_KEY": sandbox.key.revealed, "TELNYX_BASE_URL": sandbox.baseURL.description,
    ]
    try await TmuxSession.run(BuiltProgram.path, environment: environment) { terminal in
      try await terminal.wait(for: "Loading ...")
      try await terminal.type("staging")
      for entry in Matrix.part(of: SizeCase.all) {
        try await terminal.resize(to: entry.size)
        try await terminal.expectRedrawn(to: entry)
      }
      try await terminal.resize(to: .standard)
      try await terminal.wait(for: "filter: staging  (1 of 6)")
    }
    await sandbox.stop()
  }

  @Test func `a window changes in the middle of a paste, and while the program is stopped`()
    async throws
  {
    let script = """
      cd; set -m; sh -c 'echo $$ > pid; exec "$VXC" demo'
      while [ $? -gt 145 ]; do read line; fg > /dev/null; done; exec cat
      """
    try await TmuxSession.run(
      "sh", ["-c", script], environment: ["VXC": try BuiltProgram.path]
    ) { terminal in
      try await terminal.wait(for: "disaster-recovery")
      try await terminal.press("Enter")
      try await terminal.wait(forFocusOn: "VXC name")
      try await terminal.send(Array("\u{1B}[200~half ".utf8))
      // A paste that stops for 5 s has lost its end: nothing is waited for in its middle.
      try await terminal.resize(to: .init(columns: 60, rows: 16))
      try await terminal.send(Array("whole\r\u{1B}[201~!".utf8))
      try await terminal.wait(for: "VXC name               half whole!")
      try await terminal.wait(for: " [1 Network]       ")
      let stop = "kill -s TSTP \(try terminal.home.text(of: "pid"))"
      _ = try await FinishedProcess.run("sh", ["-c", stop], environment: [:])
      try await terminal.wait(until: "it has stopped") { !$0.isAlternate }
      try await terminal.resize(to: .init(columns: 100, rows: 30))
      try await terminal.press("Enter")
      try await terminal.wait(until: "it goes on in the new size") {
        $0.isAlternate && $0.rows.count == 30 && $0.rows[29].contains("^C quit")
      }
      try await terminal.type("?")
      try await terminal.wait(for: "VXC name               half whole!?")
    }
  }

  @Test(.enabled(if: Matrix.isWhole))
  func `every screen is drawn in every size`() async throws {
    try await Stage.open { stage in
      let terminal = stage.terminal
      func resize(_ name: String) async throws {
        try await terminal.resizeThroughAll()
        Matrix.note("screen x sizes", name, "same before and after")
      }
      try await terminal.wait(for: "disaster-recovery")
      try await resize("network")
      try await terminal.press("C-g")
      try await terminal.wait(for: "Search:")
      try await resize("help")
      try await terminal.press("Escape")
      try await stage.nameIt("sized")
      try await resize("region")
      try await stage.chooseRegion("ashburn-va")
      try await resize("provider")
      try await terminal.pressButton("Next")
      try await terminal.wait(for: "There is a problem")
      try await resize("errors")
      try await terminal.tab(to: "> Cloud provider")
      try await stage.chooseAWS()
      try await resize("bandwidth")
      try await stage.chooseBandwidth("50 Mbps")
      try await resize("circuits")
      try await stage.leaveCircuitsToTelnyx()
      try await resize("review")
      try await terminal.press("r")
      try await terminal.wait(for: "POST ")
      try await resize("request")
      try await terminal.press("Escape")
      try await terminal.wait(forNo: "POST ")
      try await terminal.press("C-c")
      try await terminal.wait(for: "Leave vxc?")
      try await resize("quit")
      try await terminal.press("Escape")
      try await terminal.wait(forNo: "Leave vxc?")
      try await terminal.order()
      try await terminal.wait(for: "created, not active yet")
      try await terminal.wait(for: "q leave")
      try await resize("result")
    }
  }
}
