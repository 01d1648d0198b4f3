import TestSupport
import Testing

@Suite struct DemoTests {
  @Test func `the demo needs no key and says on every page what it is`() async throws {
    try await TmuxSession.run(BuiltProgram.path, ["demo"]) { terminal in
      let review = try await terminal.goToReview(name: "demo")
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
      try await terminal.wait(for: "2 entries")
      try await terminal.expect("help-search")
      try await terminal.press("Escape", "Escape")
      try await terminal.wait(for: "6 choices")
    }
  }
}
