import TestSupport
import Testing

@Suite struct DemoTests {
  @Test func `the demo needs no key and says on every page what it is`() async throws {
    try await TmuxSession.run(BuiltProgram.path, ["demo"]) { terminal in
      try await terminal.choose("prod-edge", of: "Network")
      try await terminal.enter("demo", into: "VXC name")
      try await terminal.goOn(to: "2 Region")
      try await terminal.choose("ashburn-va", of: "Telnyx region")
      try await terminal.goOn(to: "3 Provider")
      try await terminal.choose("AWS", of: "Cloud provider")
      try await terminal.choose("us-east-1", of: "AWS region")
      try await terminal.enter("123456789012", into: "AWS account ID")
      try await terminal.goOn(to: "4 Bandwidth")
      try await terminal.choose("50 Mbps", of: "Bandwidth")
      try await terminal.goOn(to: "5 Circuits")
      try await terminal.press("PageDown")
      let review = try await terminal.wait(for: "[6 Review]")
      #expect(review.rows[0].hasSuffix("DEMO: nothing is created or billed"))
      try await terminal.order()
      let result = try await terminal.wait(for: "created, not active yet")
      #expect(result.rows[0].hasSuffix("DEMO: nothing is created or billed"))
      try await terminal.wait(for: "q leave")
      try await terminal.press("End", until: "Record type")
      try await terminal.press("q")
      let status = try await terminal.exitStatus()
      #expect(status == 0)
    }
  }

  @Test func `help begins with the place one is in, and is searched by typing`() async throws {
    try await TmuxSession.run(BuiltProgram.path, ["demo"]) { terminal in
      try await terminal.wait(for: "6 choices")
      try await terminal.press("C-g")
      try await terminal.wait(for: "Search:")
      try await terminal.expect("help")
      try await terminal.type("azure portal overview")
      try await terminal.wait(for: "3 entries")
      try await terminal.expect("help-search")
      try await terminal.press("Escape", "Escape")
      try await terminal.wait(for: "6 choices")
    }
  }
}
