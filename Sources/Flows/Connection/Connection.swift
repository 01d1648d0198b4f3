public import CrossConnect
public import FoundationEssentials
public import TelnyxAPI

/// One cross connect that was created: what the API last said of it, and what is done with it.
public struct Connection: Hashable, Sendable {
  /// What can happen to it.
  public enum Event: Hashable, Sendable {
    case checkStatusPressed
    /// To enable all circuits.
    case enablePressed
    /// To wait until it is provisioned, or to stop waiting.
    case waitPressed
    case followAnswered(Result<VirtualCrossConnect, APIFailure>, at: Date)
    /// The BGP keys of the answer were shown or copied.
    case keysSeen(KeyExposure)
    case clockTicked(Date)
    /// What was asked with another key is not waited for any more.
    case accountChanged
  }

  /// What was last heard of it.
  public private(set) var connect: VirtualCrossConnect
  /// When it was ordered at the earliest, by our clock: the time to accept it counts from then.
  public let orderedAt: Date
  /// Whether it is not there any more.
  public private(set) var isGone = false
  /// Whether it is being asked for or changed.
  public private(set) var isFollowing = false
  /// Whether it was waited for when it went.
  public private(set) var wasAwaited = false
  /// Whether it is asked for until it is provisioned.
  public private(set) var isWaiting = false
  /// When the status was last learnt.
  public private(set) var lastFollowed: Date?
  /// What the person has had of the BGP keys.
  public private(set) var keyExposure = KeyExposure.none
  /// Until when the API wants not to be asked.
  private var notBefore: Date?

  /// A cross connect.
  public init(_ connect: VirtualCrossConnect, orderedAt: Date) {
    self.connect = connect
    self.orderedAt = orderedAt
  }

  /// The seconds between two questions for the status while waiting.
  static let followInterval = 10.0

  /// Takes in what happened and returns what comes of it.
  mutating func update(_ event: Event) -> Reaction {
    guard !isGone else { return [] }
    switch event {
    case .checkStatusPressed:
      return ask(.checkStatus(id: connect.id))
    case .enablePressed:
      return ask(.enable(connect.provider?.rules.enabling(connect) ?? [.primary], id: connect.id))
    case .waitPressed:
      isWaiting = !isWaiting && !connect.isProvisioned
      return isWaiting ? ask(.checkStatus(id: connect.id)) : []
    case .followAnswered(.success(let answer), at: let now):
      heard(at: now)
      let before = connect
      connect = connect.updated(by: answer)
      return .happened(.followed(before: before)) + (answer.isProvisioned ? endWaiting() : [])
    case .followAnswered(.failure(let failure), at: let now):
      heard(at: now)
      return failed(failure, at: now)
    case .keysSeen(let exposure):
      keyExposure = max(keyExposure, exposure)
    case .clockTicked(let now):
      guard let due = nextFollow, now >= due else { return [] }
      return ask(.checkStatus(id: connect.id))
    case .accountChanged:
      isFollowing = false
    }
    return []
  }

  private mutating func heard(at now: Date) {
    isFollowing = false
    lastFollowed = now
    notBefore = nil
  }

  private mutating func failed(_ failure: APIFailure, at now: Date) -> Reaction {
    switch failure {
    case .refused(status: 404, _):
      isGone = true
      wasAwaited = isWaiting
      isWaiting = false
      return .happened(.gone)
    case .refused:
      return .happened(.failed(.notFollowed(failure))) + endWaiting()
    case .tooManyRequests(let wait, _):
      notBefore = wait?.end(answered: now)
    case .keyRejected:
      return endWaiting() + .happened(.keyRejected(failure, creating: .nothing))
    case .notSent, .intercepted, .outcomeUnknown, .incomplete:
      break
    }
    return .happened(.failed(.notFollowed(failure)))
  }

  private mutating func endWaiting() -> Reaction {
    guard isWaiting else { return [] }
    isWaiting = false
    return .happened(.waitingEnded)
  }

  private mutating func ask(_ effect: Effect) -> Reaction {
    guard !isFollowing else { return [] }
    isFollowing = true
    return Reaction([effect], [.movedOn])
  }

  /// When the status is asked for next, while waiting.
  public var nextFollow: Date? {
    guard isWaiting, !isGone, !isFollowing, let lastFollowed else { return nil }
    let regular = lastFollowed + Self.followInterval
    return max(regular, notBefore ?? regular)
  }

  /// When something that is shown of it, or due, depends on the time next.
  func nextTick(after now: Date) -> Date? {
    guard !isGone else { return nil }
    guard !isWaiting else { return nextFollow.map { _ in now + 1 } }
    guard let acceptance = Acceptance(of: connect, orderedAt: orderedAt), acceptance.deadline > now
    else { return nil }
    let left = acceptance.deadline.timeIntervalSince(now)
    return now + max(1, left.truncatingRemainder(dividingBy: 60))
  }
}

/// What a person has had of the BGP keys of an answer, which no file keeps.
public enum KeyExposure: Int, Comparable, Hashable, Sendable {
  case none
  /// They were handed to the terminal's clipboard.
  case copied
  /// They were shown because the person asked: then they are also printed at the end.
  case shown

  /// The more a person has had.
  public static func < (left: KeyExposure, right: KeyExposure) -> Bool {
    left.rawValue < right.rawValue
  }
}
