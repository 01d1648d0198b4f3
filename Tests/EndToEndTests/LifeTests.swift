import CrossConnect
import SandboxServer
import TelnyxAPI
import TestSupport
import Testing

/// From the order to announced routes, and back to nothing, in a real terminal.
@Suite struct LifeTests {
  /// Cross connects live so much faster that they are provisioned within a second.
  private static let speed = 40.0

  /// Presses a button that acts, once it may.
  private static func act(
    _ title: String, on terminal: TmuxSession, until text: String
  ) async throws {
    try await terminal.tab(to: ">[ \(title) ]")
    try await terminal.press("Enter", until: text)
  }

  /// Waits until it is provisioned, and announces the routes.
  private static func announce(_ title: String, on terminal: TmuxSession) async throws {
    try await act("Wait", on: terminal, until: "Provisioned after")
    try await act(title, on: terminal, until: "[x] 6 Announce routes")
  }

  private static func patches(_ stage: Stage) throws -> [String] {
    try stage.changes.filter { $0.request.hasPrefix("PATCH") }.map(\.body.jsonText)
  }

  @Test func `AWS is accepted, enabled, announced, and deleted by its name`() async throws {
    try await Stage.open(inShell: true, speed: Self.speed) { stage in
      let terminal = stage.terminal
      try await stage.fillInAWS(name: "life-aws")
      try await terminal.order()
      try await terminal.wait(for: "created, not active yet - life-aws")
      try await stage.expect(
        "connection-aws-created", orTomorrow: "connection-aws-created-tomorrow")
      try await terminal.press("w", until: "Waiting for")
      try await stage.expect("connection-waiting", orTomorrow: "connection-waiting-tomorrow")
      try await terminal.press("w", until: "Waiting stopped.")
      try await Self.act("Done", on: terminal, until: "[x] 2 Accept in AWS")
      try await Self.act("Enable primary", on: terminal, until: "[x] 3 Enable")
      try await Self.announce("Announce primary", on: terminal)
      try await stage.expect("connection-aws-announced")
      try await terminal.pressButton("Delete")
      try await terminal.wait(for: "Deletes the cross connect")
      try await stage.expect("connection-delete")
      try await terminal.type("life-aws")
      try await Self.act("Delete it", on: terminal, until: "status: deleting")
      try await terminal.press("Enter", until: "gone - life-aws")
      try await stage.expect("connection-gone")
      try await terminal.press("q", until: "exit status 0")
      #expect(
        try Self.patches(stage)
          == [#"{"primary_enabled":true}"#, #"{"primary_routing_announcement":true}"#])
      #expect(stage.requests.filter { $0.hasPrefix("DELETE") }.count == 1)
    }
  }

  @Test func `Google's addresses are entered, and enable it in the same request`() async throws {
    try await Stage.open(inShell: true, speed: Self.speed) { stage in
      let terminal = stage.terminal
      try await stage.nameIt("life-google")
      try await stage.chooseRegion("ashburn-va")
      try await terminal.choose("Google", of: "Cloud provider")
      try await terminal.choose("us-east4", of: "Google Cloud region")
      try await terminal.enter(
        "7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1", into: "Pairing key")
      try await terminal.goOn(to: "4 Bandwidth")
      try await stage.chooseBandwidth("50 Mbps")
      try await stage.leaveCircuitsToTelnyx()
      try await terminal.order()
      try await terminal.wait(for: "created, not active yet - life-google")
      try await terminal.wait(for: "^C quit")
      try await terminal.tab(to: ">[ Enter the addresses ]")
      try await terminal.press("Enter", until: "Which addresses does Google show?")
      try await terminal.enter("169.254.131.250/29", into: "Cloud Router BGP IP")
      try await terminal.enter("169.254.131.249/29", into: "BGP peer IP")
      try await stage.expect("connection-google-addresses")
      try await terminal.press("Enter", until: "[x] 4 Enable")
      try await stage.expect("connection-google-provisioning")
      try await Self.announce("Announce primary", on: terminal)
      try await stage.expect("connection-google-announced")
      #expect(
        try Self.patches(stage) == [
          #"{"primary_cloud_ip":"169.254.131.250/29","primary_enabled":true,"primary_telnyx_ip":"169.254.131.249/29"}"#,
          #"{"primary_routing_announcement":true}"#,
        ])
    }
  }

  @Test func `Azure's pair is enabled and announced as one`() async throws {
    try await Stage.open(inShell: true, speed: Self.speed) { stage in
      let terminal = stage.terminal
      try await stage.nameIt("life-azure")
      try await stage.chooseRegion("ashburn-va")
      try await terminal.choose("Azure", of: "Cloud provider")
      try await terminal.choose("Washington DC", of: "Azure region")
      try await terminal.enter("6a09cdc3-8948-47f0-aa62-74ac943d6c58", into: "Service key")
      try await terminal.goOn(to: "4 Bandwidth")
      try await stage.chooseBandwidth("As on the circuit")
      try await stage.leaveCircuitsToTelnyx()
      try await terminal.order()
      try await terminal.wait(for: "created, not active yet - life-azure")
      try await terminal.wait(for: "Enter does it now.")
      try await stage.expect("connection-azure-created")
      try await Self.act("Enable both", on: terminal, until: "[x] 2 Enable")
      try await stage.expect("connection-azure-provisioning")
      try await Self.act("Wait", on: terminal, until: "Provisioned after")
      try await stage.expect("connection-azure-provisioned")
      try await Self.act("Announce both", on: terminal, until: "[x] 5 Announce routes")
      #expect(
        try Self.patches(stage) == [
          #"{"primary_enabled":true}"#,
          #"{"primary_routing_announcement":true,"secondary_routing_announcement":true}"#,
        ])
    }
  }

  @Test func `Google is ordered, addressed and announced line by line`() async throws {
    let size = TmuxSession.Size(columns: 80, rows: 60)
    try await Stage.open(arguments: ["--plain"], size: size, speed: Self.speed) { stage in
      let terminal = stage.terminal
      try await terminal.answer([
        "Number, Enter for 1 (prod-core)": "prod-core", "VXC name": "plain google",
        "Number, Enter for 1 (ashburn-va)": "ashburn-va",
        "Number, Enter for 1 (AWS Direct Connect)": "Google",
        "Pairing key": "7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1",
        "Number, Enter for 1 (50 Mbps)": "", "Number, Enter for 1 (No)": "",
        "Type create": "create",
      ])
      try await terminal.answer([
        "Enter for the status, accepted, addresses, wait": "accepted",
        "Enter for the status, addresses, wait": "addresses",
        "Cloud Router BGP IP": "169.254.131.250/29", "BGP peer IP": "169.254.131.250/29",
      ])
      try await terminal.wait(for: "Both ends have the address 169.254.131.250/29;")
      try await terminal.answer([
        "BGP peer IP": "169.254.131.249/29", "set gives them to Telnyx": "set",
        "Enter for the status, wait": "wait",
      ])
      try await terminal.wait(for: "the status is provisioned.")
      try await terminal.answer(["Enter for the status": "announce"])
      try await terminal.wait(for: "Primary announces: yes")
      #expect(
        try Self.patches(stage) == [
          #"{"primary_cloud_ip":"169.254.131.250/29","primary_enabled":true,"primary_telnyx_ip":"169.254.131.249/29"}"#,
          #"{"primary_routing_announcement":true}"#,
        ])
    }
  }

  @Test func `what exists is listed, opened by its name, and enabled line by line`() async throws {
    try await Stage.open(inShell: true, speed: 10) { stage in
      try await stage.fillInAWS(name: "listed")
      try await stage.terminal.order()
      try await stage.terminal.wait(for: "created, not active yet - listed")
      let environment = [
        "TELNYX_BASE_URL": stage.sandbox.baseURL.description, "TELNYX_API_KEY": stage.key,
      ]
      try await TmuxSession.run(
        BuiltProgram.path, ["manage", "listed"], environment: environment
      ) { terminal in
        try await terminal.wait(for: "created, not active yet - listed")
        try await terminal.press("Escape", until: "all cross connects")
        try await stage.expectList(terminal, "all-cross-connects")
        try await terminal.type("ashburn")
        try await terminal.wait(for: "filter: ashburn")
        try await stage.expectList(terminal, "all-cross-connects-filtered")
      }
      try await TmuxSession.run(
        BuiltProgram.path, ["manage", "--plain"], environment: environment,
        size: .init(columns: 80, rows: 60)
      ) { terminal in
        try await terminal.answer(["Number or name": "1"])
        try await terminal.wait(forPrompt: "Enter for the status, accepted, enable primary")
        try await terminal.answer(["Enter for the status": "enable"])
        try await terminal.wait(forPrompt: "Enter for the status, configured, wait")
        try await terminal.answer(["Enter for the status": "wait"])
        try await terminal.wait(for: "the status is provisioned.")
        try await terminal.answer(["Enter for the status": "announce"])
        try await terminal.wait(for: "Primary announces: yes")
        try await terminal.answer(["Enter for the status": "withdraw"])
        try await terminal.wait(for: "Type withdraw again to do it.")
        try await terminal.answer(["Enter for the status": "withdraw"])
        try await terminal.wait(for: "Primary announces: no")
      }
      #expect(
        try Self.patches(stage) == [
          #"{"primary_enabled":true}"#, #"{"primary_routing_announcement":true}"#,
          #"{"primary_routing_announcement":false}"#,
        ])
    }
  }

  @Test func `the next start says what waits to be accepted, until it was`() async throws {
    try await TemporaryFolder.make { home in
      try await Stage.open(home: home, inShell: true) { stage in
        try await stage.fillInAWS(name: "waits")
        try await stage.terminal.order()
        try await stage.terminal.wait(for: "created, not active yet - waits")
        try await stage.terminal.wait(for: "Saved: ")
        let environment = [
          "TELNYX_BASE_URL": stage.sandbox.baseURL.description, "TELNYX_API_KEY": stage.key,
        ]
        try await TmuxSession.run(BuiltProgram.path, environment: environment, home: home) {
          terminal in
          try await terminal.wait(for: "1 VXC waits to be accepted, ")
          try await terminal.expect("start-waiting", masking: Masking.masked)
          try await terminal.press("Enter", until: "created, not active yet - waits")
          try await terminal.press("Escape", until: "all cross connects")
        }
      }
    }
  }

  @Test func `the demo plays the cloud, up to announced routes`() async throws {
    try await TmuxSession.run(BuiltProgram.path, ["demo", "--speed", "\(Int(Self.speed))"]) {
      terminal in
      try await terminal.wait(for: "type to filter")
      try await terminal.press("C-o", until: "azure-dr")
      try await terminal.type("azure-dr")
      try await terminal.wait(for: "(1 of ")
      try await terminal.press("Enter", until: "status: provisioned - azure-dr")
      try await Self.act("Announce both", on: terminal, until: "[x] 5 Announce routes")
    }
  }
}

extension Stage {
  /// The list of all cross connects, as a golden screen.
  fileprivate func expectList(
    _ terminal: TmuxSession, _ name: String,
    sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    try await terminal.expect(
      name, sourceLocation: location, masking: Masking.masked)
  }
}
