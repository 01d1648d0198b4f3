import CrossConnect
import Flows
import SandboxServer
import TelnyxAPI
import TestSupport
import Testing

/// Some of the sandbox's faults in a terminal; `ContractTests` go through all of them without one.
@Suite struct FaultsInATerminalTests {
  @Test func `a refusal full of escape sequences is shown, and the order can be repeated`()
    async throws
  {
    try await FaultStage.order("fail-422-hostile") { run in
      try await run.sees("Not created. There is a problem")
      try await run.sees("1. ^[[2J^[[41;97mPWNED^[[0m^[[1;1H")
      try await run.sees("^C quit")
      try await run.terminal.order()
      try await run.sees("Not created. There is a problem")
      #expect(await arrives(2, at: run))
      let bodies = try run.stage.changes.map(\.body)
      #expect(bodies.count == 2 && bodies.first == bodies.last, "every answer is still there")
      #expect(run.sandbox.crossConnects.isEmpty)
      try await run.sees("^C quit")
      try await run.terminal.press("C-c", "C-c")
      try await run.expectEnd(status: 4)
    }
  }

  @Test func `a rejected key is asked for, and the review comes back`() async throws {
    try await FaultStage.order("fail-401") { run in
      try await run.sees("The API key was not accepted. Nothing was created.")
      try await run.sees("^C quit")
      try await run.terminal.enter(FaultStage.key.revealed, into: "Telnyx API key")
      let review = try await run.sees("[6 Review]")
      #expect(review.contains("fail-401") && review.contains("24 characters"))
      #expect(run.sandbox.orderCount == 1)
      try await run.terminal.press("C-c", "C-c")
      try await run.expectEnd(status: 130)
    }
  }

  @Test func `a wait that is asked for is counted down`() async throws {
    try await FaultStage.order("fail-429") { run in
      try await run.sees("Telnyx asks to wait 5 s before the next request.")
      try await run.sees("The wait is over; try again.")
      try await run.sees("^C quit")
      #expect(run.sandbox.orderCount == 1)
      #expect(run.sandbox.crossConnects.isEmpty)
      try await run.terminal.press("C-c", "C-c")
      try await run.expectEnd(status: 4)
    }
  }

  @Test func `what a filter refuses blames no key, and can be ordered again`() async throws {
    try await FaultStage.order("filtered") { run in
      try await run.sees("Not created: refused on the way")
      try await run.sees("in between answered 403 (text/html), not Telnyx.")
      try await run.sees("^C quit")
      #expect(run.sandbox.crossConnects.isEmpty)
      try await run.terminal.press("C-c", "C-c")
      try await run.expectEnd(status: 5)
    }
  }

  @Test func `an order that a portal answered is of unknown outcome, and all of that is in view`()
    async throws
  {
    try await FaultStage.order("portal") { run in
      let screen = try await run.sees("not there")
      #expect(screen.contains("We do not know whether the cross connect was created"))
      #expect(screen.contains("answered 302 (text/html), not Telnyx."))
      #expect(screen.contains("It points to http://portal.invalid/terms, which is not followed"))
      #expect(screen.contains("[ Look now ]"))
      #expect(run.sandbox.orderCount == 1)
      try await run.sees("^C quit")
      try await run.terminal.press("C-c", "C-c")
      try await run.expectEnd(status: 6)
    }
  }

  @Test func `an order that was answered with a redirect is found, and is one`() async throws {
    try await FaultStage.order("redirect-after") { run in
      try await run.sees("created, not active yet")
      #expect(run.sandbox.orderCount == 1 && run.sandbox.crossConnects.count == 1)
      try await run.terminal.pressLeave()
      try await run.terminal.wait(for: "exit status 0")
      try await run.expectEnd(status: 0)
    }
  }

  @Test(arguments: [("silent", 5), ("truncated", 180)])
  func `an order without its answer is found, and is one`(scenario: String, limit: Int)
    async throws
  {
    try await FaultStage.order(scenario, limit: limit) { run in
      try await run.sees("created, not active yet")
      #expect(run.sandbox.orderCount == 1)
      let id = try #require(run.sandbox.crossConnects.first?.id)
      #expect(run.sandbox.crossConnects.count == 1)
      try await run.sees(id)
      try await run.terminal.pressLeave()
      try await run.terminal.wait(for: "exit status 0")
      try await run.expectEnd(status: 0)
      let left = try await run.terminal.scrollback()
      #expect(left.contains("Virtual cross connect \(id)"))
    }
  }

  @Test func `an order that is nowhere to be found is left as unknown`() async throws {
    try await FaultStage.order("dropped") { run in
      try await run.sees("We do not know whether the cross connect was created")
      try await run.sees("not there")
      try await run.sees("^C quit")
      try await run.terminal.press("Enter")
      try await run.sees("(3 of 3)")
      try await run.terminal.press("C-c", "C-c")
      try await run.expectEnd(status: 6)
      #expect(run.sandbox.orderCount == 1)
      let left = try await run.terminal.scrollback()
      #expect(left.contains("We do not know whether the cross connect was created"))
    }
  }

  @Test func `an answer full of escape sequences is shown whole and harmlessly`() async throws {
    try await FaultStage.order("hostile") { run in
      try await run.sees("created, not active yet")
      try await run.terminal.press("End", until: " more above ")
      for _ in 1...12 {
        try await run.sees("Telnyx VXC")
        try await run.terminal.press("PageUp")
      }
      try await run.terminal.pressLeave()
      try await run.terminal.wait(for: "exit status 0")
      try await run.expectEnd(status: 0)
    }
  }

  private func arrives(_ count: Int, at run: FaultStage) async -> Bool {
    _ = await comesTrue { run.sandbox.orderCount >= count }
    return run.sandbox.orderCount == count
  }
}
