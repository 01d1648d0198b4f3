internal import CrossConnect
package import FoundationEssentials
package import TelnyxAPI

/// Looking for an order whose outcome isn't known.
extension Wizard {
  /// Looks for the order, or first whether the account in use is the order's.
  package mutating func look() -> [Effect] {
    guard case .unknown(var unknown) = order, !unknown.isLooking, let network = unknown.network
    else { return [] }
    unknown.isLooking = true
    unknown.isAskingAgain = false
    order = .unknown(unknown)
    return unknown.needsAccountCheck
      ? [.checkAccount(hasNetwork: network)] : [.look(onNetwork: network)]
  }

  mutating func accountChecked(_ result: Result<Bool, APIFailure>, at date: Date) -> [Effect] {
    guard case .unknown(var unknown) = order, unknown.isLooking, let network = unknown.network
    else { return [] }
    switch result {
    case .success(true):
      unknown.needsAccountCheck = false
      order = .unknown(unknown)
      return [.look(onNetwork: network)]
    case .success(false):
      note(.otherAccount, in: unknown, at: date)
    case .failure(let failure):
      note(.failed(failure), in: unknown, at: date)
    }
    return []
  }

  package mutating func looked(_ list: CrossConnectList, at date: Date) {
    guard case .unknown(var unknown) = order, unknown.isLooking else { return }
    let candidates = unknown.candidates(in: list, receivedAt: date)
    if let found = candidates.first, candidates.count == 1, found.isSurelyIt, list.failure == nil {
      accept(found, of: unknown)
      return
    }
    unknown.candidates = candidates
    if !candidates.isEmpty {
      note(.candidates(candidates.count), in: unknown, at: date)
    } else {
      note(list.failure.map { .failed($0) } ?? .missing, in: unknown, at: date)
    }
  }

  private mutating func note(
    _ finding: UnknownOrder.Look.Finding, in unknown: UnknownOrder, at date: Date
  ) {
    var unknown = unknown
    unknown.isLooking = false
    unknown.looks.append(.init(at: date, finding: finding))
    unknown.notBefore = nil
    order = .unknown(unknown)
    guard case .failed(let failure) = finding else { return }
    if case .tooManyRequests(let wait?, _) = failure {
      unknown.notBefore = wait.end(answered: date)
      order = .unknown(unknown)
    }
    if case .keyRejected = failure { askForAnotherKey(because: failure, creating: .nothing) }
  }

  mutating func takeCandidate(_ id: String) {
    guard case .unknown(let unknown) = order,
      let candidate = unknown.candidates.first(where: { $0.connect.id == id })
    else { return }
    isTakenInDoubt = true
    accept(candidate, of: unknown)
  }

  mutating func dismissCandidate(_ id: String) {
    guard case .unknown(var unknown) = order else { return }
    unknown.dismissed.insert(Identifier(id))
    unknown.candidates.removeAll { $0.connect.id == id }
    order = .unknown(unknown)
  }

  private mutating func accept(_ found: Candidate, of unknown: UnknownOrder) {
    isOrderedAgain = unknown.attempts.count > 1
    order = .created(
      found.connect.ordered(with: draft), at: found.orderedAt ?? unknown.sentAt ?? .distantPast)
    place = .result
  }

  /// Asks for the key of the account that the order was sent for.
  mutating func askForOtherAccountsKey() {
    placeAfterSignIn = place
    place = .signIn
    report = nil
  }
}

extension Candidate {
  /// Whether nothing about it is in doubt.
  fileprivate var isSurelyIt: Bool { isNew && differences.isEmpty }
}
