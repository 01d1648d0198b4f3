internal import CrossConnect
internal import FoundationEssentials
internal import TelnyxAPI

extension Wizard {
  package mutating func order(_ message: Message) -> [Effect] {
    switch message {
    case .submitPressed:
      return submit()
    case .connectsNoted(let list, at: _):
      return prepared(list)
    case .orderSent(let date):
      if case .sending(var attempt) = order {
        attempt.sentAt = date
        order = .sending(attempt)
      }
    case .orderAnswered(.success(let connect), at: let date):
      order = .created(connect.ordered(with: draft), at: date)
      isOrderedAgain = earlierOrder != nil
      earlierOrder = nil
      place = .result
    case .orderAnswered(.failure(let failure), at: let date):
      return failed(failure, at: date)
    case .stopWaitingPressed:
      return stopWaiting()
    case .lookPressed:
      return look()
    case .createAgainPressed:
      return createAgain()
    case .lookAnswered(let list, at: let date):
      looked(list, at: date)
    case .accountChecked(let result, at: let date):
      return accountChecked(result, at: date)
    case .candidateTaken(let id):
      takeCandidate(id)
    case .candidateDismissed(let id):
      dismissCandidate(id)
    case .otherKeyPressed:
      if case .unknown = order { askForOtherAccountsKey() }
    default:
      break
    }
    return []
  }

  /// Begins the one sending of the order: first it is noted what is on the network.
  ///
  /// While it is under way, and after, nothing is sent again.
  private mutating func submit() -> [Effect] {
    guard place == .step(.review), order == .open else { return [] }
    report = nil
    waitUntil = nil
    problems = Step.allCases.flatMap(blocking(in:))
    guard problems.isEmpty, let request = try? draft.makeRequest() else { return [] }
    return prepare(request)
  }

  private mutating func prepare(_ request: CreateVXCRequest) -> [Effect] {
    place = .sending
    guard let network = request["network_id"]?.text else { return [] }
    order = .preparing(request)
    return [.noteConnects(onNetwork: network)]
  }

  /// Sends the order, whether or not it could be noted what was there before.
  private mutating func prepared(_ list: CrossConnectList) -> [Effect] {
    guard case .preparing(let request) = order else { return [] }
    order = .sending(Attempt(request, sentAt: nil, note: ConnectNote(list)))
    return [.send(request)]
  }

  private mutating func stopWaiting() -> [Effect] {
    switch order {
    case .preparing(let request):
      // Nothing was sent yet.
      order = .open
      place = .step(.review)
      if let earlierOrder { returnToEarlierOrder(earlierOrder, because: nil) }
      return request["network_id"]?.text.map { [.cancel([.noteConnects(onNetwork: $0)])] } ?? []
    case .sending(let attempt):
      return [.cancel([.send(attempt.request)])]
    case .open, .created, .gone, .unknown:
      return []
    }
  }

  private mutating func failed(_ failure: APIFailure, at date: Date) -> [Effect] {
    guard case .sending(var attempt) = order else { return [] }
    order = .open
    lastRefusal = failure
    if failure.isOutcomeUnknown {
      attempt.sentAt = attempt.sentAt ?? date
      var unknown = UnknownOrder((earlierOrder?.attempts ?? []) + [attempt], reason: failure)
      unknown.dismissed = earlierOrder?.dismissed ?? []
      earlierOrder = nil
      order = .unknown(unknown)
      place = .outcomeUnknown
      return look()
    }
    if let earlierOrder {
      returnToEarlierOrder(earlierOrder, because: failure)
      return []
    }
    switch failure {
    case .keyRejected:
      askForAnotherKey(because: failure, creating: .crossConnect)
    case .refused(let status, let errors) where !errors.isEmpty:
      place = .step(.review)
      problems = errors.map(placed)
      if ![400, 404, 409, 422].contains(status) {
        problems.append(Problem(field: nil, .blocks("The status was \(status)."), isFromAPI: true))
      }
      return reload(choicesOf: problems)
    case .refused, .intercepted, .notSent, .tooManyRequests, .incomplete, .outcomeUnknown:
      place = .step(.review)
      report = .failed(failure, creating: .crossConnect)
      if case .tooManyRequests(let wait?, _) = failure { waitUntil = wait.end(answered: date) }
    }
    return []
  }

  /// Finds the field an error is about by the last name in its pointer that is a field's key.
  ///
  /// An error about something that isn't asked keeps its key in the sentence.
  private func placed(_ error: APIError) -> Problem {
    let message = DisplayText.visible(error.message)
    for key in error.keys {
      guard let field = draft.fields.first(where: { $0.isSent(as: key) }) else { continue }
      return Problem(field: field.id, .blocks(message), isFromAPI: true)
    }
    let known = error.keys.first { key in
      CloudProvider.allCases.contains { $0.rules.fields.contains { $0.isSent(as: key) } }
    }
    let key = (known ?? error.key).map { "\(DisplayText.visible($0)): " } ?? ""
    return Problem(field: nil, .blocks(key + message), isFromAPI: true)
  }

  /// Sends the same order once more, after it was missing often enough and the person was asked twice.
  private mutating func createAgain() -> [Effect] {
    guard case .unknown(var unknown) = order, unknown.mayCreateAgain else { return [] }
    guard unknown.isAskingAgain else {
      unknown.isAskingAgain = true
      order = .unknown(unknown)
      return []
    }
    unknown.isAskingAgain = false
    earlierOrder = unknown
    report = nil
    guard !unknown.isFromDraft, let request = unknown.request else {
      order = .open
      place = .step(.review)
      return []
    }
    return prepare(request)
  }

  /// A second attempt that surely created nothing says nothing about the first.
  private mutating func returnToEarlierOrder(
    _ earlier: UnknownOrder, because failure: APIFailure?
  ) {
    earlierOrder = nil
    order = .unknown(earlier)
    place = .outcomeUnknown
    guard let failure else { return }
    report = .secondAttemptFailed(failure)
    if case .keyRejected = failure { askForAnotherKey(because: failure, creating: .nothing) }
  }

  /// The order whose outcome isn't known, also while it is being sent once more.
  public var unresolvedOrder: UnknownOrder? {
    if case .unknown(let unknown) = order { return unknown }
    return earlierOrder
  }

  /// Whether something that was sent may exist without its being known.
  public var mayHaveOrdered: Bool {
    if case .sending = order { return true }
    return unresolvedOrder != nil
  }
}
