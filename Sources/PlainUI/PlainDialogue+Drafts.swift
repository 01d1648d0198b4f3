public import Flows
internal import FoundationEssentials
internal import Presentation

extension PlainDialogue {
  /// Reads out a draft of an earlier run.
  mutating func presentOffer() {
    guard let draft = wizard.offeredDrafts.first else { return }
    let summary = DraftSummary(of: draft, in: wizard, now: now)
    say("")
    say("\(summary.title).")
    if let order = summary.order { sayWarning(order) }
    for line in summary.lines {
      say(line.label.isEmpty ? line.value : "\(line.label): \(line.value)", indent: 2)
    }
    if let remark = summary.remark { say(remark) }
    let others = wizard.offeredDrafts.count - 1
    if others > 0 { say(others == 1 ? "1 older draft follows." : "\(others) older drafts follow.") }
  }

  mutating func answerOffer(_ line: PlainLine) -> [Effect] {
    switch line {
    case .empty, .text("resume"):
      let effects = send(.resumePressed)
      leaveOffer()
      return effects
    case .text("later"): return passOver(.leaveFoundPressed, "The draft is left for another time.")
    case .text("discard"): return passOver(.discardFoundPressed, "The draft is discarded.")
    default:
      sayError("Enter resumes the draft; type later or discard for something else.")
      return []
    }
  }

  private mutating func passOver(_ message: Message, _ words: String) -> [Effect] {
    let effects = send(message)
    if wizard.caution == .discardsOrder {
      sayWarning(Caution.discardsOrder.sentence)
      say("Type discard once more to delete it.")
      return effects
    }
    say(words)
    if wizard.offeredDrafts.isEmpty {
      leaveOffer()
    } else {
      isNew = true
    }
    return effects
  }

  /// Goes to where the wizard is, unless it has led there already.
  private mutating func leaveOffer() {
    if question == .draft { enterPlace(from: nil) }
  }

  /// Offers drafts that were found, whatever was asked till then.
  mutating func followDrafts() {
    if !wizard.offeredDrafts.isEmpty, question != .draft { turn(to: .draft) }
  }

  /// Says what became of drafts and receipts, where a person should know.
  mutating func noticeFiles(since before: Wizard) {
    if let notice = wizard.notice, notice != before.notice {
      say(NoticeText.sentence(notice, in: wizard.draft))
    }
    if wizard.draftFile != before.draftFile, case .failed(let failure) = wizard.draftFile {
      sayWarning("The draft is not saved: \(failure.reason).")
    }
    guard wizard.receiptFile != before.receiptFile else { return }
    switch wizard.receiptFile {
    case .notYet: break
    case .written(let path, at: _): say("Saved: \(path) (0600, without keys)")
    case .failed(let failure): sayWarning("Not saved (save tries again): \(failure.reason).")
    }
  }

  // MARK: Leaving

  /// Ends the program with the draft kept, saying what is known of the order.
  mutating func leave(_ message: Message = .quitConfirmed) -> [Effect] {
    let effects = record(message)
    switch (message, wizard.caution) {
    case (.discardConfirmed, .discardsOrder?) where !effects.contains(.leave):
      sayWarning(Caution.discardsOrder.sentence)
      say("Type q discard once more to delete it; q keeps it and leaves.")
      return effects
    case (.quitConfirmed, .leavesUnseenKey?) where !effects.contains(.leave):
      sayWarning(Caution.leavesUnseenKey.sentence)
      say("show shows it; q once more leaves.")
      return effects
    default: break
    }
    ending = Ending(of: wizard)
    prompt = nil
    for line in OutcomeText(of: wizard).leaving { say(line) }
    return effects
  }

  /// Takes in what became of drafts and receipts after the end, and says where they are.
  ///
  /// - Parameter messages: What came since.
  public mutating func finish(_ messages: [Message]) {
    for message in messages {
      switch message {
      case .draftSaved, .draftNotSaved, .draftRemoved, .draftNotRemoved, .receiptSaved,
        .receiptNotSaved:
        _ = record(message)
      // An answer to an order that comes now is for the next run to find.
      default: break
      }
    }
    for line in ReportText.filesLines(of: wizard) { say(line) }
  }
}
