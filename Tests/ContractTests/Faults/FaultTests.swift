import CrossConnect
import Flows
import SandboxServer
import TelnyxAPI
import Testing

/// Every way for the sandbox to misbehave: what is said is true, and nothing is lost or doubled.
@Suite struct FaultTests {
  @Test func `every scenario is in the table`() {
    let ofOrders = Set(Scenario.all.map(\.name)).subtracting(SandboxScenarioTests.changes)
    #expect(Fault.all.map(\.scenario).sorted() == ofOrders.sorted())
  }

  @Test(arguments: Fault.all)
  func `one order is sent once, and what is said of it is true`(fault: Fault) async throws {
    try await FaultRun.with(scenario: fault.scenario, totalSeconds: fault.totalSeconds) { run in
      await run.fillIn()
      try #require(run.app.place == .step(.review))
      let answers = run.app.form.draft
      await run.take(.form(.submitPressed))

      #expect(run.sandbox.orderCount == 1)
      #expect(run.sandbox.crossConnects.count == fault.creates)
      #expect(run.says == fault.verdict)
      for sentence in fault.sentences {
        let isShown = run.hasShown(sentence)
        #expect(isShown, "\(sentence)\n\(run.text.prefix(3000))")
      }
      #expect(run.untrueSentences == [])
      #expect(run.app.form.draft == answers, "no answer may be lost")
      #expect(run.exitCode == fault.exitCode)
      #expect(run.leaks == [])
      #expect(run.unfitRows == [])
      if case .created(let connect, at: _) = run.app.order {
        #expect(run.sandbox.crossConnects.map(\.id) == [connect.id])
      }
    }
  }

  @Test(arguments: Fault.all.filter { [.notCreated, .intercepted].contains($0.verdict) })
  func `what was refused can be ordered again, once for each time`(fault: Fault) async throws {
    try await FaultRun.with(scenario: fault.scenario) { run in
      await run.fillIn()
      let answers = run.app.form.draft
      for count in 1...3 {
        await run.take(.form(.submitPressed))
        #expect(run.sandbox.orderCount == count)
        #expect(run.says == fault.verdict)
        await run.waitOut()
      }
      #expect(run.app.form.draft == answers)
      #expect(run.sandbox.crossConnects.isEmpty)
    }
  }

  @Test(arguments: Fault.all.filter { $0.verdict == .keyRejected })
  func `another key leads back to the review with every answer`(fault: Fault) async throws {
    try await FaultRun.with(scenario: fault.scenario) { run in
      await run.fillIn()
      let answers = run.app.form.draft
      await run.take(.form(.submitPressed))
      await run.take(.session(.keyEntered(Secret("KEY-that-is-wrong"))))
      #expect(run.app.place == .signIn)
      await run.take(.session(.keyEntered(FaultRun.key)))
      #expect(run.app.place == .step(.review))
      #expect(run.app.form.draft == answers)
      #expect(run.sandbox.orderCount == 1, "a key isn't tried with an order")
    }
  }

  @Test(arguments: Fault.all.filter { $0.verdict == .missing })
  func `what is missing is created again only after three looks and when asked twice`(
    fault: Fault
  ) async throws {
    try await FaultRun.with(scenario: fault.scenario) { run in
      await run.fillIn()
      await run.take(.form(.submitPressed))
      for _ in 1...2 {
        await run.take(.submission(.createAgainPressed))
        await run.take(.submission(.createAgainPressed))
        await run.wait(14)
        #expect(run.sandbox.orderCount == 1, "before the third look")
        await run.wait(1)
      }
      #expect(run.hasShown("[ Create again ]"))
      await run.take(.submission(.createAgainPressed))
      #expect(run.hasShown("If the first order was created too, Telnyx bills both."))
      #expect(run.sandbox.orderCount == 1, "when asked once")
      await run.take(.submission(.createAgainPressed))
      #expect(run.sandbox.orderCount == 2)
      #expect(run.says == .missing)
      await run.take(.submission(.createAgainPressed))
      await run.take(.submission(.createAgainPressed))
      #expect(run.sandbox.orderCount == 2, "three looks are needed again")
      #expect(run.sandbox.crossConnects.isEmpty)
      #expect(run.untrueSentences == [])
    }
  }

  @Test func `an order whose looks fail is never created again`() async throws {
    try await FaultRun.with(scenario: "looks-fail") { run in
      await run.fillIn()
      await run.take(.form(.submitPressed))
      for _ in 1...5 {
        await run.wait(15)
        await run.take(.submission(.createAgainPressed))
      }
      #expect(run.says == .unseen)
      #expect(run.sandbox.orderCount == 1)
    }
  }

  @Test func `one created in the end is followed whatever it was at first`() async throws {
    try await FaultRun.with(scenario: "lost") { run in
      await run.fillIn()
      await run.take(.form(.submitPressed))
      await run.take(.connection(.actionPressed(.enable([.primary]))))
      #expect(run.hasShown("status: provisioning"))
      await run.wait(31)
      await run.take(.connection(.checkStatusPressed))
      #expect(run.hasShown("status: provisioned"))
      #expect(run.sandbox.orderCount == 1)
      #expect(run.leaks == [])
    }
  }
}
