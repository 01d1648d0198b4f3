public import CrossConnect
public import FoundationEssentials
internal import TelnyxAPI

/// The whole program without a screen.
///
/// Both front ends drive it with events, and show its state. The app hands each event to its flow,
/// and tells the other flows what happened there.
public struct App: Hashable, Sendable {
  /// The account that requests go to.
  public private(set) var session: Session
  /// The networks and the coverage to choose from.
  public private(set) var choices = Choices()
  /// The answers.
  public private(set) var form = OrderForm()
  /// The sending of the order.
  public private(set) var submission = Submission()
  /// The cross connect that this run has created last, unless another order has begun since.
  @OnHeap public private(set) var ordered: Connection?
  /// Those that it has created before, in their order.
  public private(set) var orderedBefore: [Connection] = []
  /// Another cross connect, opened from the list.
  @OnHeap public private(set) var opened: Connection?
  /// Those whose page was left before it was known what has become of an action.
  private var leftInDoubt: [Connection] = []
  /// All cross connects of the account.
  public private(set) var inventory = Inventory()
  /// Drafts and receipts.
  public private(set) var records: Records

  /// Where the person is, since the last event.
  ///
  /// Every frame reads it many times, so it is worked out once an event.
  public private(set) var place = Place.signIn

  /// The report on the last call that failed.
  public private(set) var report: Report?
  /// The notice on this page.
  public private(set) var notice: Notice?
  /// The risky act that the person asked for once; asked for again, it is done.
  public private(set) var caution: Caution?
  /// Why the last order surely created nothing, or why the key was not accepted.
  private(set) var refusal: APIFailure?
  /// The ticket of each effect's newest start: an answer to an older one changes nothing.
  ///
  /// There are few. A dictionary's type would have to be put together before the first frame.
  private var questions: [Ticket] = []
  private var questionsAsked = 0
  /// What the person has ticked on pages of this run.
  private var ticked: [Ticks] = []
  /// The time before which the API wants no request, as the last page of a cross connect was told.
  private var restUntil: Date?

  /// What the person has ticked on the page of a cross connect.
  private struct Ticks: Hashable {
    let connectID: String
    let goals: Set<LifeStep.Goal>
  }

  /// What the program was started for.
  public enum Purpose: Hashable, Sendable {
    /// To order a cross connect.
    case ordering
    /// To see cross connects, first the one with this identifier or name.
    case managing(String?)
  }

  /// The seconds after which a request without an answer is given up.
  public let answerLimit: Int
  /// Whether the program was started to manage cross connects, not to order one.
  public private(set) var startsWithList: Bool

  /// A program that starts with the form or the list; without a key, with signing in.
  public init(
    destination: Destination, hasKey: Bool, for purpose: Purpose = .ordering, answerLimit: Int = 30,
    remembers: Bool = true
  ) {
    self.answerLimit = answerLimit
    session = Session(destination: destination, hasKey: hasKey)
    records = Records(
      keepsFiles: !destination.isDemo, remembers: remembers,
      offersOrdersOnly: purpose != .ordering)
    startsWithList = purpose != .ordering
    if case .managing(let wanted) = purpose { inventory = Inventory(wanted: wanted) }
    place = placeNow
  }

  /// The first effects: to start the demo, or to load the first page and look for drafts.
  public mutating func start() -> [Effect] {
    if startsWithList { _ = inventory.update(.shown) }
    place = placeNow
    let effects = update(.session(.opened)).effects
    return session.destination == .demo && !session.needsKey ? effects : effects + [.findDrafts]
  }

  /// Handles an event, and returns what comes of it.
  public mutating func update(_ event: Event) -> Reaction {
    guard let event = current(event) else { return [] }
    let before = place
    let notice = notice
    // What puts something at risk is done only if asked for twice, with nothing in between.
    let risk = risk(of: event)
    let isAskedFirst = risk != nil && risk != caution
    if event.isAct { caution = isAskedFirst ? risk : nil }
    var reaction = isAskedFirst ? [] : react(to: event)
    if case .leavesAction? = caution, !isActing { caution = nil }
    place = placeNow
    if place != before {
      reaction.occurrences.append(.turned(from: before))
      if self.notice == notice { self.notice = nil }
    }
    if place == .inventory, session.isOpen, restUntil == nil {
      reaction = reaction + settle(inventory.update(.needed))
      reaction = reaction + settle(choices.update(.networksNeeded))
    }
    if step != nil, session.isOpen {
      reaction = reaction + settle(choices.update(.needed))
      // The form's own lists come first; if they could not be had, this one can't either.
      if choices.areLoaded { reaction = reaction + settle(records.update(.waitingNeeded)) }
    }
    if event.mayLeaveOneChoice {
      _ = form.update(.choicesChanged(choices), coverage: choices.coverage.whole)
    }
    if event.isOccasionToSave, ordered == nil {
      // The draft has to be on disk before anything else happens.
      reaction =
        records.update(.progressed(progress, isNeeded: submission.isBeingSent)) + reaction
    }
    note(reaction.effects)
    return reaction
  }

  // MARK: Questions to the account

  /// The event; `nil` for an outdated answer: its effect was started again, the key has changed, or
  /// another cross connect is on the page than the one that it is about.
  public func current(_ event: Event) -> Event? {
    guard case .answered(let event, to: let ticket) = event else { return event }
    guard ticket == self.ticket(for: ticket.effect) else { return nil }
    return ticket.effect.connectID.map { $0 == connection?.connect.id } ?? true ? event : nil
  }

  /// The ticket for an effect that `update(_:)` has just returned; `nil` if its answer counts in
  /// any case.
  ///
  /// An answer under a ticket counts only until the effect is started again.
  public func ticket(for effect: Effect) -> Ticket? {
    guard effect.kind == .account else { return nil }
    return questions.first { $0.effect == effect }
  }

  private mutating func note(_ effects: [Effect]) {
    for effect in effects {
      if case .cancel(let ended) = effect {
        // An ended look is no failure to tell of.
        for case .checkStatus(let id) in ended {
          questions.removeAll { $0.effect == .checkStatus(id: id) }
        }
      }
      guard effect.kind == .account else { continue }
      questionsAsked += 1
      questions.removeAll { $0.effect == effect }
      questions.append(Ticket(effect: effect, serial: questionsAsked))
    }
  }

  // MARK: Handing on

  private mutating func react(to event: Event) -> Reaction {
    switch event {
    case .session(.keyNeeded) where place != .outcomeUnknown,
      .choices(.reloadPressed) where step == nil, .form(.submitPressed) where step != .review:
      []
    // The report that says so stays.
    case .form(.submitPressed) where submission.waitUntil != nil: .happened(.heldBack)
    // One of the order before, saved anew just before another began.
    case .records(.receiptSaved) where ordered == nil,
      .records(.receiptNotSaved) where ordered == nil:
      []
    case .form(let event) where event.goesAbout && step == nil:
      []
    case .session(let event): settle(session.update(event))
    case .choices(let event): settle(choices.update(event))
    case .form(let event): settle(form.update(event, coverage: choices.coverage.whole))
    case .submission(let event): settle(submission.update(event))
    case .connection(let event): settle(updateConnection(event))
    case .inventory(.opened) where !mayOpenList: []
    case .inventory(.opened): showList()
    case .inventory(.reloadPressed) where restUntil != nil: .happened(.heldBack)
    case .inventory(let event): settle(inventory.update(event))
    case .waitingOpened: openWaiting()
    case .connectionClosed where isActing, .anotherPressed where isActing: []
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

  /// Tells the other flows what has happened in one of them.
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
      if placeNow.step != nil { return settle(choices.update(.needed)) }
      if placeNow == .outcomeUnknown { return settle(submission.update(.lookPressed)) }
      let isInDoubt = placeNow == .result && connection?.isOutcomeOpen == true
      return isInDoubt ? settle(updateConnection(.checkStatusPressed)) : []
    case .notListed(let failure):
      // Choices that come late must not take a person away from an order, or from its result.
      guard case .keyRejected = failure, placeNow.step != nil || placeNow == .inventory
      else { return [] }
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
    case .created(let connect, by: let request, at: let date):
      ordered = Connection(
        connect.ordered(with: form.draft), orderedAt: date, request: request,
        at: session.destination)
      return saveReceipt()
    case .reopened:
      return settle(form.update(.reopened, coverage: choices.coverage.whole))
    case .chosen(let connect):
      return open(connect)
    case .draftResumed(let draft):
      return resume(draft)
    case .remembered(let draft):
      return settle(form.update(.remembered(draft), coverage: choices.coverage.whole))
    case .noticed(let notice):
      self.notice = notice
    case .followed:
      // What could not be asked is answered now.
      if case .notFollowed = report { report = nil }
    case .waitingChanged, .looked, .waitOver, .done, .settled, .played, .waitingEnded, .gone,
      .draftFiled, .receiptFiled, .turned, .takenApart, .addressesTakenApart, .addressesKept,
      .heldBack:
      break
    }
    return []
  }

  /// Forgets everything that was asked with another key.
  private mutating func accountChanged() -> Reaction {
    questions = []
    restUntil = nil
    return settle(records.update(.accountChanged))
      + settle(choices.update(.accountChanged))
      + settle(form.update(.accountChanged, coverage: nil))
      + settle(submission.update(.accountChanged))
      + settle(connectionsOfOtherAccount()) + settle(inventory.update(.accountChanged))
  }

  /// Lets no page take another account's "not found" for its end.
  private mutating func connectionsOfOtherAccount() -> Reaction {
    if opened != nil { _ = ordered?.update(.accountChanged) }
    for index in orderedBefore.indices { _ = orderedBefore[index].update(.accountChanged) }
    for index in leftInDoubt.indices { _ = leftInDoubt[index].update(.accountChanged) }
    return updateConnection(.accountChanged)
  }

  /// Asks for another key; then the person is back in the same place, with every answer.
  private mutating func askForAnotherKey(
    because failure: APIFailure, creating creation: Report.Creation
  ) -> Reaction {
    guard !session.needsKey else { return [] }
    refusal = failure
    return settle(session.update(.keyNeeded))
      + settle(.happened(.failed(.failed(failure, creating: creation))))
  }

  private mutating func networkNotCreated(_ failure: APIFailure) -> Reaction {
    // A network says nothing about an order that is under way or done.
    guard placeNow.step != nil else { return [] }
    guard case .keyRejected = failure else {
      return settle(.happened(.failed(.failed(failure, creating: .network))))
    }
    return askForAnotherKey(because: failure, creating: .network)
  }

  private mutating func resume(_ draft: SavedDraft) -> Reaction {
    report = nil
    startsWithList = false
    _ = inventory.update(.closed)
    let made = form.update(.resumed(draft.progress), coverage: choices.coverage.whole)
    let notice = Notice.resumed(
      savedAt: draft.savedAt, toRepeat: draft.progress.fieldsToRepeat,
      madeAnew: draft.progress.keysMadeAnew)
    let noticed = made + settle(.happened(.noticed(notice)))
    guard draft.progress.mayBeOrdered else { return noticed }
    _ = submission.update(.resumed(draft.progress.attempts))
    guard placeNow == .outcomeUnknown else { return noticed }
    return noticed + settle(submission.update(.lookPressed))
  }

  private mutating func saveReceipt() -> Reaction {
    guard let ordered, !ordered.isGone else { return [] }
    return settle(
      records.update(.created(ordered, withholding: form.draft.confidentialAnswers)))
  }

  // MARK: Cross connects

  /// Opens the most urgent order that has to be accepted, and asks for its present state.
  private mutating func openWaiting() -> Reaction {
    guard mayOpenList, let order = records.waiting.first else { return [] }
    return open(
      order.connect, orderedAt: order.orderedAt, mayBeElsewhere: !records.isWaitingListed)
  }

  /// Tells the list of cross connects the names of their networks.
  private mutating func nameNetworks() -> Reaction {
    settle(inventory.update(.networksKnown(choices.networks.value ?? ChoiceList([]))))
  }

  private mutating func updateConnection(_ event: Connection.Event) -> Reaction {
    let reaction = opened != nil ? opened?.update(event) ?? [] : ordered?.update(event) ?? []
    guard let connection else { return reaction }
    let id = connection.connect.id
    ticked.removeAll { $0.connectID == id }
    if !connection.ticked.isEmpty {
      ticked.append(Ticks(connectID: id, goals: connection.ticked))
    }
    restUntil = connection.waitUntil
    if let place = orderedBefore.firstIndex(where: { $0.connect.id == id }) {
      let exposure = orderedBefore[place].keyExposure
      orderedBefore[place] = connection
      _ = orderedBefore[place].update(.keysSeen(exposure))
    }
    guard connection.knowsWhetherAccepted else { return reaction }
    let isWaiting = Acceptance(of: connection) != nil
    return reaction + records.update(.waitingSeen(id: id, isWaiting: isWaiting))
  }

  /// Whether the list can be opened: not at sign-in or while a request is under way.
  public var mayOpenList: Bool {
    switch place {
    case .step: true
    // The answer to an action belongs to its page.
    case .result: !isActing
    case .signIn, .sending, .outcomeUnknown, .inventory: false
    }
  }

  /// Whether a request is under way that changes the cross connect on the page.
  public var isActing: Bool { connection?.action != nil }

  /// Whether there is something behind the list to go back to.
  public var canCloseList: Bool { !startsWithList || connection != nil }

  /// Opens a cross connect of the list, and asks for its present state.
  private mutating func open(
    _ connect: VirtualCrossConnect, orderedAt: Date? = nil, mayBeElsewhere: Bool = false
  ) -> Reaction {
    guard ordered?.connect.isCalled(connect.id) != true else {
      leavePage()
      let end = restUntil
      ordered?.rest(until: end)
      return settle(updateConnection(.checkStatusPressed))
    }
    // A page that is open already keeps what was typed into it, and its wait.
    if opened?.connect.isCalled(connect.id) == true {
      return settle(updateConnection(.checkStatusPressed))
    }
    // Answers about what is not shown don't count.
    _ = ordered?.update(.answersDropped)
    leavePage()
    opened =
      pageInDoubt(of: connect)
      ?? Connection(
        connect, orderedAt: orderedAt, at: session.destination,
        ticked: ticked.first { $0.connectID == connect.id }?.goals ?? [],
        waitUntil: restUntil, mayBeElsewhere: mayBeElsewhere)
    return [.recall(id: connect.id)] + settle(updateConnection(.checkStatusPressed))
  }

  private mutating func closeConnection() -> Reaction {
    guard opened != nil else { return [] }
    leavePage()
    return showList()
  }

  /// Leaves the page of the opened cross connect; what is not known of it yet stays to be asked for.
  private mutating func leavePage() {
    if let opened, opened.isOutcomeOpen, !orderedBefore.contains(where: opened.isSame(as:)) {
      leftInDoubt.append(opened)
    }
    opened = nil
  }

  /// The page of a cross connect as it was left, if it is not known what has become of an action.
  private mutating func pageInDoubt(of connect: VirtualCrossConnect) -> Connection? {
    let left = (leftInDoubt + orderedBefore).first {
      $0.isOutcomeOpen && $0.connect.isCalled(connect.id)
    }
    guard var left else { return nil }
    leftInDoubt.removeAll(where: left.isSame(as:))
    _ = left.update(.answersDropped)
    left.rest(until: restUntil)
    return left
  }

  /// Opens the list; before the API may be asked, with what is known of it.
  private mutating func showList() -> Reaction {
    guard restUntil != nil else { return settle(inventory.update(.opened)) }
    return settle(inventory.update(.shown)) + settle(.happened(.movedOn))
  }

  /// Fills the form with the answers for another cross connect like the one on the page.
  private mutating func orderAnother() -> Reaction {
    guard let connection, obstacleToAnother == nil else { return [] }
    let begun = settle(
      records.update(.anotherBegan(after: ordered.flatMap { WaitingOrder($0) })))
    if let ordered {
      orderedBefore.append(ordered)
      self.ordered = nil
      submission = Submission()
      refusal = nil
    }
    let filled = settle(
      form.update(.resembles(connection.connect), coverage: choices.coverage.whole))
    leavePage()
    startsWithList = false
    return begun + filled + settle(.happened(.movedOn))
  }

  private mutating func clockTicked(_ now: Date) -> Reaction {
    switch place {
    case .outcomeUnknown, .step(.review): settle(submission.update(.clockTicked(now)))
    case .result: settle(updateConnection(.clockTicked(now)))
    case .step: settle(records.update(.clockTicked(now)))
    case .inventory: restEnds(at: now)
    case .signIn, .sending: []
    }
  }

  /// Ends the time in which the API wants no request; then the list is asked for if it is needed.
  private mutating func restEnds(at now: Date) -> Reaction {
    if let end = restUntil, now >= end { restUntil = nil }
    return []
  }

  /// What an act puts at risk now; then the person has to ask for it twice.
  private func risk(of event: Event) -> Caution? {
    switch event {
    case .records(.discardFoundPressed):
      records.offered.first?.progress.mayBeOrdered == true ? .discardsOrder : nil
    case .discardConfirmed:
      mayHaveOrdered || hasOnlyDraft ? .discardsOrder : riskOfLeaving
    case .quitConfirmed:
      isSending ? .leavesOrder : riskOfLeaving
    case .form(.submitPressed) where step == .review:
      records.keepsFiles && records.draftFile.isFailure ? .ordersUnrecorded : nil
    case .submission(.stopWaitingPressed):
      isSending ? .stopsWaiting : nil
    case .submission(.createAgainPressed):
      submission.unresolved?.mayCreateAgain == true ? .ordersTwice : nil
    case .connection(.actionPressed(let action)):
      connection != nil && action.asksTwice ? .acts(action) : nil
    case .anotherPressed where ordered != nil:
      hasUnseenKey ? .ordersAnotherWithoutKey : nil
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

extension App {
  private var riskOfLeaving: Caution? {
    connection?.action.map { .leavesAction($0) } ?? (hasUnseenKey ? .leavesUnseenKey : nil)
  }

  /// Whether the draft of what was created is its only record.
  private var hasOnlyDraft: Bool {
    guard let ordered, !ordered.isGone, records.keepsFiles else { return false }
    return records.receiptFile.path == nil
  }
}

// MARK: - What front ends ask

extension App {
  /// Where what has happened so far leads to; within an event it may be another place than `place`.
  private var placeNow: Place { session.needsKey ? .signIn : placeBehind }

  /// The place apart from signing in: where the person is, or comes back to.
  private var placeBehind: Place {
    guard !inventory.isShown else { return .inventory }
    guard opened == nil, ordered == nil else { return .result }
    return switch submission.state {
    case .open: .step(form.step)
    case .preparing, .sending: .sending
    case .unknown: .outcomeUnknown
    case .created: .result
    }
  }

  /// The page of the form the person is on.
  public var step: Step? { place.step }

  /// Whether signing in leads back to answers that the person gave.
  public var hasPlaceToReturnTo: Bool { placeBehind != .step(.network) || form.hasOwnAnswers }

  /// Why another cross connect can't be ordered now.
  public enum ObstacleToAnother: Hashable, Sendable {
    /// The answers in the form are the only record of the order before.
    case notRecorded
    /// An order that was sent may exist, and the answers in the form are needed to find it.
    case mayHaveOrdered
  }

  /// Why another cross connect can't be ordered now; `nil` if it can.
  public var obstacleToAnother: ObstacleToAnother? {
    guard !mayHaveOrdered else { return .mayHaveOrdered }
    return hasOnlyDraft ? .notRecorded : nil
  }

  /// Whether there is a page to go back to.
  public var canGoBack: Bool { step != nil && form.canGoBack }

  /// The cross connect on the page: the opened one, or else the ordered one.
  public var connection: Connection? { opened ?? ordered }

  /// The cross connects that this run has ordered, the one on the page, and those whose page was
  /// left in doubt, each once and as it was seen last.
  public var connections: [Connection] {
    let shown = [ordered, opened].compactMap(\.self)
    let earlier = (orderedBefore + leftInDoubt).filter { !shown.contains(where: $0.isSame(as:)) }
    return earlier + shown
  }

  /// Whether nobody knows what has become of an order or of an action.
  var isOutcomeOpen: Bool {
    mayHaveOrdered || connections.contains { !$0.openActions.isEmpty }
  }

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

  /// Whether an order may exist that nobody knows of yet.
  public var mayHaveOrdered: Bool { submission.mayHaveOrdered }

  /// How the form asks a question now.
  public func asking(of field: FieldDescriptor) -> Asking { form.asking(of: field, from: choices) }

  /// The problems of an answer.
  public func problems(of field: FieldDescriptor) -> [Problem] {
    form.problems(of: field, choices.coverage.whole)
  }

  /// What is shown beside a field: its problems in the summary, and its warnings once the person
  /// left it.
  public func shownFindings(for field: FieldDescriptor) -> [Finding] {
    form.shownFindings(for: field, choices.coverage.whole)
  }

  /// The title of the choice for the answer; the typed answer if there is none.
  public func shownValue(of field: FieldDescriptor) -> String {
    let value = form.draft.value(of: field)
    guard case .choices(let list) = asking(of: field) else {
      let speed = field.choices == .bandwidths ? Bandwidth(parsing: value) : nil
      return speed?.description ?? DisplayText.visible(value)
    }
    return list.choice(value)?.title ?? DisplayText.visible(value)
  }

  /// The same choices with another draft's answers, to show that draft's values.
  package func showing(_ draft: Draft) -> App {
    var other = self
    other.form = form.showing(draft)
    return other
  }

  /// Whether there is anything that the person would miss.
  public var hasSomethingToKeep: Bool {
    ordered == nil && records.keepsFiles && progress.isWorthKeeping
  }

  /// Whether the API's answer has a key that was never shown, and that the person didn't type.
  public var hasUnseenKey: Bool {
    guard let ordered, !ordered.isGone, records.keepsFiles, ordered.keyExposure == .none
    else { return false }
    return Circuit.allCases.contains { circuit in
      guard let key = ordered.connect.text(circuit.keyWire), !Identifier.isMasked(key) else {
        return false
      }
      // The person may have typed one key for both circuits.
      return !Circuit.allCases.contains {
        form.draft.value($0.keyField) == key && !form.generatedKeys.contains($0.keyField)
      }
    }
  }

  /// The time before which the API wants no request of the person's present place.
  public var heldBackUntil: Date? {
    switch place {
    case .step(.review): submission.waitUntil
    case .outcomeUnknown: submission.unresolved?.notBefore
    case .result: connection?.waitUntil
    case .inventory: restUntil
    case .signIn, .step, .sending: nil
    }
  }

  /// Whether the API refused the order until a time that is over.
  public var isWaitOver: Bool {
    guard case .failed(.tooManyRequests(let wait, _), creating: .crossConnect)? = report
    else { return false }
    return wait != nil && submission.waitUntil == nil
  }

  /// When the program next has to hear of the time; `nil` if nothing depends on it.
  ///
  /// A countdown changes once a second, the minutes left to accept a connection once a minute.
  public func nextTick(after now: Date) -> Date? {
    switch place {
    case .step(.review), .outcomeUnknown: submission.nextTick(after: now)
    case .step(.network):
      records.waiting.first.flatMap { Acceptance.nextTick(before: $0.deadline, after: now) }
    case .result: connection?.nextTick(after: now)
    case .sending: isSending ? now + 1 : nil
    case .inventory: restUntil.map { $0 > now ? now + 1 : now }
    case .signIn, .step: nil
    }
  }

  /// How far the person has come, without anything confidential.
  package var progress: DraftProgress {
    let (kept, withheld) = form.draft.withoutConfidentialAnswers
    let secrets = SecretFilter(form.draft.confidentialAnswers)
    return DraftProgress(
      destination: session.destination.baseURL.description, step: form.step,
      // What answered itself will do so again.
      draft: form.hasOwnAnswers ? kept : Draft(),
      withheld: withheld.union(form.answersToRepeat), networkEntry: form.networkEntry,
      coverageEntry: form.coverageEntry,
      newNetworkName: secrets.concerns(form.newNetworkName) ? "" : form.newNetworkName,
      attempts: submission.attempts.map { $0.maskingConfidentialMembers(secrets) })
  }
}
