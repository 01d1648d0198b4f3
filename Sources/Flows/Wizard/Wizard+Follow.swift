internal import CrossConnect
public import FoundationEssentials
internal import TelnyxAPI

extension Wizard {
  /// The seconds between two questions for the status while waiting.
  static let followInterval = 10.0

  mutating func follow(_ message: Message) -> [Effect] {
    guard case .created(let connect, at: let date) = order else { return [] }
    switch message {
    case .checkStatusPressed:
      return ask(.checkStatus(id: connect.id))
    case .enablePressed:
      return ask(.enable(connect.provider?.rules.enabling(connect) ?? [.primary], id: connect.id))
    case .waitPressed:
      isWaiting = !isWaiting && !connect.isProvisioned
      return isWaiting ? ask(.checkStatus(id: connect.id)) : []
    case .followAnswered(.success(let answer), at: let now):
      isFollowing = false
      lastFollowed = now
      followNotBefore = nil
      order = .created(connect.updated(by: answer), at: date)
      if answer.isProvisioned { isWaiting = false }
    case .followAnswered(.failure(let failure), at: let now):
      followFailed(failure, connect, at: now)
    case .keysSeen(let exposure):
      keyExposure = max(keyExposure, exposure)
    default:
      break
    }
    return []
  }

  private mutating func followFailed(
    _ failure: APIFailure, _ connect: VirtualCrossConnect, at now: Date
  ) {
    isFollowing = false
    lastFollowed = now
    followNotBefore = nil
    switch failure {
    case .refused(status: 404, _):
      order = .gone(connect, wasAwaited: isWaiting)
      isWaiting = false
      return
    case .refused:
      isWaiting = false
    case .tooManyRequests(let wait, _):
      followNotBefore = wait?.end(answered: now)
    case .keyRejected:
      isWaiting = false
      askForAnotherKey(because: failure, creating: .nothing)
      return
    case .notSent, .intercepted, .outcomeUnknown, .incomplete:
      break
    }
    report = .notFollowed(failure)
  }

  private mutating func ask(_ effect: Effect) -> [Effect] {
    guard !isFollowing else { return [] }
    isFollowing = true
    report = nil
    return [effect]
  }

  /// When the status is asked for next, while waiting.
  public var nextFollow: Date? {
    guard isWaiting, !isFollowing, let lastFollowed else { return nil }
    let regular = lastFollowed + Self.followInterval
    return max(regular, followNotBefore ?? regular)
  }
}
