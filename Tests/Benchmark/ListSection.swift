import FoundationEssentials
import SandboxServer

/// Lists of 10, 1,000 and 10,000 networks in the whole program.
struct ListSection {
  /// What is measured with a list of one length.
  private struct Measures {
    let count: Int
    let start: Measure
    let open: Measure
    let move: Measure
    let filter: Measure
    var moveCPU: Measure?
  }

  let stage: Stage
  let floor: Floor?
  let runs: Int

  func measure(into figures: inout Figures) async throws {
    let all = [
      Measures(
        count: 10, start: .start10, open: .open10, move: .move10, filter: .filter10,
        moveCPU: .moveCPU10),
      Measures(
        count: 1000, start: .start1000, open: .open1000, move: .move1000, filter: .filter1000),
      Measures(
        count: 10_000, start: .start10000, open: .open10000, move: .move10000,
        filter: .filter10000, moveCPU: .moveCPU10000),
    ]
    for measures in all {
      let sandbox = try await Sandbox.start(.init(networkCount: measures.count)) { Date.now }
      try measure(measures, API(sandbox), into: &figures)
      await sandbox.stop()
    }
    if let server = CannedServer() {
      try measureLoading(API(server), into: &figures)
      server.stop()
    }
    try measureConnects(10, .connect10, into: &figures)
    try measureConnects(10_000, .connect10000, into: &figures)
    if let short = figures[.connect10].median, let long = figures[.connect10000].median {
      figures.add(long - short, to: .connectOpensLonger)
    }
    if let short = figures[.open10].median, let long = figures[.open10000].median {
      figures.add(long - short, to: .opensLonger)
    }
    for _ in 0..<runs {
      guard let list = try floor?.list(10_000) else { return }
      figures.add(list.reply(since: list.startedAt).last, to: .floorStart10000)
    }
  }

  private func measure(_ measures: Measures, _ api: API, into figures: inout Figures) throws {
    for _ in 0..<3 {
      let wizard = try stage.wizard(api)
      let reply = wizard.reply(
        since: wizard.startedAt, until: "type to filter", quiet: .milliseconds(500))
      figures.add(reply.last, to: measures.start)
    }
    let wizard = try stage.openedWizard(api, showing: "type to filter")
    wizard.reply(since: .now, quiet: .milliseconds(500), patience: .seconds(1))
    measureOpening(wizard, measures, into: &figures)
    measureMoves(wizard, measures, into: &figures)
    measureFilter(wizard, measures, into: &figures)
    if measures.count == 10_000 { figures.add(wizard.process.peakMemory, to: .memory10000) }
    stage.keep(wizard)
  }

  /// Opens a cross connect from a list of many, until its page stands with the API's answer.
  private func measureConnects(
    _ count: Int, _ measure: Measure, into figures: inout Figures
  ) throws {
    let networks = Array(CoreSection.networks.prefix(10))
    guard let server = CannedServer(networks: networks, connects: count) else { return }
    defer { server.stop() }
    let wizard = try stage.openedWizard(API(server), showing: "type to filter")
    var key = Keys.openList
    for _ in 0..<runs {
      wizard.type(key)
      wizard.reply(since: .now, until: "\(count) choices; type", quiet: .milliseconds(300))
      figures.add(wizard.press(Keys.enter).last, to: measure)
      key = Keys.escape
    }
    stage.keep(wizard)
  }

  /// Starts with 10,000 networks and 5,000 rows of coverage that are answered at once: until all is shown,
  /// and how long the slowest key waits that is pressed meanwhile.
  private func measureLoading(_ api: API, into figures: inout Figures) throws {
    var slowest = Duration.zero
    for _ in 0..<runs {
      let wizard = try stage.openedWizard(api, showing: "type to filter", quiet: .milliseconds(300))
      figures.add(wizard.lastReply.last, to: .shown10000)
      figures.add(wizard.process.work.time(since: .init()), to: .shownCPU10000)
      stage.keep(wizard)
      let turned = try stage.openedWizard(api, showing: "type to filter", quiet: .zero)
      for round in 0..<50 {
        let key = round.isMultiple(of: 2) ? Keys.pageDown : Keys.pageUp
        slowest = max(slowest, turned.press(key, quiet: .milliseconds(2)).first)
      }
      stage.keep(turned)
    }
    figures.add(slowest, to: .keyWhileLoading)
  }

  private func measureOpening(
    _ wizard: TerminalProgram, _ measures: Measures, into figures: inout Figures
  ) {
    for _ in 0..<runs {
      wizard.press(Keys.tab)
      figures.add(wizard.press(Keys.backTab).last, to: measures.open)
    }
  }

  private func measureMoves(
    _ wizard: TerminalProgram, _ measures: Measures, into figures: inout Figures
  ) {
    for round in 0..<runs {
      let before = wizard.process.work
      for _ in 0..<6 {
        let reply = wizard.press(Keys.down)
        figures.add(reply.last, to: measures.move)
      }
      let used = wizard.process.work.time(since: before)
      if let cpu = measures.moveCPU, round > 0 { figures.add(used / 6, to: cpu) }
      if measures.count == 1000 {
        let reply = wizard.press(Keys.down)
        figures.add(reply.last, to: .scrollTime)
        figures.add(reply.count, to: .scrollBytes)
      }
      // Like with like: only the list of 1,000 is scrolled.
      if measures.count != 1000 { for _ in 0..<6 { wizard.press(Keys.up) } }
    }
  }

  private func measureFilter(
    _ wizard: TerminalProgram, _ measures: Measures, into figures: inout Figures
  ) {
    for _ in 0..<runs {
      for (index, letter) in ["0", "0", "7"].enumerated() {
        let reply = wizard.press(letter)
        figures.add(reply.last, to: measures.filter)
        guard measures.count == 10_000 else { continue }
        figures.add(reply.count, to: .filterBytes10000)
        if index > 0 { figures.add(reply.last, to: .longerFilter10000) }
      }
      for _ in 0..<3 { wizard.press(Keys.backspace) }
    }
  }
}
