import SandboxServer
import TelnyxAPI

/// From the start of the program to its first frame, and what it needs for it.
struct StartSection {
  let stage: Stage
  let floor: Floor?
  let runs: Int

  func measure(_ sandbox: Sandbox, into figures: inout Figures) throws {
    guard let silent = API.silent() else { return }
    // The first starts read the program from the disk.
    for _ in 0..<3 { _ = try stage.openedWizard(API(sandbox), showing: Self.lastNetwork) }
    for _ in 0..<runs {
      // In turn, so that whatever else the machine does falls on all.
      try measureFloor(into: &figures)
      try measureFirstFrame(silent, as: .frameWithoutAnswer, into: &figures)
      try measureFirstFrame(nil, as: .signInFrame, into: &figures)
      try measureFirstPage(sandbox, into: &figures)
      try measureCommand(sandbox, into: &figures)
    }
    try measureTypedAhead(sandbox, into: &figures)
  }

  private func measureFloor(into figures: inout Figures) throws {
    guard let program = try floor?.form() else { return }
    let reply = program.reply(since: program.startedAt)
    figures.add(reply.first, to: .floorFirstByte)
    figures.add(reply.last, to: .floorFirstFrame)
    figures.add(reply.count, to: .floorFirstFrameBytes)
  }

  private func measureFirstFrame(
    _ api: API?, as measure: Measure, into figures: inout Figures
  ) throws {
    let wizard = try stage.wizard(api)
    let reply = wizard.reply(since: wizard.startedAt, quiet: .milliseconds(100))
    figures.add(reply.last, to: measure)
    figures.add(
      wizard.process.peakMemory, to: api == nil ? .memoryFirst : .memoryWithNetwork)
    if measure == .frameWithoutAnswer {
      figures.add(reply.first, to: .firstByte)
      figures.add(reply.last, to: .firstFrame)
      figures.add(reply.count, to: .firstFrameBytes)
    }
    stage.keep(wizard)
  }

  private func measureFirstPage(_ sandbox: Sandbox, into figures: inout Figures) throws {
    let wizard = try stage.wizard(API(sandbox))
    let reply = wizard.reply(since: wizard.startedAt, until: Self.lastNetwork)
    figures.add(reply.last, to: .startToChoices)
    stage.keep(wizard)
  }

  private func measureCommand(_ sandbox: Sandbox, into figures: inout Figures) throws {
    let command = try stage.wizard(API(sandbox), ["list"])
    let reply = command.reply(since: command.startedAt, until: "no cross connects yet")
    figures.add(reply.last, to: .command)
    stage.keep(command)
  }

  /// A whole order typed at once on the first frame, before any list is there; every answer takes 300 ms.
  private func measureTypedAhead(_ sandbox: Sandbox, into figures: inout Figures) throws {
    guard let port = sandbox.baseURL.port.flatMap(UInt16.init(exactly:)),
      let relay = DelayedRelay(to: port, delay: .milliseconds(300))
    else { return }
    defer { relay.stop() }
    for _ in 0..<max(1, runs / 6) {
      let wizard = try stage.wizard(API(sandbox, by: relay))
      wizard.reply(since: wizard.startedAt, quiet: .milliseconds(20))
      wizard.type(Route.typedAhead.joined())
      let reply = wizard.reply(since: wizard.startedAt, until: "a month")
      figures.add(reply.last, to: .typedAheadTime)
      figures.add(reply.count, to: .typedAheadBytes)
      stage.keep(wizard)
    }
  }

  /// The last of the sandbox's own networks.
  static let lastNetwork = "disaster-recovery"
}
