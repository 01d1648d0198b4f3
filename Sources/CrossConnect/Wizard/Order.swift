public import FoundationEssentials

/// What has become of the order.
public enum Order: Hashable, Sendable {
  /// Nothing was sent, or what was sent surely created nothing.
  case open
  /// The one POST is under way.
  case sending(CreateVXCRequest, since: Date?)
  /// The API has created it.
  case created(VirtualCrossConnect, at: Date)
  /// The request was sent and nobody knows what became of it.
  case unknown(UnknownOrder)

  /// Whether the cross connect is known to exist.
  public var isCreated: Bool {
    if case .created = self { true } else { false }
  }
}

/// An order whose outcome isn't known, and what was done to find out.
public struct UnknownOrder: Hashable, Sendable {
  /// One look at the list of the network's cross connects.
  public struct Look: Hashable, Sendable {
    /// When it was answered.
    public let at: Date
    /// Why there was no answer; `nil` if the order wasn't in the list.
    public let failure: APIFailure?
  }

  /// What was sent.
  public let request: CreateVXCRequest
  /// When it was sent.
  public let sentAt: Date
  /// Why the outcome isn't known.
  public let reason: APIFailure
  /// Whether the request is what a draft has kept of it, which can't be sent again as it is.
  public var isFromDraft: Bool { reason == .outcomeUnknown(.earlierRun) }
  /// The looks so far.
  public internal(set) var looks: [Look] = []
  /// Whether a look is under way.
  public internal(set) var isLooking = false
  /// Whether the person asked to create it again, and has been told what that means.
  public internal(set) var isAskingAgain = false

  /// How often it must be missing from the list before it may be created again.
  public static let looksNeeded = 3
  /// The seconds between two looks.
  static let lookInterval = 15.0

  /// How often it was missing from the list; a look without an answer says nothing.
  public var timesMissing: Int { looks.count { $0.failure == nil } }

  /// Whether it may be created again.
  public var mayCreateAgain: Bool { timesMissing >= Self.looksNeeded && !isLooking }

  /// When the next look is due, if there is one.
  public var nextLook: Date? {
    guard !isLooking, timesMissing < Self.looksNeeded else { return nil }
    return looks.last.map { $0.at + Self.lookInterval } ?? sentAt
  }

  /// Whether `connect` is what this order asked for.
  ///
  /// Clocks differ, so a minute before the POST still counts as after it.
  public func matches(_ connect: VirtualCrossConnect) -> Bool {
    let keys = ["name", "cloud_provider", "cloud_provider_region", "primary_cloud_account_id"]
    let isSame = keys.allSatisfy { key in
      request[key].map { $0.text == connect.text(key) } ?? true
    }
    guard isSame else { return false }
    guard let created = connect.createdAt else { return true }
    return created > sentAt - 60
  }
}
