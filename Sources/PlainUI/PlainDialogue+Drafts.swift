public import Flows
internal import FoundationEssentials
internal import Presentation

extension PlainDialogue {
  /// Reads out a draft of an earlier run.
  mutating func presentOffer() {
    say("")
    say(OfferPage.blocks(of: app, now: now))
  }

  mutating func answerOffer(_ line: PlainLine) -> [Effect] {
    switch line {
    case .empty, .text("resume"):
      let effects = send(.records(.resumePressed))
      leaveOffer()
      return effects
    case .text("later"):
      return passOver(.records(.leaveFoundPressed), "The draft is left for another time.")
    case .text("discard"):
      return passOver(.records(.discardFoundPressed), "The draft is discarded.")
    default:
      sayError("Enter resumes the draft; type later or discard for something else.")
      return []
    }
  }

  private mutating func passOver(_ event: App.Event, _ words: String) -> [Effect] {
    let effects = send(event)
    if app.caution == .discardsOrder {
      say([.caution(.discardsOrder, again: .discardFound)])
      return effects
    }
    say(words)
    if app.records.offered.isEmpty {
      leaveOffer()
    } else {
      isNew = true
    }
    return effects
  }

  /// Goes to the app's place, unless the app has led there already.
  private mutating func leaveOffer() {
    if question == .draft { enterPlace(from: nil) }
  }

  /// Offers drafts that were found, whatever the question was until then.
  mutating func followDrafts() {
    if !app.records.offered.isEmpty, question != .draft { turn(to: .draft) }
  }

  /// Says where drafts and receipts are, if the person should know.
  mutating func noticeFiles(_ occurrences: [Occurrence]) {
    for occurrence in occurrences {
      switch occurrence {
      case .noticed(let notice): say(NoticeText.sentence(notice, in: app.form.draft))
      case .draftFiled(.failed(let failure)):
        sayWarning("The draft is not saved: \(failure.reason).")
      case .receiptFiled(.written(let path, at: _)): say("Saved: \(path) (0600, without keys)")
      case .receiptFiled(.failed(let failure)):
        sayWarning("Not saved (save tries again): \(failure.reason).")
      default: break
      }
    }
  }

  // MARK: Leaving

  /// Ends the program, keeps the draft, and says what is known of the order.
  mutating func leave(_ event: App.Event = .quitConfirmed) -> [Effect] {
    let effects = record(event)
    if let caution = app.caution, event != .interrupted {
      sayWarning(caution.sentence(for: app.connection))
      switch caution {
      case .discardsOrder: say("Type q discard again to delete it; q keeps it and leaves.")
      case .leavesUnseenKey:
        let shows = "show shows \(app.connection?.keyCount == 2 ? "them" : "it")"
        say("\(question == .result ? shows : "< goes back, and there \(shows)"); q again leaves.")
      case .leavesOrder: say("q again leaves without knowing.")
      case .leavesAction: say("q again leaves without knowing.")
      case .ordersTwice, .ordersUnrecorded, .ordersAnotherWithoutKey, .replacesKey, .stopsWaiting,
        .acts, .replacesAnswers:
        break
      }
      return effects
    }
    ending = Ending(of: app)
    prompt = nil
    // The end says where the draft is, once that is known.
    say(QuitPage.order(of: app))
    return effects
  }

  /// Takes the last events about drafts and receipts, and says where these are.
  ///
  /// - Parameter events: The events since the end.
  public mutating func finish(_ events: [App.Event]) {
    for event in events {
      switch event {
      case .records(.draftSaved), .records(.draftNotSaved), .records(.draftRemoved),
        .records(.draftNotRemoved), .records(.receiptSaved),
        .records(.receiptNotSaved):
        _ = record(event)
      // If an answer to an order comes now, the next run will find the order.
      default: break
      }
    }
    for line in ReportText.filesLines(of: app) { say(line) }
  }
}
