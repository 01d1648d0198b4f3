import CrossConnect
import FoundationEssentials
import TestSupport
import Testing

/// What terminals send, in whole and in pieces.
@Suite struct InputTests {
  @Test(arguments: [InputCase.keys, InputCase.reports, InputCase.pastes], [false, true])
  func `input means the same in whole and in pieces`(
    table: [InputCase], inPieces: Bool
  ) async throws {
    // However late a piece comes on a busy machine, it belongs to its sequence.
    try await ShellRun.open(try ShellRun.demo(["ESCDELAY": "20000"])) { terminal in
      try await terminal.wait(for: "disaster-recovery")
      try await terminal.press("Enter")
      for input in table {
        try await terminal.press("C-a", "C-k")
        try await terminal.wait(for: "> VXC name               (no name)")
        try await terminal.type("ab")
        for piece in inPieces ? input.bytes.map({ [$0] }) : [input.bytes] {
          try await terminal.send(piece)
        }
        let screen = try await terminal.wait(until: "\(input.name): \(input.text)") {
          $0.hasName(input.text)
        }
        #expect(screen.hasFocus(on: "VXC name"), "\(screen)")
        Matrix.note("input", input.name, inPieces ? "byte by byte" : "whole", input.text)
      }
      try await terminal.press("C-c", "C-c")
    }
  }

  @Test func `Backspace and the cursor keys are also what the terminal's type says`() async throws {
    for type in ["vt100", "linux", "rxvt-unicode"] where Matrix.isWhole || type == "vt100" {
      try await ShellRun.open(try ShellRun.demo(["TERM": type])) { terminal in
        try await terminal.wait(for: "disaster-recovery")
        try await terminal.press("Enter")
        try await terminal.wait(forFocusOn: "VXC name")
        try await terminal.type("abc")
        try await terminal.press("BSpace", "Left", "X")
        try await terminal.wait(until: "it was edited") { $0.hasName("aXb") }
        try await terminal.press("C-c", "C-c")
      }
    }
  }

  @Test func `a lone Escape goes back, and a plain paste of 4 KB orders nothing`() async throws {
    let text = "line one\r\nline two\ttab \u{1B}[31mred\u{1B}[0m\r"
    let paste = Array(String(repeating: text, count: 100).utf8.prefix(4096))
    try await Stage.open { stage in
      let terminal = stage.terminal
      try await stage.nameIt("back")
      try await terminal.press("Escape")
      try await terminal.wait(for: "[1 Network]")
      try await terminal.tab(to: "> VXC name")
      try await terminal.send(paste)
      try await terminal.press("C-g")
      try await terminal.wait(for: "Search:")
      try await terminal.press("C-c", "C-c")
      let status = try await terminal.exitStatus()
      #expect(status == 130)
      #expect(try stage.changes == [])
    }
  }

  @Test func `a marked paste of 4 KB is one text, and presses nothing`() async throws {
    let lines = String(repeating: "abcdef\r\nxyz\u{1B}\t", count: 400).prefix(4095)
    try await ShellRun.open(try ShellRun.demo()) { terminal in
      try await terminal.wait(for: "disaster-recovery")
      try await terminal.press("Enter")
      try await terminal.wait(forFocusOn: "VXC name")
      try await terminal.send(Array("\u{1B}[200~\(lines)\u{1B}[201~END".utf8))
      let screen = try await terminal.wait(for: "END")
      #expect(screen.hasFocus(on: "VXC name"))
      #expect(screen.contains("abcdefxyz abcdefxyz"), "\(screen)")
      try await terminal.press("Home")
      try await terminal.wait(for: "VXC name               abcdefxyz abcdefxyz")
      try await terminal.press("C-c", "C-c")
    }
  }

  @Test func `pastes as consoles and files give them land clean`() async throws {
    let network = "6a09cdc3-8948-47f0-aa62-74ac943d6c58"
    try await Stage.open { stage in
      let terminal = stage.terminal
      try await terminal.wait(for: "disaster-recovery")
      try await terminal.pressButton("Enter ID")
      try await terminal.wait(forFocusOn: "Network")
      try await terminal.paste(" {\(network)}\n")
      try await terminal.press("Enter")
      try await terminal.enter("pasted", into: "VXC name")
      try await terminal.goOn(to: "2 Region")
      try await stage.chooseRegion("ashburn-va")
      try await terminal.choose("AWS", of: "Cloud provider")
      try await terminal.choose("us-east-1", of: "AWS region")
      try await terminal.wait(forFocusOn: "AWS account ID")
      try await terminal.paste("1234-5678-9012\r\n")
      try await terminal.press("Enter")
      try await terminal.goOn(to: "4 Bandwidth")
      try await stage.chooseBandwidth("50 Mbps")
      try await terminal.reach("AWS-side ASN")
      for label in ["AWS-side ASN", "Primary Telnyx IP", "Primary AWS IP"] {
        try await terminal.pass(label)
      }
      try await terminal.wait(forFocusOn: "Primary BGP key")
      try await terminal.paste("\tssNOzjPPZuHlHWnFuCJ8Q7bC\n")
      try await terminal.wait(for: "(24 characters)")
      try await stage.leaveCircuitsToTelnyx()
      try await terminal.order()
      try await terminal.wait(for: "created, not active yet")
      let body = try #require(try stage.changes.last?.body)
      #expect(body["network_id"].text == network)
      #expect(body["primary_cloud_account_id"].text == "123456789012")
      #expect(body["primary_bgp_key"].text == "ssNOzjPPZuHlHWnFuCJ8Q7bC")
    }
  }
}
