public import CrossConnect
internal import FoundationEssentials

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
    if let notice = wizard.notice, notice != before.notice { say(notice) }
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
    ending = Ending(of: wizard)
    prompt = nil
    switch wizard.order {
    case .open: say("Left. Nothing was ordered.")
    case .sending, .unknown:
      say("The order was sent, and it is not known whether the cross connect was created.")
      say("Look for it in the Telnyx portal before you create it again; a second is billed.")
    case .created(let connect, at: _): say("Left. The cross connect \(connect.id) exists.")
    }
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
