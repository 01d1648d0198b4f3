public import CrossConnect
public import FoundationEssentials
public import TelnyxAPI

/// One order: sent at most once for each confirmation, and looked for if its outcome isn't known.
public struct Submission: Hashable, Sendable {
  /// What can happen to it.
  public enum Event: Hashable, Sendable {
    /// The person wants this request sent.
    case confirmed(CreateVXCRequest)
    /// The cross connects on the network before the order is sent, as far as they could be read.
    case connectsNoted(CrossConnectList, at: Date)
    case orderSent(at: Date)
    case orderAnswered(Result<VirtualCrossConnect, APIFailure>, at: Date)
    case stopWaitingPressed
    case lookPressed
    case createAgainPressed
    /// The API was asked whether the account of the key in use has the order's network.
    case accountChecked(Result<Bool, APIFailure>, at: Date)
    case lookAnswered(CrossConnectList, at: Date)
    /// The person says that this cross connect is the order.
    case candidateTaken(String)
    /// The person says that this cross connect is not the order.
    case candidateDismissed(String)
    case clockTicked(Date)
    /// Orders of an earlier run, with an unknown outcome.
    case resumed([Attempt])
    /// From now on, another account's key may be in use.
    case accountChanged
  }

  /// How far the order has come.
  public indirect enum State: Hashable, Sendable {
    /// Nothing was sent, or what was sent surely created nothing.
    case open
    /// The program notes what is on the network, to tell the order from it; nothing is sent yet.
    case preparing(CreateVXCRequest)
    /// The one POST is under way.
    case sending(Attempt)
    /// The request was sent, and its outcome isn't known.
    case unknown(UnknownOrder)
    /// The cross connect exists; nothing more is sent.
    case created
  }

  /// How far the order has come.
  public private(set) var state = State.open
  /// The time before which the API wants no order; the clock ends it.
  public private(set) var waitUntil: Date?
  /// Whether the order was sent more than once, so that there may be a second cross connect.
  public private(set) var isOrderedAgain = false
  /// Whether the person took a cross connect for the order, without proof.
  public private(set) var isTakenInDoubt = false
  /// The order of unknown outcome, while it is sent once more or is back on the review.
  @OnHeap private var earlier: UnknownOrder?

  /// The order of unknown outcome, also while it is sent once more.
  public var unresolved: UnknownOrder? {
    if case .unknown(let unknown) = state { return unknown }
    return earlier
  }

  /// Whether an order may exist that nobody knows of yet.
  public var mayHaveOrdered: Bool {
    if case .sending = state { return true }
    return unresolved != nil
  }

  /// Whether the order is about to leave, but may not have left yet.
  var isBeingSent: Bool {
    guard case .sending(let attempt) = state else { return false }
    return attempt.sentAt == nil
  }

  /// Whether the API is asked what is on the network: before the order, or to look for it.
  public var isAsking: Bool {
    switch state {
    case .preparing: true
    case .unknown(let unknown): unknown.isLooking
    case .open, .sending, .created: false
    }
  }

  /// Every sending of unknown outcome, also the one under way.
  var attempts: [Attempt] {
    let earlier = unresolved?.attempts ?? []
    guard case .sending(let attempt) = state else { return earlier }
    return earlier + [attempt]
  }

  /// Handles an event, and returns what comes of it.
  mutating func update(_ event: Event) -> Reaction {
    switch event {
    case .confirmed(let request): confirmed(request)
    case .connectsNoted(let list, at: let date): prepared(list, at: date)
    case .orderSent(let date): sent(at: date)
    case .orderAnswered(.success(let connect), at: let date): created(connect, at: date)
    case .orderAnswered(.failure(let failure), at: let date): failed(failure, at: date)
    case .stopWaitingPressed: stopWaiting()
    case .lookPressed: unresolved?.notBefore == nil ? look() : .happened(.heldBack)
    case .createAgainPressed: createAgain()
    case .accountChecked(let result, at: let date): accountChecked(result, at: date)
    case .lookAnswered(let list, at: let date): looked(list, at: date)
    case .candidateTaken(let id): take(id)
    case .candidateDismissed(let id): dismiss(id)
    case .clockTicked(let now): clockTicked(now)
    case .resumed(let attempts): resume(attempts)
    case .accountChanged: accountChanged()
    }
  }

  // MARK: Sending

  /// Begins the one sending of the order: first the program notes what is on the network.
  ///
  /// While the order is under way, and after it, nothing is sent again.
  private mutating func confirmed(_ request: CreateVXCRequest) -> Reaction {
    guard state == .open else { return [] }
    return prepare(request)
  }

  private mutating func prepare(_ request: CreateVXCRequest) -> Reaction {
    guard let network = request["network_id"]?.text else { return [] }
    state = .preparing(request)
    return [.noteConnects(onNetwork: network)]
  }

  /// Sends the order, even if the note could not be made; not again if the earlier one has
  /// appeared meanwhile.
  private mutating func prepared(_ list: CrossConnectList, at date: Date) -> Reaction {
    guard case .preparing(let request) = state else { return [] }
    if var unknown = earlier, !unknown.candidates(in: list, receivedAt: date).isEmpty {
      unknown.isLooking = true
      earlier = nil
      state = .unknown(unknown)
      return looked(list, at: date)
    }
    state = .sending(Attempt(request, sentAt: nil, note: ConnectNote(list)))
    return [.send(request)]
  }

  private mutating func sent(at date: Date) -> Reaction {
    guard case .sending(var attempt) = state else { return [] }
    attempt.sentAt = date
    state = .sending(attempt)
    return []
  }

  private mutating func stopWaiting() -> Reaction {
    switch state {
    case .preparing(let request):
      // Nothing was sent yet.
      state = earlier.map { .unknown($0) } ?? .open
      earlier = nil
      return Reaction(
        request["network_id"]?.text.map { [.cancel([.noteConnects(onNetwork: $0)])] } ?? [])
    case .sending(let attempt):
      return [.cancel([.send(attempt.request)])]
    case .open, .unknown, .created:
      return []
    }
  }

  // MARK: Answers

  private mutating func created(_ connect: VirtualCrossConnect, at date: Date) -> Reaction {
    let request = attempts.last?.request
    isOrderedAgain = earlier != nil
    earlier = nil
    state = .created
    return .happened(.created(connect, by: request, at: date))
  }

  private mutating func failed(_ failure: APIFailure, at date: Date) -> Reaction {
    guard case .sending(var attempt) = state else { return [] }
    if failure.isOutcomeUnknown {
      attempt.sentAt = attempt.sentAt ?? date
      if case .outcomeUnknown(let reason) = failure { attempt.reason = reason.forDraft }
      var unknown = UnknownOrder((earlier?.attempts ?? []) + [attempt], reason: failure)
      unknown.dismissed = earlier?.dismissed ?? []
      unknown.notBefore = failure.wait?.end(answered: date)
      earlier = nil
      state = .unknown(unknown)
      // The clock looks once the API may be asked.
      return unknown.notBefore.map { $0 > date } == true ? [] : look()
    }
    // A second attempt that surely created nothing says nothing about the first.
    if var unknown = earlier {
      unknown.notBefore = failure.wait?.end(answered: date)
      state = .unknown(unknown)
      earlier = nil
      return .happened(.notCreated(failure), .failed(.secondAttemptFailed(failure)))
        + keyRejected(failure, creating: .nothing)
    }
    state = .open
    return Reaction.happened(.notCreated(failure)) + refused(failure, at: date)
  }

  private mutating func refused(_ failure: APIFailure, at date: Date) -> Reaction {
    switch failure {
    case .keyRejected:
      return keyRejected(failure, creating: .crossConnect)
    case .refused(let status, let errors) where !errors.isEmpty:
      return .happened(.refused(status: status, errors))
    case .tooManyRequests(let wait, _):
      waitUntil = wait?.end(answered: date)
    case .refused, .intercepted, .notSent, .incomplete, .outcomeUnknown:
      break
    }
    return .happened(.failed(.failed(failure, creating: .crossConnect)))
  }

  private func keyRejected(_ failure: APIFailure, creating creation: Report.Creation) -> Reaction {
    guard case .keyRejected = failure else { return [] }
    return .happened(.keyRejected(failure, creating: creation))
  }

  /// Sends the same order once more, after enough looks without a candidate; one from a draft
  /// goes back to the review.
  private mutating func createAgain() -> Reaction {
    guard case .unknown(let unknown) = state, unknown.mayCreateAgain else { return [] }
    guard unknown.notBefore == nil else { return .happened(.heldBack) }
    earlier = unknown
    guard !unknown.isFromDraft, let request = unknown.request else {
      // The person has to type again what no draft keeps.
      state = .open
      return .happened(.movedOn, .reopened)
    }
    return Reaction([], [.movedOn]) + prepare(request)
  }

  private mutating func resume(_ attempts: [Attempt]) -> Reaction {
    state = .unknown(UnknownOrder(attempts, reason: .outcomeUnknown(.earlierRun)))
    return []
  }

  // MARK: Looking

  /// Looks for the order; first, if needed, it checks that the account is the order's.
  private mutating func look() -> Reaction {
    guard case .unknown(var unknown) = state, !unknown.isLooking, let network = unknown.network
    else { return [] }
    unknown.isLooking = true
    state = .unknown(unknown)
    return unknown.needsAccountCheck
      ? [.checkAccount(hasNetwork: network)] : [.look(onNetwork: network)]
  }

  private mutating func accountChecked(
    _ result: Result<Bool, APIFailure>, at date: Date
  ) -> Reaction {
    guard case .unknown(var unknown) = state, unknown.isLooking, let network = unknown.network
    else { return [] }
    switch result {
    case .success(true):
      unknown.needsAccountCheck = false
      state = .unknown(unknown)
      return [.look(onNetwork: network)]
    case .success(false):
      return note(.otherAccount, in: unknown, at: date)
    case .failure(let failure):
      return note(.failed(failure), in: unknown, at: date)
    }
  }

  private mutating func looked(_ list: CrossConnectList, at date: Date) -> Reaction {
    guard case .unknown(var unknown) = state, unknown.isLooking else { return [] }
    let candidates = unknown.candidates(in: list, receivedAt: date)
    if let found = candidates.first, candidates.count == 1, found.isSurelyIt, list.failure == nil {
      return accept(found, of: unknown)
    }
    unknown.candidates = candidates
    guard candidates.isEmpty else {
      return note(.candidates(candidates.count), in: unknown, at: date)
    }
    return note(list.failure.map { .failed($0) } ?? .missing, in: unknown, at: date)
  }

  private mutating func note(
    _ finding: UnknownOrder.Look.Finding, in unknown: UnknownOrder, at date: Date
  ) -> Reaction {
    var unknown = unknown
    unknown.isLooking = false
    unknown.looks.append(.init(at: date, finding: finding))
    unknown.notBefore = nil
    if case .failed(let failure) = finding {
      unknown.notBefore = failure.wait?.end(answered: date)
    }
    state = .unknown(unknown)
    guard case .failed(let failure) = finding else { return .happened(.looked) }
    return .happened(.looked) + keyRejected(failure, creating: .nothing)
  }

  private mutating func take(_ id: String) -> Reaction {
    guard case .unknown(let unknown) = state,
      let candidate = unknown.candidates.first(where: { $0.connect.id == id })
    else { return [] }
    isTakenInDoubt = true
    return accept(candidate, of: unknown)
  }

  private mutating func dismiss(_ id: String) -> Reaction {
    guard case .unknown(var unknown) = state else { return [] }
    unknown.dismissed.insert(Identifier(id))
    unknown.candidates.removeAll { $0.connect.id == id }
    state = .unknown(unknown)
    return []
  }

  private mutating func accept(_ found: Candidate, of unknown: UnknownOrder) -> Reaction {
    isOrderedAgain = unknown.attempts.count > 1
    state = .created
    let requests = unknown.attempts.map(\.request)
    let agreeing = requests.first { $0.differences(from: found.connect).isEmpty }
    return .happened(
      .created(
        found.connect, by: agreeing ?? requests.last,
        at: found.orderedAt ?? unknown.sentAt ?? .distantPast))
  }

  private mutating func clockTicked(_ now: Date) -> Reaction {
    guard case .unknown(var unknown) = state else {
      guard let end = waitUntil, now >= end else { return [] }
      waitUntil = nil
      return .happened(.waitOver)
    }
    if let end = unknown.notBefore, now >= end { unknown.notBefore = nil }
    state = .unknown(unknown)
    guard let due = unknown.nextLook, now >= due else { return [] }
    return look()
  }

  /// When the program next has to hear of the time; `nil` if nothing here depends on it.
  func nextTick(after now: Date) -> Date? {
    guard case .unknown(let unknown) = state else {
      // At its end, too, however late the person comes back to the review.
      return waitUntil.map { $0 > now ? now + 1 : now }
    }
    return unknown.nextLook ?? unknown.notBefore == nil ? nil : now + 1
  }

  private mutating func accountChanged() -> Reaction {
    waitUntil = nil
    if var unknown = earlier {
      unknown.needsAccountCheck = true
      earlier = unknown
    }
    guard case .unknown(var unknown) = state else { return [] }
    unknown.isLooking = false
    unknown.needsAccountCheck = true
    unknown.notBefore = nil
    state = .unknown(unknown)
    return []
  }
}

extension Candidate {
  /// Whether it is the order beyond doubt.
  fileprivate var isSurelyIt: Bool { isNew && differences.isEmpty }
}
