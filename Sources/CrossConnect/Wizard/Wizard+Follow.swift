public import FoundationEssentials

extension Wizard {
  /// The seconds between two questions for the status while waiting.
  static let followInterval = 10.0

  mutating func follow(_ message: Message) -> [Effect] {
    guard case .created(let connect, at: let date) = order else { return [] }
    switch message {
    case .checkStatusPressed:
      return ask(.checkStatus(id: connect.id))
    case .enablePrimaryPressed:
      return ask(.enablePrimary(id: connect.id))
    case .waitPressed:
      isWaiting = !isWaiting && !connect.isProvisioned
      return isWaiting ? ask(.checkStatus(id: connect.id)) : []
    case .followAnswered(.success(let connect), at: let now):
      isFollowing = false
      lastFollowed = now
      order = .created(connect.ordered(for: draft.provider), at: date)
      if connect.isProvisioned { isWaiting = false }
    case .followAnswered(.failure(let failure), at: let now):
      isFollowing = false
      lastFollowed = now
      report = FailureReport(following: failure)
      if case .refused = failure { isWaiting = false }
      if case .keyRejected = failure {
        isWaiting = false
        askForAnotherKey(because: failure, created: .notAsked)
      }
    default:
      break
    }
    return []
  }

  private mutating func ask(_ effect: Effect) -> [Effect] {
    guard !isFollowing else { return [] }
    isFollowing = true
    report = nil
    return [effect]
  }

  /// When the status is asked for next, while waiting.
  public var nextFollow: Date? {
    guard isWaiting, !isFollowing else { return nil }
    return lastFollowed.map { $0 + Self.followInterval }
  }
}
