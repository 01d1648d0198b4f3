import Glibc
import SandboxServer

/// What the wizard does while nobody does anything, and what an order costs.
struct IdleSection {
  let stage: Stage
  let isQuick: Bool
  private var seconds: UInt32 { isQuick ? 3 : 10 }

  func measure(_ sandbox: Sandbox, into figures: inout Figures) throws {
    let programs = try pages(API(sandbox)) + [ordered(sandbox, &figures)]
    for program in programs {
      program.reply(since: .now, quiet: .milliseconds(50), patience: .milliseconds(50))
    }
    // What requests leave behind ends by itself, once: threads after 5 s, deadlines after 10 and 30 s,
    // kept connections after 20 s.
    sleep(isQuick ? 7 : 32)
    let before = programs.map(\.process.work)
    sleep(seconds)
    for (program, earlier) in zip(programs, before) {
      figures.add(program.process.work.wakeUps(since: earlier), to: .idleWakeUps)
      let reply = program.reply(since: .now, quiet: .zero, patience: .zero)
      figures.add(reply.count, to: .idleBytes)
      stage.keep(program)
    }
  }

  /// A wizard at rest on each kind of page.
  private func pages(_ api: API) throws -> [TerminalProgram] {
    let signIn = try stage.wizard(nil)
    signIn.reply(since: signIn.startedAt)
    let form = Route.toEndOfNetwork + [Keys.enter]
    let routes = [
      [],
      ["prod"],
      [Keys.help],
      form + ["us-east-1"],
      form + Route.toEndOfRegion + [Keys.enter] + Route.toAccountOfAWS + ["12", Keys.pageDown],
      form + Route.toReviewOfAzure,
      [Keys.interrupt],
      [Keys.openList],
    ]
    return try [signIn]
      + routes.map { route in
        let wizard = try stage.openedWizard(api, showing: StartSection.lastNetwork)
        for key in route { wizard.press(key) }
        return wizard
      }
  }

  /// A wizard on the result of an order, the requests it took counted.
  private func ordered(_ sandbox: Sandbox, _ figures: inout Figures) throws -> TerminalProgram {
    let wizard = try stage.openedWizard(API(sandbox), showing: StartSection.lastNetwork)
    for key in Route.toEndOfNetwork + [Keys.enter] + Route.toReviewOfAzure + Route.toCreate {
      wizard.press(key)
    }
    // Create acts when the focus has stood on it for a moment.
    usleep(500_000)
    let before = sandbox.recordedRequests.count
    wizard.press(Keys.enter)
    wizard.reply(since: .now, until: "VXC ID", patience: .seconds(2))
    usleep(500_000)
    // An order that didn't arrive is no cheap order.
    let requests = sandbox.recordedRequests.count - before
    figures.add(sandbox.orderCount == 1 ? Double(requests) : .infinity, to: .requestsPerOrder)
    return wizard
  }
}
