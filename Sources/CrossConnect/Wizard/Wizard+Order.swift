internal import FoundationEssentials

extension Wizard {
  mutating func order(_ message: Message) -> [Effect] {
    switch message {
    case .submitPressed:
      return submit()
    case .orderSent(let date):
      if case .sending(let request, since: _) = order { order = .sending(request, since: date) }
    case .orderAnswered(.success(let connect), at: let date):
      order = .created(connect.ordered(for: draft.provider), at: date)
      place = .result
    case .orderAnswered(.failure(let failure), at: let date):
      return failed(failure, at: date)
    case .stopWaitingPressed:
      guard case .sending(let request, since: _) = order else { return [] }
      return [.cancel([.send(request)])]
    case .lookPressed:
      return look()
    case .createAgainPressed:
      return createAgain()
    case .lookAnswered(let result, at: let date):
      looked(result, at: date)
    default:
      break
    }
    return []
  }

  /// Sends the order, once: while it is under way, and after, nothing is sent again.
  private mutating func submit() -> [Effect] {
    guard place == .step(.review), order == .open else { return [] }
    report = nil
    waitUntil = nil
    problems = Step.allCases.flatMap(blocking(in:))
    guard problems.isEmpty, let request = try? draft.makeRequest() else { return [] }
    order = .sending(request, since: nil)
    place = .sending
    return [.send(request)]
  }

  private mutating func failed(_ failure: APIFailure, at date: Date) -> [Effect] {
    guard case .sending(let request, let sentAt) = order else { return [] }
    let earlier = earlierOrder
    earlierOrder = nil
    order = .open
    lastRefusal = failure
    if let earlier, !failure.isOutcomeUnknown {
      returnToEarlierOrder(earlier, because: failure)
      return []
    }
    switch failure {
    case .keyRejected:
      askForAnotherKey(because: failure, created: .nothing("cross connect"))
    case .refused(_, let errors) where !errors.isEmpty:
      place = .step(.review)
      problems = errors.map(placed)
      return reload(choicesOf: problems)
    case .refused, .notSent, .tooManyRequests:
      place = .step(.review)
      report = FailureReport(failure, created: .nothing("cross connect"))
      if case .tooManyRequests(let wait?, _) = failure { waitUntil = wait.end(answered: date) }
    case .outcomeUnknown:
      order = .unknown(
        UnknownOrder(
          request: request, sentAt: earlier?.sentAt ?? sentAt ?? date, reason: failure))
      place = .outcomeUnknown
      return look()
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

  mutating func look() -> [Effect] {
    guard case .unknown(var unknown) = order, !unknown.isLooking,
      let network = unknown.request["network_id"]?.text
    else { return [] }
    unknown.isLooking = true
    order = .unknown(unknown)
    return [.look(onNetwork: network)]
  }

  /// Sends the same order once more, after it was missing often enough and the person was asked twice.
  private mutating func createAgain() -> [Effect] {
    guard case .unknown(var unknown) = order, unknown.mayCreateAgain else { return [] }
    guard unknown.isAskingAgain else {
      unknown.isAskingAgain = true
      order = .unknown(unknown)
      return []
    }
    guard !unknown.isFromDraft else {
      order = .open
      place = .step(.review)
      return []
    }
    earlierOrder = unknown
    order = .sending(unknown.request, since: nil)
    place = .sending
    return [.send(unknown.request)]
  }

  private mutating func looked(
    _ result: Result<[VirtualCrossConnect], APIFailure>, at date: Date
  ) {
    guard case .unknown(var unknown) = order else { return }
    unknown.isLooking = false
    switch result {
    case .success(let list):
      if let found = list.first(where: unknown.matches) {
        order = .created(found.ordered(for: draft.provider), at: date)
        place = .result
        return
      }
      unknown.looks.append(.init(at: date, failure: nil))
    case .failure(let failure):
      unknown.looks.append(.init(at: date, failure: failure))
      if case .keyRejected = failure { askForAnotherKey(because: failure, created: .notAsked) }
    }
    order = .unknown(unknown)
  }

  /// A second attempt that surely created nothing says nothing about the first.
  private mutating func returnToEarlierOrder(
    _ earlier: UnknownOrder, because failure: APIFailure
  ) {
    var earlier = earlier
    earlier.isAskingAgain = false
    order = .unknown(earlier)
    place = .outcomeUnknown
    report = FailureReport(secondAttempt: failure)
    if case .keyRejected = failure { askForAnotherKey(because: failure, created: .notAsked) }
  }
}
