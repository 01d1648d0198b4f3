internal import CrossConnect
public import FoundationEssentials

extension App {
  /// Something that happened: a person's act, or an answer from outside.
  public indirect enum Event: Hashable, Sendable {
    case session(Session.Event)
    case choices(Choices.Event)
    case form(OrderForm.Event)
    case submission(Submission.Event)
    case connection(Connection.Event)
    case inventory(Inventory.Event)
    /// To open the most urgent order that has to be accepted.
    case waitingOpened
    /// To leave the opened cross connect, back to the list.
    case connectionClosed
    /// To order another cross connect like the one on the page.
    case anotherPressed
    case records(Records.Event)
    case saveReceiptPressed
    /// To write the answers to a file for `vxc create --from`.
    case saveRequestPressed
    case clockTicked(Date)
    /// The person did something that no flow hears of; a caution ends with it.
    case stayed
    /// To leave and keep the draft.
    case quitConfirmed
    /// To leave and remove the draft.
    case discardConfirmed
    /// A signal ends the program, or its terminal is gone.
    case interrupted
    /// An answer to something that was asked under a ticket.
    case answered(Event, to: Ticket)
  }
}

extension App.Event {
  /// Whether a person did it; otherwise it came from outside, or with time.
  var isAct: Bool {
    switch self {
    case .session(let event): event.isAct
    case .choices(let event): event.isAct
    case .form(let event): event.isAct
    case .submission(let event): event.isAct
    case .connection(let event): event.isAct
    case .inventory(let event): event.isAct
    case .waitingOpened, .connectionClosed, .anotherPressed: true
    case .records(let event): event.isAct
    case .saveReceiptPressed, .saveRequestPressed, .stayed, .quitConfirmed, .discardConfirmed: true
    case .clockTicked, .interrupted, .answered: false
    }
  }

  /// Whether a question may have only one choice left after the event.
  var mayLeaveOneChoice: Bool {
    switch self {
    case .choices(let event): event.bringsChoices
    case .form(let event): event.goesAbout || event.opensChoices
    case .records(.resumePressed), .anotherPressed, .inventory(.closed): true
    case .answered(let event, to: _): event.mayLeaveOneChoice
    case .session, .submission, .connection, .inventory, .waitingOpened, .connectionClosed,
      .records, .saveReceiptPressed, .saveRequestPressed, .clockTicked, .stayed, .quitConfirmed,
      .discardConfirmed, .interrupted:
      false
    }
  }

  /// Whether the event is an occasion to write a changed draft: no key is, nor is the writing.
  var isOccasionToSave: Bool {
    switch self {
    case .form(.answerEdited), .form(.picked), .form(.pasted), .form(.networkNameEdited),
      .connection(.keysSeen):
      false
    case .session, .choices, .form, .submission, .connection, .inventory, .waitingOpened,
      .connectionClosed, .anotherPressed, .quitConfirmed, .interrupted:
      true
    case .records, .saveReceiptPressed, .saveRequestPressed, .clockTicked, .stayed,
      .discardConfirmed,
      .answered:
      false
    }
  }
}

extension Session.Event {
  fileprivate var isAct: Bool {
    switch self {
    case .keyEntered, .demoChosen, .keyNeeded: true
    case .opened, .keyChecked, .demoStarted, .demoFailed: false
    }
  }
}

extension Choices.Event {
  fileprivate var isAct: Bool {
    switch self {
    case .reloadPressed, .loadingStopped: true
    case .needed, .networksNeeded, .networksArrived, .networksLoaded, .coverageArrived,
      .coverageLoaded, .retrying,
      .outdated, .networkCreated, .accountChanged:
      false
    }
  }
}

extension Choices.Event {
  /// Whether it changes what there is to choose from.
  fileprivate var bringsChoices: Bool {
    switch self {
    case .networksArrived, .networksLoaded, .coverageArrived, .coverageLoaded, .networkCreated,
      .accountChanged:
      true
    case .needed, .networksNeeded, .reloadPressed, .loadingStopped, .retrying, .outdated: false
    }
  }
}

extension OrderForm.Event {
  /// Whether other questions may have other choices after it.
  fileprivate var opensChoices: Bool {
    switch self {
    case .picked, .entryChanged, .networkCreated, .refused, .coverageCame, .resumed, .resembles:
      true
    case .answerEdited, .choicesChanged, .pasted, .fieldLeft, .networkNameEdited,
      .createNetworkPressed, .generateKeyPressed, .keyGenerated, .nextPressed, .backPressed,
      .changeRequested, .submitPressed, .reopened, .filled, .remembered, .accountChanged:
      false
    }
  }

  fileprivate var isAct: Bool {
    switch self {
    case .answerEdited, .picked, .pasted, .entryChanged, .networkNameEdited, .createNetworkPressed,
      .generateKeyPressed, .nextPressed, .backPressed, .changeRequested, .submitPressed:
      true
    case .fieldLeft, .choicesChanged, .networkCreated, .keyGenerated, .refused, .coverageCame,
      .resumed, .resembles, .reopened, .filled, .remembered, .accountChanged:
      false
    }
  }

  /// Whether it turns the form's pages; that happens only while the form is before the person.
  var goesAbout: Bool {
    switch self {
    case .nextPressed, .backPressed, .changeRequested, .submitPressed: true
    case .answerEdited, .picked, .choicesChanged, .pasted, .fieldLeft, .entryChanged,
      .networkNameEdited, .createNetworkPressed, .networkCreated, .generateKeyPressed,
      .keyGenerated, .refused, .coverageCame, .resumed, .resembles, .reopened, .filled,
      .remembered, .accountChanged:
      false
    }
  }
}

extension Submission.Event {
  fileprivate var isAct: Bool {
    switch self {
    case .confirmed, .stopWaitingPressed, .lookPressed, .createAgainPressed, .candidateTaken,
      .candidateDismissed:
      true
    case .connectsNoted, .orderSent, .orderAnswered, .accountChecked, .lookAnswered, .clockTicked,
      .resumed, .accountChanged:
      false
    }
  }
}

extension Connection.Event {
  fileprivate var isAct: Bool {
    switch self {
    case .checkStatusPressed, .actionPressed, .waitPressed, .sheetOpened, .sheetClosed,
      .addressEdited, .addressesConfirmed, .deletionEdited, .deletionConfirmed, .ticked,
      .playPressed, .keyFilesPressed:
      true
    case .followAnswered, .performed, .addressLeft, .recalled, .cloudPlayed, .keyFilesWritten,
      .keysSeen, .clockTicked, .answersDropped, .accountChanged:
      false
    }
  }
}

extension Inventory.Event {
  fileprivate var isAct: Bool {
    switch self {
    case .opened, .reloadPressed, .closed, .chosen: true
    case .shown, .needed, .connectsArrived, .connectsLoaded, .found, .networksKnown,
      .accountChanged:
      false
    }
  }
}

extension Records.Event {
  fileprivate var isAct: Bool {
    switch self {
    case .began, .resumePressed, .discardFoundPressed, .leaveFoundPressed: true
    case .draftsFound, .waitingFound, .waitingNeeded, .waitingListed, .waitingSeen, .anotherBegan,
      .accountChanged, .clockTicked, .progressed,
      .created, .draftSaved, .draftNotSaved, .draftRemoved,
      .draftNotRemoved, .receiptSaved, .receiptNotSaved, .requestSaved, .requestNotSaved,
      .remembered, .demoStarted:
      false
    }
  }
}
