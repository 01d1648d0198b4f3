import TestSupport
import Testing

@Suite struct SignInTests {
  @Test func `without a key, one is asked for, typed unseen and checked`() async throws {
    try await Stage.open(environment: ["TELNYX_API_KEY": nil]) { stage in
      let terminal = stage.terminal
      try await terminal.wait(forFocusOn: "Telnyx API key")
      try await terminal.type("KEY-WRONG")
      try await stage.expect("sign-in")
      try await terminal.press("Enter")
      try await terminal.wait(for: "The API key was not accepted.")
      try await stage.expect("sign-in-refused")

      try await terminal.press("C-u")
      try await terminal.type(stage.key)
      try await terminal.press("Enter")
      try await terminal.wait(for: "[1 Network]")
      try await terminal.wait(for: "prod-core")
    }
  }

  @Test func `without a key, the demo can be tried`() async throws {
    try await Stage.open(environment: ["TELNYX_API_KEY": nil]) { stage in
      let terminal = stage.terminal
      try await terminal.wait(forFocusOn: "Telnyx API key")
      try await terminal.pressButton("Try the demo")
      try await terminal.wait(for: "prod-core")
      try await terminal.wait(for: "DEMO: nothing is created or billed")
      #expect(stage.requests == [])
    }
  }
}
