import CrossConnect
import SandboxServer
import TelnyxAPI

/// From a key to its frame: time, bytes, and the processor's time.
struct KeySection {
  let stage: Stage
  let floor: Floor?
  let runs: Int

  func measure(_ sandbox: Sandbox, into figures: inout Figures) throws {
    try measureFloor(into: &figures)
    let wizard = try stage.openedWizard(API(sandbox), showing: StartSection.lastNetwork)
    for _ in 0..<runs {
      add(wizard.press(Keys.down), to: .downTime, .downBytes, &figures)
      wizard.press(Keys.up)
    }
    wizard.press(Keys.enter)
    measureTyping(wizard, into: &figures)
    try measurePages(wizard, into: &figures)
    stage.keep(wizard)
  }

  /// Keys into the name of the cross connect, whose field has the focus.
  private func measureTyping(_ wizard: TerminalProgram, into figures: inout Figures) {
    for round in 0..<runs / 10 {
      let before = wizard.process.work
      let letters = "abcdefghij"
      for letter in letters {
        add(wizard.press(String(letter)), to: .typedTime, .typedBytes, &figures)
      }
      let used = wizard.process.work.time(since: before)
      // The first round has what is only done once.
      if round > 0 { figures.add(used / Double(letters.count), to: .cpuPerKey) }
      for _ in letters { wizard.press(Keys.backspace) }
    }
    wizard.press("b")
  }

  /// From the name of the cross connect to the review, by way of an error.
  private func measurePages(_ wizard: TerminalProgram, into figures: inout Figures) throws {
    goOn(wizard, after: [Keys.enter], &figures)
    goOn(wizard, after: Route.toEndOfRegion, &figures)
    for key in Route.toAccountOfAWS { wizard.press(key) }
    wizard.press("12345678901")
    wizard.press(Keys.enter)
    figures.add(wizard.press(Keys.enter).count, to: .errorShownBytes)
    // The entry of the summary leads to its field.
    wizard.press(Keys.enter)
    figures.add(wizard.press("2").count, to: .errorClearedBytes)
    goOn(wizard, after: [Keys.enter], &figures)
    goOn(wizard, after: [], &figures)
    wizard.press(Keys.tab)
    measureFields(wizard, into: &figures)
    add(wizard.press(Keys.pageDown), to: .nextStepTime, .nextStepBytes, &figures)
  }

  private func goOn(
    _ wizard: TerminalProgram, after keys: [String], _ figures: inout Figures
  ) {
    for key in keys { wizard.press(key) }
    add(wizard.press(Keys.enter), to: .nextStepTime, .nextStepBytes, &figures)
  }

  /// From field to field of the circuits, and back; a field's help text may cost what it is long.
  private func measureFields(_ wizard: TerminalProgram, into figures: inout Figures) {
    var draft = Draft()
    draft[.cloudProvider] = CloudProvider.aws.rawValue
    for _ in 0..<runs / 10 {
      for id in [FieldID.primaryTelnyxIP, .primaryCloudIP, .primaryBGPKey] {
        let reply = wizard.press(Keys.tab)
        let help = draft.field(id).map { Screens.helpText(of: $0).utf8.count } ?? 0
        figures.add(reply.last, to: .nextFieldTime)
        figures.add(max(0, reply.count - Double(help)), to: .nextFieldBytes)
      }
      for _ in 0..<3 { wizard.press(Keys.backTab) }
    }
  }

  private func measureFloor(into figures: inout Figures) throws {
    guard let floor else { return }
    let form = try floor.form()
    form.reply(since: form.startedAt)
    for round in 0..<runs / 10 {
      let before = form.process.work
      for letter in "abcdefghij" {
        add(form.press(String(letter)), to: .floorTypedTime, .floorTypedBytes, &figures)
      }
      let used = form.process.work.time(since: before)
      if round > 0 { figures.add(used / 10, to: .floorCPUPerKey) }
      add(form.press(Keys.tab), to: .floorNextFieldTime, .floorNextFieldBytes, &figures)
    }
    let list = try floor.list(1000)
    list.reply(since: list.startedAt)
    for _ in 0..<runs {
      let reply = list.press(Keys.down)
      // The first rows are in view.
      let isScrolling = figures[.floorDownTime].values.count >= 4
      add(
        reply, to: isScrolling ? .floorScrollTime : .floorDownTime,
        isScrolling ? .floorScrollBytes : .floorDownBytes, &figures)
    }
  }

  private func add(
    _ reply: TerminalProgram.Reply, to time: Measure, _ bytes: Measure, _ figures: inout Figures
  ) {
    if !reply.bytes.isEmpty { figures.add(reply.last, to: time) }
    figures.add(reply.count, to: bytes)
  }
}
