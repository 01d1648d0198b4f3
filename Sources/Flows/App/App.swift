public import CrossConnect
public import FoundationEssentials
internal import TelnyxAPI

/// The whole program without a screen: which of its flows is before the person, and what is told there.
///
/// Both front ends drive it with events, and show what it holds. It hands each event to the flow that it is
/// for, and what happened there to the others that have to know.
public struct App: Hashable, Sendable {
  /// Whose account is asked.
  public private(set) var session: Session
  /// What there is to choose from.
  public private(set) var choices = Choices()
  /// The answers.
  public private(set) var form = OrderForm()
  /// The order on its way.
  public private(set) var submission = Submission()
  /// The cross connect that this run has ordered, once it was created.
  public private(set) var ordered: Connection?
  /// Another cross connect, opened from the list.
  public private(set) var opened: Connection?
  /// All cross connects of the account.
  public private(set) var inventory = Inventory()
  /// Drafts and receipts.
  public private(set) var records: Records

  /// What has to be told about the last call that failed.
  public private(set) var report: Report?
  /// What is told about drafts on this page.
  public private(set) var notice: Notice?
  /// What was asked for once, and is done when it is asked for again.
  public private(set) var caution: Caution?
  /// Why the last order was surely not created, or the key not accepted.
  private(set) var refusal: APIFailure?
  /// The newest question of each kind to the account: an answer to any other changes nothing.
  private var questions: [Effect: Int] = [:]
  private var questionsAsked = 0
  private var hasCheckedWaiting = false

  /// What the program was started for.
  public enum Purpose: Hashable, Sendable {
    /// To order a cross connect.
    case ordering
    /// To see cross connects, and at once the one of this identifier or name.
    case managing(String?)
  }

  /// After how many seconds a request without an answer is given up.
  public let answerLimit: Int
  /// Whether the program was started to see cross connects, not to order one.
  public let startsWithList: Bool

  /// A program that starts with the form or the list if there is a key, and with signing in if there is none.
  public init(
    destination: Destination, hasKey: Bool, for purpose: Purpose = .ordering, answerLimit: Int = 30,
    remembers: Bool = true
  ) {
    self.answerLimit = answerLimit
    session = Session(destination: destination, hasKey: hasKey)
    records = Records(keepsFiles: !destination.isDemo, remembers: remembers)
    startsWithList = purpose != .ordering
    if case .managing(let wanted) = purpose { inventory = Inventory(wanted: wanted) }
  }

  /// What to do first: the choices are asked for at once, from a demo as soon as it runs.
  public mutating func start() -> [Effect] {
    if startsWithList { _ = inventory.update(.shown) }
    let effects = update(.session(.opened)).effects
    return session.destination == .demo && !session.needsKey ? effects : effects + [.findDrafts]
  }

  /// Takes in what happened and returns what comes of it.
  public mutating func update(_ event: Event) -> Reaction {
    guard let event = current(event) else { return [] }
    let place = place
    let notice = notice
    // What puts something at risk is done when it is asked for twice, with nothing in between.
    let risk = risk(of: event)
    let isAskedFirst = risk != nil && risk != caution
    if event.isAct { caution = isAskedFirst ? risk : nil }
    var reaction = isAskedFirst ? [] : react(to: event)
    if self.place != place {
      reaction.occurrences.append(.turned(from: place))
      if self.notice == notice { self.notice = nil }
    }
    if self.place == .inventory, session.isOpen {
      reaction = reaction + settle(inventory.update(.needed))
      reaction = reaction + settle(choices.update(.networksNeeded))
    }
    if step != nil, session.isOpen { reaction = reaction + settle(choices.update(.needed)) }
    if event.mayLeaveOneChoice {
      _ = form.update(.choicesChanged(choices), coverage: choices.coverage.whole)
    }
    if event.isOccasionToSave, ordered == nil {
      // What has to be on disk comes before what else should happen.
      reaction = records.update(.progressed(progress)) + reaction
    }
    note(reaction.effects)
    return reaction
  }

  // MARK: Questions to the account

  /// The event, unless it answers what is not waited for any more: that changes nothing.
  public func current(_ event: Event) -> Event? {
    guard case .answered(let event, to: let ticket) = event else { return event }
    return ticket == self.ticket(for: ticket.effect) ? event : nil
  }

  /// What an effect that has just been returned is carried out under, if its answer counts only as long as
  /// nobody has asked anew; `nil` if it counts whatever happens.
  public func ticket(for effect: Effect) -> Ticket? {
    guard effect.kind == .account else { return nil }
    return questions[effect].map { Ticket(effect: effect, serial: $0) }
  }

  private mutating func note(_ effects: [Effect]) {
    for effect in effects where effect.kind == .account {
      questionsAsked += 1
      questions[effect] = questionsAsked
    }
  }

  // MARK: Handing on

  private mutating func react(to event: Event) -> Reaction {
    switch event {
    case .session(.keyNeeded) where place != .outcomeUnknown,
      .choices(.reloadPressed) where step == nil, .form(.submitPressed) where step != .review:
      []
    case .form(let event) where event.goesAbout && step == nil:
      []
    case .session(let event): settle(session.update(event))
    case .choices(let event): settle(choices.update(event))
    case .form(let event): settle(form.update(event, coverage: choices.coverage.whole))
    case .submission(let event): settle(submission.update(event))
    case .connection(let event): settle(updateConnection(event))
    case .inventory(.opened) where !mayOpenList: []
    case .inventory(let event): settle(inventory.update(event))
    case .waitingOpened: openWaiting()
    case .connectionClosed: closeConnection()
    case .anotherPressed: orderAnother()
    case .records(let event): settle(records.update(event))
    case .saveReceiptPressed: saveReceipt()
    case .saveRequestPressed where !records.keepsFiles:
      settle(.happened(.noticed(.demoSavesNothing)))
    case .saveRequestPressed: [.saveRequest(form.draft.requestSoFar)]
    case .clockTicked(let now): clockTicked(now)
    case .quitConfirmed: [.leave]
    case .discardConfirmed: [.removeDraft, .leave]
    case .stayed, .interrupted, .answered: []
    }
  }

  /// Lets the other flows know what has happened in one of them.
  private mutating func settle(_ reaction: Reaction) -> Reaction {
    var all = reaction
    for occurrence in reaction.occurrences { all = all + follow(occurrence) }
    return all
  }

  private mutating func follow(_ occurrence: Occurrence) -> Reaction {
    switch occurrence {
    case .movedOn:
      report = nil
    case .failed(let report):
      self.report = report
      if case .keyNotChecked(let failure) = report, !failure.isOutcomeUnknown { refusal = failure }
    case .keyRejected(let failure, let creation):
      return askForAnotherKey(because: failure, creating: creation)
    case .signInBegan:
      return accountChanged()
    case .signedIn:
      refusal = nil
      if session.destination.isDemo { _ = records.update(.demoStarted) }
      if step != nil { return settle(choices.update(.needed)) + checkWaiting() }
      return place == .outcomeUnknown ? settle(submission.update(.lookPressed)) : []
    case .notListed(let failure):
      // Choices that come late take nobody away from an order under way or its result.
      guard case .keyRejected = failure, step != nil else { return [] }
      return askForAnotherKey(because: failure, creating: .nothing)
    case .networksCame:
      return nameNetworks()
    case .coverageCame:
      return settle(form.update(.coverageCame, coverage: choices.coverage.whole))
    case .networkCreated(let network):
      return settle(choices.update(.networkCreated(network))) + nameNetworks()
    case .networkNotCreated(let failure):
      return networkNotCreated(failure)
    case .confirmed(let request):
      return settle(submission.update(.confirmed(request)))
    case .outdated(let listings):
      return settle(choices.update(.outdated(listings)))
    case .notCreated(let failure):
      refusal = failure
    case .refused(let status, let errors):
      return settle(
        form.update(.refused(status: status, errors), coverage: choices.coverage.whole))
    case .created(let connect, at: let date):
      ordered = Connection(
        connect.ordered(with: form.draft), orderedAt: date,
        request: try? form.draft.makeRequest(), isDemo: session.destination.isDemo)
      return saveReceipt()
    case .chosen(let connect):
      return open(connect)
    case .draftResumed(let draft):
      return resume(draft)
    case .remembered(let draft):
      return settle(form.update(.remembered(draft), coverage: choices.coverage.whole))
    case .noticed(let notice):
      self.notice = notice
    case .waitingChanged:
      return checkWaiting()
    case .looked, .followed, .played, .waitingEnded, .gone, .draftFiled, .receiptFiled, .turned,
      .takenApart:
      break
    }
    return []
  }

  /// What was asked with another key is not waited for any more.
  private mutating func accountChanged() -> Reaction {
    questions = [:]
    hasCheckedWaiting = false
    return settle(records.update(.accountChanged))
      + settle(choices.update(.accountChanged))
      + settle(form.update(.accountChanged, coverage: nil))
      + settle(submission.update(.accountChanged))
      + settle(updateConnection(.accountChanged)) + settle(inventory.update(.accountChanged))
  }

  /// Asks for another key, to come back to the same place with every answer kept.
  private mutating func askForAnotherKey(
    because failure: APIFailure, creating creation: Report.Creation
  ) -> Reaction {
    guard !session.needsKey else { return [] }
    refusal = failure
    return settle(session.update(.keyNeeded))
      + settle(.happened(.failed(.failed(failure, creating: creation))))
  }

  private mutating func networkNotCreated(_ failure: APIFailure) -> Reaction {
    // It is no word about an order that is under way or done.
    guard step != nil else { return [] }
    guard case .keyRejected = failure else {
      return settle(.happened(.failed(.failed(failure, creating: .network))))
    }
    return askForAnotherKey(because: failure, creating: .network)
  }

  private mutating func resume(_ draft: SavedDraft) -> Reaction {
    report = nil
    let made = form.update(.resumed(draft.progress), coverage: choices.coverage.whole)
    let notice = Notice.resumed(savedAt: draft.savedAt, toRepeat: form.fieldsToRepeat)
    let noticed = made + settle(.happened(.noticed(notice)))
    guard draft.progress.mayBeOrdered else { return noticed }
    _ = submission.update(.resumed(draft.progress.attempts))
    guard place == .outcomeUnknown else { return noticed }
    return noticed + settle(submission.update(.lookPressed))
  }

  private mutating func saveReceipt() -> Reaction {
    guard let ordered, !ordered.isGone, let date = ordered.orderedAt else { return [] }
    return settle(
      records.update(
        .created(ordered.connect, at: date, withholding: form.draft.confidentialAnswers)))
  }

  // MARK: Cross connects

  /// Asks the API, once for each key, whether orders have yet to be accepted as their receipts say.
  private mutating func checkWaiting() -> Reaction {
    guard !hasCheckedWaiting, session.isOpen, !records.waiting.isEmpty else { return [] }
    hasCheckedWaiting = true
    return Reaction(records.waiting.prefix(3).map { .checkWaiting(id: $0.connect.id) })
  }

  /// Shows the most urgent of the orders that have yet to be accepted, and asks for it as it is now.
  private mutating func openWaiting() -> Reaction {
    guard mayOpenList, let order = records.waiting.first else { return [] }
    opened = Connection(
      order.connect, orderedAt: order.orderedAt, isDemo: session.destination.isDemo)
    return settle(updateConnection(.checkStatusPressed))
  }

  /// Lets the list of cross connects know what their networks are called.
  private mutating func nameNetworks() -> Reaction {
    settle(inventory.update(.networksKnown(choices.networks.value ?? ChoiceList([]))))
  }

  private mutating func updateConnection(_ event: Connection.Event) -> Reaction {
    opened != nil ? opened?.update(event) ?? [] : ordered?.update(event) ?? []
  }

  /// The list can be opened from anywhere but an order under way.
  public var mayOpenList: Bool {
    switch place {
    case .step, .result: true
    case .signIn, .sending, .outcomeUnknown, .inventory: false
    }
  }

  /// Shows a cross connect of the list, and asks for it as it is now.
  private mutating func open(_ connect: VirtualCrossConnect) -> Reaction {
    if Identifier(connect.id) != ordered.map({ Identifier($0.connect.id) }) {
      opened = Connection(connect, orderedAt: nil, isDemo: session.destination.isDemo)
    } else {
      opened = nil
    }
    return settle(updateConnection(.checkStatusPressed))
  }

  private mutating func closeConnection() -> Reaction {
    guard opened != nil else { return [] }
    opened = nil
    return settle(inventory.update(.opened))
  }

  /// Puts into the form what a cross connect was ordered with, but for what is only its own.
  private mutating func orderAnother() -> Reaction {
    guard let connection, obstacleToAnother == nil else { return [] }
    _ = form.update(.resembles(connection.connect), coverage: choices.coverage.whole)
    opened = nil
    return .happened(.movedOn)
  }

  private mutating func clockTicked(_ now: Date) -> Reaction {
    switch place {
    case .outcomeUnknown: settle(submission.update(.clockTicked(now)))
    case .result: settle(updateConnection(.clockTicked(now)))
    case .step: settle(records.update(.clockTicked(now)))
    case .signIn, .sending, .inventory: []
    }
  }

  /// What an act puts at risk now, so that it has to be asked for twice.
  private func risk(of event: Event) -> Caution? {
    switch event {
    case .records(.discardFoundPressed):
      records.offered.first?.progress.mayBeOrdered == true ? .discardsOrder : nil
    case .discardConfirmed:
      mayHaveOrdered ? .discardsOrder : nil
    case .quitConfirmed:
      isSending ? .leavesOrder : hasUnseenKey ? .leavesUnseenKey : nil
    case .submission(.stopWaitingPressed):
      isSending ? .stopsWaiting : nil
    case .submission(.createAgainPressed):
      submission.unresolved?.mayCreateAgain == true ? .ordersTwice : nil
    case .connection(.actionPressed(let action)):
      connection?.interrupts(action) == true ? .interrupts(action) : nil
    case .anotherPressed:
      form.hasOwnAnswers ? .replacesAnswers : nil
    case .form(.generateKeyPressed(let id)):
      form.draft[id].isEmpty ? nil : .replacesKey(id)
    case .session, .choices, .form, .submission, .connection, .inventory, .waitingOpened,
      .connectionClosed, .records, .saveReceiptPressed, .saveRequestPressed,
      .clockTicked, .stayed, .interrupted, .answered:
      nil
    }
  }
}

// MARK: - What front ends ask

extension App {
  /// Where the person is.
  public var place: Place { session.needsKey ? .signIn : placeBehind }

  /// Where the person is, or comes back to once signed in.
  private var placeBehind: Place {
    // Asked for many times a frame: nothing is copied for it.
    guard !inventory.isShown else { return .inventory }
    if case .some = opened { return .result }
    if case .some = ordered { return .result }
    return switch submission.state {
    case .open: .step(form.step)
    case .preparing, .sending: .sending
    case .unknown: .outcomeUnknown
    case .created: .result
    }
  }

  /// The page of the form the person is on.
  public var step: Step? {
    guard case .step(let step) = place else { return nil }
    return step
  }

  /// Whether signing in comes back to answers that were given.
  public var hasPlaceToReturnTo: Bool { placeBehind != .step(.network) || form.hasOwnAnswers }

  /// Why a cross connect like the one that is shown can't be ordered now.
  public enum ObstacleToAnother: Hashable, Sendable {
    /// A run of the program orders one.
    case ordered
    /// What was sent may exist: its answers are what it is known by.
    case mayHaveOrdered
  }

  /// Why another cross connect can't be ordered by this run; `nil` if it can.
  public var obstacleToAnother: ObstacleToAnother? {
    guard ordered == nil else { return .ordered }
    return mayHaveOrdered || submission.state != .open ? .mayHaveOrdered : nil
  }

  /// Whether there is a page to go back to.
  public var canGoBack: Bool { step != nil && form.canGoBack }

  /// The cross connect that is shown: the one that was opened, else the one that was ordered.
  public var connection: Connection? { opened ?? ordered }

  /// What has become of the order.
  public var order: Order {
    if let ordered {
      return ordered.isGone
        ? .gone(ordered.connect, wasAwaited: ordered.wasAwaited)
        : .created(ordered.connect, at: ordered.orderedAt ?? .distantPast)
    }
    return switch submission.state {
    case .open, .created: .open
    case .preparing(let request): .preparing(request)
    case .sending(let attempt): .sending(attempt)
    case .unknown(let unknown): .unknown(unknown)
    }
  }

  /// Whether the one POST is under way.
  private var isSending: Bool {
    if case .sending = submission.state { true } else { false }
  }

  /// Whether something that was sent may exist without its being known.
  public var mayHaveOrdered: Bool { submission.mayHaveOrdered }

  /// How a question is put to the person now.
  public func asking(of field: FieldDescriptor) -> Asking { form.asking(of: field, from: choices) }

  /// What there is to say about an answer.
  public func problems(of field: FieldDescriptor) -> [Problem] {
    form.problems(of: field, choices.coverage.whole)
  }

  /// What is shown beside a field: the problems in the summary, and warnings once it was left.
  public func shownFindings(for field: FieldDescriptor) -> [Finding] {
    form.shownFindings(for: field, choices.coverage.whole)
  }

  /// The title of the choice that was picked; what was typed if there is none.
  public func shownValue(of field: FieldDescriptor) -> String {
    guard case .choices(let list) = asking(of: field) else {
      let value = form.draft.value(of: field)
      let speed = field.choices == .bandwidths ? Bandwidth(parsing: value) : nil
      return speed?.description ?? DisplayText.visible(value)
    }
    return list.choice(form.draft[field.id])?.title ?? DisplayText.visible(form.draft[field.id])
  }

  /// The same choices for another draft's answers, to show what those identify.
  package func showing(_ draft: Draft) -> App {
    var other = self
    other.form = form.showing(draft)
    return other
  }

  /// Whether there is anything that a person would miss.
  public var hasSomethingToKeep: Bool {
    ordered == nil && records.keepsFiles && progress.isWorthKeeping
  }

  /// Whether the answer has a key that the person can't know, and was never shown.
  public var hasUnseenKey: Bool {
    guard let ordered, !ordered.isGone, records.keepsFiles, ordered.keyExposure == .none
    else { return false }
    return Circuit.allCases.contains { circuit in
      guard let key = ordered.connect.text(circuit.keyWire), !Identifier.isMasked(key) else {
        return false
      }
      // One key may have been typed for both circuits.
      return !Circuit.allCases.contains {
        form.draft.value($0.keyField) == key && !form.generatedKeys.contains($0.keyField)
      }
    }
  }

  /// When the program wants to hear of the time next, if something shown or due depends on it.
  ///
  /// A countdown changes once a second, the minutes left to accept a connection once a minute.
  public func nextTick(after now: Date) -> Date? {
    switch place {
    case .step(.review): submission.waitUntil.flatMap { $0 > now ? now + 1 : nil }
    case .step(.network):
      records.waiting.first.flatMap { Acceptance.nextTick(before: $0.deadline, after: now) }
    case .outcomeUnknown: submission.unresolved?.nextLook.map { _ in now + 1 }
    case .result: connection?.nextTick(after: now)
    case .sending: isSending ? now + 1 : nil
    case .signIn, .step, .inventory: nil
    }
  }

  /// How far the person has come, as a file may hold it.
  package var progress: DraftProgress {
    let (kept, withheld) = form.draft.withoutConfidentialAnswers
    let secrets = SecretFilter(form.draft.confidentialAnswers)
    return DraftProgress(
      destination: session.destination.baseURL.description, step: form.step,
      // What has answered itself will do so again.
      draft: form.hasOwnAnswers ? kept : Draft(),
      withheld: withheld.union(form.answersToRepeat), networkEntry: form.networkEntry,
      coverageEntry: form.coverageEntry,
      newNetworkName: secrets.concerns(form.newNetworkName) ? "" : form.newNetworkName,
      attempts: submission.attempts.map { $0.withoutConfidentialMembers(secrets) })
  }
}
