internal import Flows
internal import FoundationEssentials
internal import Presentation

extension WizardScreen {
  /// A draft of an earlier run, and what can be done with it.
  func offerContent(_ start: Content) -> Content {
    var content = start
    guard let draft = app.records.offered.first else { return content }
    let summary = DraftSummary(of: draft, in: app, now: now)
    content.line(summary.title, style: .strong)
    if let order = summary.order { content.paragraph(order, style: .warning) }
    if app.caution == .discardsOrder {
      content.paragraph(
        "\(Caution.discardsOrder.sentence) [ Discard ] once more deletes it.", style: .error)
    }
    content.line()
    // What can be done stands with what it is about, in view in every window.
    addButtons(page.actions, to: &content)
    content.line()
    for line in summary.lines {
      content.line(line.label, at: 4)
      content.appendAnswer(line.value, at: Self.valueColumn)
    }
    content.line()
    if let remark = summary.remark { content.paragraph(remark) }
    let others = app.records.offered.count - 1
    if others > 0 {
      content.line(others == 1 ? "1 older draft follows." : "\(others) older drafts follow.")
    }
    return content
  }

  /// The question whether to quit.
  func quitContent(_ start: Content) -> Content {
    var content = start
    content.line("Leave vxc?", style: .strong)
    content.line()
    for line in OutcomeText(of: app).leaving { content.paragraph(line) }
    if app.hasUnseenKey { content.paragraph(Caution.leavesUnseenKey.sentence, style: .warning) }
    if !app.order.isCreated { content.paragraph(wordsForKeeping) }
    content.line()
    addButtons(page.waysToQuit, to: &content)
    return content
  }

  private var wordsForKeeping: String {
    guard app.records.keepsFiles else { return "A demo's answers are not kept." }
    guard app.hasSomethingToKeep else { return "Nothing was answered yet." }
    switch app.records.draftFile {
    case .failed(let failure):
      return "The draft could not be saved so far: \(failure.reason)."
    case .notYet, .written:
      let promise =
        !app.mayHaveOrdered
        ? "The next start offers the draft again"
        : "The draft remembers the order: the next start looks for it first"
      return "\(promise). It keeps no keys: they have to be typed again."
    }
  }
}
