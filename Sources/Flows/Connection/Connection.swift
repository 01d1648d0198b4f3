public import CrossConnect
public import FoundationEssentials
public import TelnyxAPI

/// One cross connect: its last answer from the API, and what is done with it.
public struct Connection: Hashable, Sendable {
  /// What can happen to it.
  public enum Event: Hashable, Sendable {
    case checkStatusPressed
    /// To do something with it.
    case actionPressed(ConnectionAction)
    /// To wait until it is provisioned, or gone if Telnyx is deleting it; or to stop waiting.
    case waitPressed
    case followAnswered(Result<VirtualCrossConnect, APIFailure>, at: Date)
    case performed(ConnectionAction, Result<VirtualCrossConnect, APIFailure>, at: Date)
    case sheetOpened(Sheet)
    case sheetClosed
    case addressEdited(AddressForm.Field, String)
    /// The person has done with a field, or has pasted into it: it may have both ends.
    case addressLeft(AddressForm.Field)
    case addressesConfirmed
    case deletionEdited(String)
    case deletionConfirmed
    /// The person has done a step that no answer shows.
    case ticked(LifeStep.Goal)
    /// Its receipt was read.
    case recalled(Receipt)
    /// To let the cloud's side of a demo accept it.
    case playPressed
    case cloudPlayed(Result<[Circuit: ConnectionAction.AddressPair], APIFailure>)
    /// The BGP keys of the answer were shown or copied.
    case keysSeen(KeyExposure)
    /// To write the files with keys for the cloud's commands.
    case keyFilesPressed
    /// The files with keys of the cross connect with this identifier were written.
    case keyFilesWritten(Result<[String], StorageFailure>, id: String)
    case clockTicked(Date)
    /// Answers to requests so far don't count any more: another key is in use, or another page is
    /// shown.
    case answersDropped
    /// From now on, another account's key may be in use.
    case accountChanged
  }

  /// A part of the page that asks or shows one thing.
  public enum Sheet: Hashable, Sendable {
    /// The form for the addresses that the cloud has told.
    case addresses
    /// The question whether to delete it.
    case deletion
    /// The commands for the cloud's side.
    case commands
  }

  private struct Unsettled: Hashable {
    let action: ConnectionAction
    let failure: APIFailure
  }

  /// The API's last answer.
  public private(set) var connect: VirtualCrossConnect
  /// When it was ordered, by our clock, if known: the time to accept it starts then.
  ///
  /// It is when the answer to the order came or, of one found later, when it was created or sent.
  public private(set) var orderedAt: Date?
  /// The request, if this run has ordered it, or its receipt has it: then without keys.
  public private(set) var request: CreateVXCRequest?
  /// Whether it does not exist any more.
  public private(set) var isGone = false
  /// Whether it vanished, or Telnyx began to delete it, while the person waited for its
  /// provisioning.
  public private(set) var wasAwaited = false
  /// Whether a request for its status is under way.
  public private(set) var isFollowing = false
  /// The action under way.
  public private(set) var action: ConnectionAction?
  /// The actions of which nobody knows whether they were done, and why not.
  private var unsettled: [Unsettled] = []
  /// The time before which the API wants no request.
  public private(set) var waitUntil: Date?
  /// Whether the page was opened while the API wanted no request, and has the list's answer.
  private var isOpenedLate: Bool
  /// Whether the program keeps asking until it is provisioned, or gone if Telnyx is deleting it.
  public private(set) var isWaiting = false
  /// Whether the account of the key in use has not shown it yet: another one may have it.
  private var mayBeElsewhere: Bool
  private var poller: Poller?
  private let isDemo: Bool
  /// How many times as fast as in life its time passes.
  let speed: Double
  /// The length of the wait in seconds, once it is provisioned.
  public private(set) var secondsWaited: Int?
  /// When the last look came; `nil` before the first.
  public private(set) var lastFollowed: Date?
  /// Whether the BGP keys were copied or shown.
  public private(set) var keyExposure = KeyExposure.none
  /// The paths of the files with keys, once the person has asked for them.
  public private(set) var keyFiles: Result<[String], StorageFailure>?
  /// The sheet that is open.
  public private(set) var sheet: Sheet?
  /// The form for the addresses that the cloud tells.
  public private(set) var addresses: AddressForm
  /// The problems in the sheet.
  public private(set) var problems: [SheetProblem] = []
  /// The steps that the person has done at the cloud, which no answer shows.
  public private(set) var ticked: Set<LifeStep.Goal> = []
  /// Whether a secondary was added on this page: then a later step proves no earlier one.
  private var hasAddedSecondary = false
  /// The name as typed, to delete it.
  public private(set) var deletionText = ""

  /// A cross connect.
  ///
  /// - Parameters:
  ///   - connect: The API's answer.
  ///   - orderedAt: When it was ordered, by our clock, if known.
  ///   - request: The request, if this run has ordered it.
  ///   - destination: Where it is; a demo is asked for it as often as possible.
  ///   - ticked: The steps that the person has done at the cloud.
  ///   - waitUntil: The time before which the API wants no request.
  ///   - mayBeElsewhere: Whether it comes from a receipt, not from an answer to the key in use.
  public init(
    _ connect: VirtualCrossConnect, orderedAt: Date?, request: CreateVXCRequest? = nil,
    at destination: Destination? = nil, ticked: Set<LifeStep.Goal> = [], waitUntil: Date? = nil,
    mayBeElsewhere: Bool = false
  ) {
    self.mayBeElsewhere = mayBeElsewhere
    isDemo = destination?.isDemo == true
    speed = destination?.speed ?? 1
    self.ticked = ticked
    self.waitUntil = waitUntil
    isOpenedLate = waitUntil != nil
    self.connect = connect
    addresses = AddressForm(for: connect)
    self.orderedAt = orderedAt
    self.request = request
  }

  /// Whether it is known that it was accepted, or by when it has to be.
  var knowsWhetherAccepted: Bool {
    isGone || !connect.isJustCreated || orderedAt != nil || ticked.contains(.accepted)
  }

  /// The steps to traffic, with those that the person has ticked.
  public var steps: [(step: LifeStep, progress: VirtualCrossConnect.Progress)] {
    connect.steps(ticked: ticked, isProof: !hasAddedSecondary)
  }

  /// When waiting began; `nil` until the first answer.
  public var waitingSince: Date? { isWaiting ? poller?.startedAt : nil }

  /// Whether the outcome of an action is not known.
  public var isOutcomeOpen: Bool { !unsettled.isEmpty }
  /// The actions of which nobody knows whether they were done: under way, or without a usable answer.
  public var openActions: [ConnectionAction] {
    unsettled.map(\.action).filter { $0 != action } + [action].compactMap(\.self)
  }

  /// Whether `other` is the page of the same cross connect.
  func isSame(as other: Connection) -> Bool { connect.isCalled(other.connect.id) }

  /// Whether a request about it is under way.
  public var isBusy: Bool { isFollowing || action != nil }
  /// When its status is asked for next: in a wait, or to learn what has become of an action.
  public var nextFollow: Date? { isGone || isBusy ? nil : poller?.due }

  /// Handles an event, and returns what comes of it.
  public mutating func update(_ event: Event) -> Reaction {
    guard !isGone else { return [] }
    switch event {
    case .checkStatusPressed:
      return ask()
    case .actionPressed(let action):
      return perform(action)
    case .waitPressed:
      return wait()
    case .followAnswered(let result, at: let now):
      isFollowing = false
      return heard(result, at: now, doubt: unsettled.last) { .notFollowed($0) }
    case .performed(let action, let result, at: let now):
      self.action = nil
      let doubt = unsettled.first { $0.action == action }
      let isDeleting = action == .delete
      return heard(result, at: now, isLook: false, isDeleting: isDeleting, doubt: doubt) {
        .notPerformed(action, $0)
      } + concluded(action, result, at: now)
    case .sheetOpened(let sheet):
      self.sheet = sheet
      problems = []
      deletionText = ""
      return .happened(.movedOn)
    case .sheetClosed:
      let hasAnswers = sheet == .addresses && addresses.hasAnswers
      sheet = nil
      return hasAnswers ? .happened(.movedOn, .addressesKept) : .happened(.movedOn)
    case .addressEdited(let field, let text):
      guard AnswerLength.fits(text) else { break }
      addresses[field] = text
      problems.removeAll { $0.field == field }
    case .addressLeft(let field):
      guard addresses.takeApart(field) else { break }
      problems.removeAll { $0.field?.circuit == field.circuit }
      return .happened(.addressesTakenApart(field.circuit))
    case .addressesConfirmed:
      return setAddresses()
    case .deletionEdited(let text):
      guard AnswerLength.fits(text) else { break }
      deletionText = text
      problems = []
    case .deletionConfirmed:
      return delete()
    case .ticked(let goal):
      if ticked.remove(goal) == nil { ticked.insert(goal) }
      return [.keepTicks(ticked, id: connect.id)]
    case .recalled(let receipt):
      recall(receipt)
    case .playPressed:
      return [.playCloud(id: connect.id)]
    case .cloudPlayed(.success(let told)):
      ticked.insert(.accepted)
      for (circuit, pair) in told { addresses.fill(circuit, with: pair) }
      return .happened(.movedOn, .played)
    case .cloudPlayed(.failure(let failure)):
      return failed(failure, at: lastFollowed ?? .distantPast, .notFollowed(failure))
    case .keysSeen(let exposure):
      keyExposure = max(keyExposure, exposure)
    case .keyFilesPressed:
      return [.writeKeyFiles(connect)]
    case .keyFilesWritten(let result, id: let id):
      guard id == connect.id else { break }
      keyFiles = result
      if case .success = result { keyExposure = max(keyExposure, .copied) }
    case .clockTicked(let now):
      if let end = waitUntil, now >= end {
        waitUntil = nil
        if isOpenedLate { return ask() }
      }
      guard let due = nextFollow, now >= due else { break }
      isFollowing = true
      return [.checkStatus(id: connect.id)]
    case .accountChanged:
      mayBeElsewhere = true
      return update(.answersDropped)
    case .answersDropped:
      isFollowing = false
      action = nil
      // A wait begins with its first answer.
      if poller == nil { isWaiting = false }
    }
    return []
  }

  /// Takes what only we know: when it was ordered, what was, and what the person has done.
  private mutating func recall(_ receipt: Receipt) {
    guard receipt.connectID == connect.id else { return }
    orderedAt = receipt.answeredAt
    request = request ?? receipt.order
    ticked.formUnion(receipt.ticked)
  }

  /// Whether a secondary circuit was ordered that the answer does not have.
  public var lacksSecondary: Bool {
    request?.asksForSecondary == true && !connect.answersSecondary
      && connect.provider?.rules.circuits == .optionalSecondary
  }

  /// The values that are not as they were ordered.
  public var differences: [Candidate.Difference] {
    request?.differences(from: connect).filter { $0.found != nil } ?? []
  }

  /// Takes over from another page until when the API wants no request.
  mutating func rest(until end: Date?) {
    guard let end, waitUntil.map({ $0 < end }) ?? true else { return }
    waitUntil = end
    isOpenedLate = true
  }

  // MARK: Asking

  private mutating func ask() -> Reaction {
    guard !isBusy else { return [] }
    guard waitUntil == nil else { return .happened(.heldBack) }
    isFollowing = true
    return Reaction([.checkStatus(id: connect.id)], [.movedOn])
  }

  /// Whether there is something to wait for.
  public var canBeAwaited: Bool { !isGone && !connect.isProvisioned }

  private mutating func wait() -> Reaction {
    guard !isWaiting, canBeAwaited else {
      isWaiting = false
      if !isOutcomeOpen { poller = nil }
      return .happened(.movedOn)
    }
    guard waitUntil == nil else { return .happened(.heldBack) }
    poller = nil
    isWaiting = true
    secondsWaited = nil
    wasAwaited = false
    return ask()
  }

  private mutating func heard(
    _ result: Result<VirtualCrossConnect, APIFailure>, at now: Date, isLook: Bool = true,
    isDeleting: Bool = false, doubt: Unsettled?, _ report: (APIFailure) -> Report
  ) -> Reaction {
    waitUntil = nil
    if isWaiting || isOutcomeOpen { poll(from: now) }
    switch result {
    case .success(let answer):
      isOpenedLate = false
      mayBeElsewhere = false
      lastFollowed = now
      poller?.heard(at: now, wait: nil)
      let before = connect
      orderedAt = orderedAt ?? answer.createdAt(receivedAt: now)
      connect = connect.updated(by: answer)
      // A form that can't be sent any more gives way to the page, which says why.
      if sheet == .addresses, connect.obstacle(to: .setAddresses(addresses.pairs)) != nil {
        sheet = nil
      }
      addresses.follow(connect)
      let isForeign = !isDeleting && !unsettled.contains { $0.action == .delete }
      wasAwaited =
        wasAwaited || isForeign && isWaiting && answer.isDeleting && !before.isDeleting
      return .happened(.followed(before: before)) + settle()
        + (answer.isProvisioned || answer.isDeleting && !before.isDeleting
          ? endWaiting(at: now) : [])
    case .failure(let failure):
      poller?.heard(at: now, wait: failure.wait)
      waitUntil = failure.wait?.end(answered: now)
      let open = doubt.map { Report.notLookedUp($0.action, $0.failure, look: failure) }
      return failed(failure, at: now, isLook: isLook, open ?? report(failure))
    }
  }

  /// Says what has become of the actions of unknown outcome, now that an answer tells.
  private mutating func settle() -> Reaction {
    let open = unsettled
    guard !open.isEmpty else { return [] }
    unsettled = []
    if !isWaiting { poller = nil }
    return open.reduce(Reaction([])) { $0 + settled($1) }
  }

  private mutating func settled(_ open: Unsettled) -> Reaction {
    let action = open.action
    guard !connect.isDone(action) else {
      return .happened(.movedOn, .settled(action)) + done(action)
    }
    return .happened(
      .failed(
        connect.isPartlyDone(action)
          ? .notAllDone(action, lacking: connect.lacking(after: action), in: connect)
          : .notDone(action, open.failure)))
  }

  /// What is done at the cloud has to be done for a secondary that was added, too.
  private mutating func done(_ action: ConnectionAction) -> Reaction {
    guard action == .addSecondary else { return [] }
    hasAddedSecondary = true
    ticked = []
    return [.keepTicks(ticked, id: connect.id)]
  }

  private mutating func failed(
    _ failure: APIFailure, at now: Date, isLook: Bool = true, _ report: Report
  ) -> Reaction {
    switch failure {
    case .refused(status: 404, _) where mayBeElsewhere:
      return .happened(.failed(.notInAccount)) + endWaiting(at: now)
    case .refused(status: 404, _):
      isGone = true
      unsettled = []
      wasAwaited = wasAwaited || isWaiting && !connect.isDeleting
      sheet = nil
      return endWaiting(at: now) + .happened(.gone)
    case .refused where isLook:
      return .happened(.failed(report)) + endWaiting(at: now)
    case .keyRejected:
      return endWaiting(at: now)
        + .happened(.keyRejected(failure, creating: .nothing), .failed(report))
    case .refused, .tooManyRequests, .notSent, .intercepted, .outcomeUnknown, .incomplete:
      return .happened(.failed(report))
    }
  }

  private mutating func endWaiting(at now: Date) -> Reaction {
    guard isWaiting else {
      poller = nil
      return []
    }
    if connect.isProvisioned, let poller {
      secondsWaited = Int(now.timeIntervalSince(poller.startedAt).rounded())
    }
    isWaiting = false
    poller = nil
    return .happened(.waitingEnded)
  }

  // MARK: Doing

  private mutating func perform(_ action: ConnectionAction) -> Reaction {
    guard self.action == nil, connect.obstacle(to: action) == nil else { return [] }
    guard waitUntil == nil else { return .happened(.heldBack) }
    self.action = action
    // A look under way would tell what was before it.
    let look: [Effect] = isFollowing ? [.cancel([.checkStatus(id: connect.id)])] : []
    isFollowing = false
    return Reaction(
      look + [.perform(action, id: connect.id, provider: connect.provider)], [.movedOn])
  }

  /// Says whether the answer to an action has it; asks for the status if it leaves that open.
  private mutating func concluded(
    _ action: ConnectionAction, _ result: Result<VirtualCrossConnect, APIFailure>, at now: Date
  ) -> Reaction {
    switch result {
    case .success:
      sheet = nil
      let lacking = connect.lacking(after: action)
      return done(action)
        + (lacking.isEmpty
          ? .happened(.done(action))
          : .happened(.failed(.notAllDone(action, lacking: lacking, in: connect))))
    case .failure(let failure) where failure.isOutcomeUnknown && !isGone:
      // The page says more than a form that must not be sent again.
      sheet = nil
      unsettled.removeAll { $0.action == action }
      unsettled.append(Unsettled(action: action, failure: failure))
      poll(from: now)
      poller?.heard(at: now, wait: failure.wait)
      // Else the clock asks, once the API may be asked.
      guard waitUntil == nil else { return [] }
      isFollowing = true
      return [.checkStatus(id: connect.id)]
    case .failure:
      // A rejected key ends what asks on, but not the doubt about an action before.
      if isOutcomeOpen, !isGone { poll(from: now) }
      return []
    }
  }

  /// Begins to ask again and again, unless that has begun.
  private mutating func poll(from now: Date) {
    guard poller == nil else { return }
    poller = Poller(at: now, longest: isDemo ? Poller.shortest : Poller.longest)
  }

  private mutating func setAddresses() -> Reaction {
    problems = addresses.fields.compactMap(addresses.problem)
    return problems.isEmpty ? perform(.setAddresses(addresses.pairs)) : []
  }

  private mutating func delete() -> Reaction {
    guard connect.isNamed(by: deletionText.trimmed) else {
      problems = [SheetProblem(nil, .otherName)]
      return []
    }
    return perform(.delete)
  }

  /// When the program next has to hear of the time; `nil` if nothing here depends on it.
  func nextTick(after now: Date) -> Date? {
    guard !isGone else { return nil }
    guard !isWaiting, poller == nil else { return isBusy ? nil : now + 1 }
    // At its end, too, however late this page hears of it.
    if let waitUntil { return waitUntil > now ? now + 1 : now }
    return Acceptance(of: self).flatMap { Acceptance.nextTick(before: $0.deadline, after: now) }
  }
}

extension VirtualCrossConnect {
  /// What a person may type for it: its name, or the first block of its identifier; blanks at the
  /// ends don't count.
  public var shortNames: [String] {
    [text("name"), String(id.prefix { $0 != "-" })].compactMap { $0 }.filter { !$0.isEmpty }
  }

  /// Whether `typed` is its name, its identifier, or the first block of it.
  public func isNamed(by typed: String) -> Bool {
    typed == id || shortNames.contains { $0.trimmed == typed }
  }
}
