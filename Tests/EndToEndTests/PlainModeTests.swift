import CrossConnect
import SandboxServer
import TelnyxAPI
import TestSupport
import Testing

/// The wizard line by line, in real terminals.
@Suite struct PlainModeTests {
  @Test func `a dumb terminal is told so, and asked line by line`() async throws {
    let size = TmuxSession.Size(columns: 80, rows: 50)
    try await Stage.open(environment: ["LC_ALL": "C"], size: size, type: "dumb") { stage in
      let terminal = stage.terminal
      try await terminal.answer([
        "Number, Enter for 1 (prod-core)": "prod-core", "VXC name": "plain aws",
        "Number, Enter for 1 (ashburn-va)": "/ashburn", "Number, Enter for 1": "ashburn-va",
        "Number, Enter for 1 (AWS Direct Connect)": "7",
      ])
      try await terminal.wait(for: "Error: enter a number from 1 to 3.")
      try await terminal.answer([
        "Number, Enter for 1 (AWS Direct Connect)": "", "Number, Enter for 1 (us-east-1)": "",
        "AWS account ID": "123456789012", "Number, Enter for 1 (50 Mbps)": "500",
        "Number, Enter for 1 (No)": "", "Type create": "5",
        "AWS-side ASN": "", "Primary Telnyx IP": "169.254.0.1", "Primary AWS IP": "169.254.0.2",
        "Primary BGP key": "ssNOzjPPZuHlHWnFuCJ8Q7bC",
      ])
      try await terminal.wait(for: "Received 24 characters.")
      try await terminal.answer(["Type create": "create"])
      try await terminal.wait(forPrompt: "Enter for the status, accepted, enable primary")
      #expect(
        try stage.changes == [
          .order(
            """
            {
              "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
              "name": "plain aws",
              "region_code": "ashburn-va",
              "cloud_provider": "aws",
              "cloud_provider_region": "us-east-1",
              "primary_cloud_account_id": "123456789012",
              "bandwidth_mbps": 500,
              "bgp_asn": 64512,
              "primary_telnyx_ip": "169.254.0.1",
              "primary_cloud_ip": "169.254.0.2",
              "primary_bgp_key": "ssNOzjPPZuHlHWnFuCJ8Q7bC"
            }
            """)
        ])
      try await terminal.press("q", "Enter")
      let status = try await terminal.exitStatus()
      #expect(status == 0)
      let all = try await terminal.scrollback()
      #expect(
        all.hasPrefix(
          """
          API key: from TELNYX_API_KEY.
          A terminal of the type "dumb" can't place text on its screen.
          """))
      #expect(all.contains("Created, not active yet."))
      #expect(!all.contains("ssNOzjPPZuHlHWnFuCJ8Q7bC"))
      #expect(all.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
    }
  }

  @Test func `a slow link cuts letters in two, and the demo is asked plainly too`() async throws {
    try await TmuxSession.run(
      BuiltProgram.path, ["demo", "--plain"], size: .init(columns: 80, rows: 50)
    ) { terminal in
      try await terminal.answerSlowly("Number, Enter for 1 (prod-core)", "b\u{FC}ro")
      try await terminal.answerSlowly("VXC name", "caf\u{E9} \u{65E5}\u{672C}")
      try await terminal.answerSlowly("Number, Enter for 1 (ashburn-va)", "<")
      let screen = try await terminal.wait(
        forPrompt: "VXC name, Enter for caf\u{E9} \u{65E5}\u{672C}")
      #expect(screen.contains("Network: b\u{FC}ro-m\u{FC}nchen"))
      #expect(screen.contains("DEMO: nothing is created or billed."))
    }
  }

  @Test(arguments: [
    (["TERM": "unknown"], "A terminal of the type \"unknown\" can't place text"),
    (["TERM": ""], "TERM is not set"), (["ACCESSIBLE": "1"], "Telnyx VXC, new cross connect."),
  ])
  func `where no screen can be had or is wanted, lines are asked`(
    environment: [String: String], first: String
  ) async throws {
    // tmux sets TERM itself.
    let settings = environment.map { "\($0)=\($1)" }
    try await TmuxSession.run("env", settings + [BuiltProgram.path, "demo"]) { terminal in
      try await terminal.wait(forPrompt: "Number, Enter for 1 (prod-core)")
      let all = try await terminal.scrollback()
      #expect(all.hasPrefix(first))
    }
  }

  @Test func `the end of the input keeps the draft, and the next start offers it`() async throws {
    try await Stage.open(arguments: ["--plain"]) { stage in
      let terminal = stage.terminal
      try await terminal.answer([
        "Number, Enter for 1 (prod-core)": "staging", "VXC name": "kept",
      ])
      try await terminal.wait(forPrompt: "Number, Enter for 1 (ashburn-va)")
      try await terminal.press("C-d")
      let status = try await terminal.exitStatus()
      #expect(status == 130)
      let left = try await terminal.scrollback()
      #expect(
        left.contains("Nothing was ordered.\nDraft kept, without keys: ~/.local/state/"))

      let environment = [
        "TELNYX_BASE_URL": stage.sandbox.baseURL.description, "TELNYX_API_KEY": stage.key,
      ]
      try await TmuxSession.run(
        BuiltProgram.path, ["--plain"], environment: environment, home: terminal.home
      ) { terminal in
        try await terminal.answer(["Enter to resume it": ""])
        try await terminal.wait(forPrompt: "Number, Enter for 1 (ashburn-va)")
        try await terminal.answer(["Number": "<"])
        try await terminal.wait(forPrompt: "VXC name, Enter for kept")
      }
    }
  }

  @Test func `without a key one is asked for, typed unseen`() async throws {
    try await Stage.open(arguments: ["--plain"], environment: ["TELNYX_API_KEY": nil]) { stage in
      let terminal = stage.terminal
      try await terminal.answer(["Telnyx API key": "KEY-WRONG"])
      try await terminal.wait(for: "Error: The API key was not accepted.")
      try await terminal.answer(["Telnyx API key": stage.key])
      try await terminal.wait(forPrompt: "Number, Enter for 1 (prod-core)")
      let all = try await terminal.scrollback()
      #expect(all.contains("Received 9 characters."))
      #expect(!all.contains("KEY-WRONG"))
      #expect(!all.contains(stage.key))
    }
  }
}
