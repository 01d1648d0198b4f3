import TestSupport
import Testing

@Suite struct SecretTests {
  private static let bgpKey = "ssNOzjPPZuHlHWnFuCJ8Q7bC"

  @Test func `keys are on no screen and not in the scrollback unless asked for`() async throws {
    try await Stage.open(environment: ["TELNYX_API_KEY": nil], inShell: true) { stage in
      let terminal = stage.terminal
      let witness = SecretWitness([Self.bgpKey, stage.key])
      try await terminal.enter(stage.key, into: "Telnyx API key")
      try await stage.nameIt("secret")
      try await stage.chooseRegion("ashburn-va")
      try await stage.chooseAWS()
      try await stage.chooseBandwidth("50 Mbps")
      try await terminal.reach("AWS-side ASN")
      for label in ["AWS-side ASN", "Primary Telnyx IP", "Primary AWS IP"] {
        try await terminal.pass(label)
      }
      try await terminal.wait(forFocusOn: "Primary BGP key")
      try await terminal.type(Self.bgpKey)
      try await witness.sees(terminal.wait(for: "(24 characters)"))

      try await terminal.press("C-t")
      try await terminal.wait(for: Self.bgpKey)
      try await terminal.press("C-t")
      try await witness.sees(terminal.wait(for: "(24 characters)"))

      try await stage.leaveCircuitsToTelnyx()
      try await witness.sees(terminal.screen())
      try await terminal.press("r")
      try await terminal.press("Down", "Down", "Down")
      try await witness.sees(terminal.wait(for: "\"primary_bgp_key\": \"****"))
      try await terminal.press("Escape")
      try await terminal.wait(for: "> 1 Network")
      try await terminal.order()
      try await terminal.wait(for: "created, not active yet")
      try await terminal.wait(for: "q leave")
      try await terminal.press("End", until: "Primary BGP key")
      try await witness.sees(terminal.screen())
      try await terminal.press("t")
      try await terminal.wait(for: Self.bgpKey)
      try await terminal.press("t")
      try await witness.sees(terminal.wait(for: "(24 characters)"))
      let before = try await terminal.scrollback()
      #expect(witness.secrets(in: before) == [])
      try await terminal.press("q")
      try await terminal.wait(for: "exit status 0")
      let all = try await terminal.scrollback()
      #expect(all.contains(Self.bgpKey), "what was shown is printed, since no file keeps it")
    }
  }
}

/// Looks for secrets where they should not be.
private struct SecretWitness {
  let secrets: [String]

  init(_ secrets: [String]) { self.secrets = secrets }

  /// The secrets that can be read in `text`.
  func secrets(in text: String) -> [String] {
    secrets.filter { text.contains($0) }
  }

  /// Says so if a secret is on the screen.
  func sees(_ screen: Screen, sourceLocation location: SourceLocation = #_sourceLocation) {
    #expect(secrets(in: screen.text) == [], sourceLocation: location)
  }
}
