internal import CrossConnect
internal import TelnyxAPI

extension Wizard {
  /// Whether drafts and receipts are written: nothing of a demo should be offered later.
  public var keepsFiles: Bool { !destination.isDemo }

  /// Whether there is anything that a person would miss.
  public var hasSomethingToKeep: Bool {
    !order.isCreated && keepsFiles && progress.isWorthKeeping
  }

  mutating func keep(_ message: Message) -> [Effect] {
    switch message {
    case .began:
      hasBegun = true
    case .draftsFound(let found):
      return draftsFound(found)
    case .resumePressed, .discardFoundPressed, .leaveFoundPressed:
      return answerOffer(message)
    case .draftSaved(let path, at: let date):
      draftFile = .written(path: path, at: date)
    case .draftNotSaved(let failure):
      draftFile = .failed(failure)
      savedProgress = nil
    case .draftRemoved:
      draftFile = .notYet
    case .draftNotRemoved(let failure):
      notice = .draftNotRemoved(failure)
    case .saveReceiptPressed:
      return saveReceipt()
    case .receiptSaved(let path, at: let date):
      receiptFile = .written(path: path, at: date)
    case .receiptNotSaved(let failure):
      receiptFile = .failed(failure)
    default:
      break
    }
    return []
  }

  private mutating func draftsFound(_ found: FoundDrafts) -> [Effect] {
    foundDrafts = found
    if let failure = found.failure { draftFile = .failed(failure) }
    guard !hasBegun, keepsFiles else {
      notice = Self.notice(ofNotOffered: found.offered) ?? found.notice
      return found.offered.isEmpty ? [] : [.releaseDrafts(ids: found.offered.map(\.id))]
    }
    offeredDrafts = found.offered
    notice = found.notice
    return []
  }

  private static func notice(ofNotOffered drafts: [SavedDraft]) -> Notice? {
    if let sent = drafts.compactMap(\.progress.orderedAt).max() {
      return .orderNotOffered(sentAt: sent)
    }
    return drafts.first.map { .draftNotOffered(savedAt: $0.savedAt) }
  }

  private mutating func answerOffer(_ message: Message) -> [Effect] {
    guard let draft = offeredDrafts.first else { return [] }
    let others = offeredDrafts.dropFirst().map(\.id)
    switch message {
    case .resumePressed:
      offeredDrafts = []
      return [.adoptDraft(id: draft.id)]
        + (others.isEmpty ? [] : [.releaseDrafts(ids: others)]) + resume(draft)
    case .discardFoundPressed where draft.progress.mayBeOrdered && caution != .discardsOrder:
      caution = .discardsOrder
      return []
    case .discardFoundPressed:
      caution = nil
      offeredDrafts.removeFirst()
      return [.discardDraft(id: draft.id)]
    default:
      offeredDrafts.removeFirst()
      return [.releaseDrafts(ids: [draft.id])]
    }
  }

  private mutating func resume(_ saved: SavedDraft) -> [Effect] {
    let progress = saved.progress
    hasBegun = true
    savedProgress = progress
    draft = progress.draft
    networkEntry = progress.networkEntry
    coverageEntry = progress.coverageEntry
    newNetworkName = progress.newNetworkName
    answersToRepeat = progress.withheld
    fieldsLeft = Set(progress.withheld.map(\.field))
    draftFile = .notYet
    report = nil
    problems = []
    let repeated = draft.fields.map(\.id).filter { answersToRepeat.contains(draft.key(for: $0)) }
    notice = .resumed(savedAt: saved.savedAt, toRepeat: repeated)
    guard progress.mayBeOrdered else {
      open(.step(progress.step))
      return []
    }
    order = .unknown(UnknownOrder(progress.attempts, reason: .outcomeUnknown(.earlierRun)))
    open(.outcomeUnknown)
    return place == .outcomeUnknown ? look() : []
  }

  private mutating func open(_ place: Place) {
    if self.place == .signIn { placeAfterSignIn = place } else { self.place = place }
  }

  /// Reminds of an answer that no file has kept.
  func repetitionFinding(for field: FieldDescriptor) -> Finding? {
    guard answersToRepeat.contains(draft.key(for: field.id)), draft.value(of: field).isEmpty
    else { return nil }
    switch field.presence {
    case .required:
      return .warns("No draft keeps it; type it again.")
    case .optional(let words):
      return .warns("No draft keeps it; type it again. Empty: \(words).")
    }
  }

  private func saveReceipt() -> [Effect] {
    guard keepsFiles, case .created(let connect, at: let date) = order else { return [] }
    return [
      .saveReceipt(connect, answeredAt: date, withholding: draft.confidentialAnswers)
    ]
  }

  /// Puts what has to be on disk before what else should happen.
  mutating func recorded(
    _ effects: [Effect], after message: Message, wasCreated: Bool
  ) -> [Effect] {
    guard keepsFiles else { return effects }
    if order.isCreated {
      if wasCreated { return effects }
      savedProgress = nil
      return saveReceipt() + effects
    }
    guard message.isOccasionToSave else { return effects }
    let progress = progress
    guard progress != savedProgress, progress.isWorthKeeping || savedProgress != nil else {
      return effects
    }
    savedProgress = progress
    return [.saveDraft(progress)] + effects
  }
}

extension Message {
  /// Whether a draft is written now if something has changed: not at every key, nor because of itself.
  fileprivate var isOccasionToSave: Bool {
    switch self {
    case .answerEdited, .networkNameEdited, .clockTicked, .keysSeen, .answered, .began,
      .draftsFound, .resumePressed,
      .discardFoundPressed, .leaveFoundPressed, .draftSaved, .draftNotSaved, .draftRemoved,
      .draftNotRemoved,
      .saveReceiptPressed, .receiptSaved, .receiptNotSaved, .discardConfirmed:
      false
    default:
      true
    }
  }
}

extension FoundDrafts {
  /// The most important of what is not offered.
  fileprivate var notice: Notice? {
    if let failure { return .draftsNotKept(failure) }
    if let unreadable { return .draftUnreadable(unreadable) }
    if let file = setAside.first { return .setAside(file) }
    return inUse > 0 ? .inUse(inUse) : nil
  }
}
