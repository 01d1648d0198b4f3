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
      try await terminal.wait(forFocusOn: "AWS-side ASN")
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
}
