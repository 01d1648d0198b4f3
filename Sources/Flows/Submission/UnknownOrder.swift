public import CrossConnect
public import FoundationEssentials
public import TelnyxAPI

/// An order of unknown outcome, and the looks for it.
public struct UnknownOrder: Hashable, Sendable {
  /// One look at the list of the network's cross connects.
  public struct Look: Hashable, Sendable {
    /// The result of a look.
    public enum Finding: Hashable, Sendable {
      /// The whole list was read, and nothing in it can be the order.
      case missing
      /// This many cross connects may be the order.
      case candidates(Int)
      /// The list could not be read whole, and what came of it has no candidate.
      case failed(APIFailure)
      /// The account of the key in use doesn't have the network.
      case otherAccount
    }

    /// When it was answered, by our clock.
    public let at: Date
    /// The result.
    public let finding: Finding
  }

  /// Every sending of unknown outcome, the first one first.
  public let attempts: [Attempt]
  /// Why the outcome isn't known.
  public let reason: APIFailure
  /// The looks so far.
  public internal(set) var looks: [Look] = []
  /// Whether a look is under way.
  public internal(set) var isLooking = false
  /// The candidates, for the person to take or leave.
  public internal(set) var candidates: [Candidate] = []
  /// Whether it has to be checked that the key in use belongs to the order's account.
  var needsAccountCheck: Bool
  /// The cross connects that the person said are not the order.
  var dismissed: Set<Identifier> = []
  /// The time before which the API wants no request; the clock ends it.
  public internal(set) var notBefore: Date?

  /// An order that was sent in these attempts.
  public init(_ attempts: [Attempt], reason: APIFailure) {
    self.attempts = attempts
    self.reason = reason
    needsAccountCheck = reason == .outcomeUnknown(.earlierRun)
  }

  /// Whether the request comes from a draft; it lacks keys, so it can't be sent again as it is.
  public var isFromDraft: Bool { reason == .outcomeUnknown(.earlierRun) }
  /// The request that was sent last.
  public var request: CreateVXCRequest? { attempts.last?.request }
  /// The identifier of the network to look on.
  public var network: String? { attempts.last?.network }
  /// When it was first sent, by our clock.
  public var sentAt: Date? { attempts.first?.sentAt }

  /// How many whole lists must lack it before it may be created again.
  public static let looksNeeded = 3
  /// The seconds between two looks.
  static let lookInterval = 15.0

  /// How many whole lists lacked it; an incomplete list doesn't count.
  public var timesMissing: Int { looks.count { $0.finding == .missing } }

  /// Whether it may be created again: enough lists lacked it, and there is no candidate.
  public var mayCreateAgain: Bool {
    timesMissing >= Self.looksNeeded && !isLooking && candidates.isEmpty && !isOfOtherAccount
  }

  /// Whether the key in use can't see the order's network.
  public var isOfOtherAccount: Bool { looks.last?.finding == .otherAccount }

  /// When the next look is due by itself; `nil` if none is.
  public var nextLook: Date? {
    let isEnough = timesMissing >= Self.looksNeeded || !candidates.isEmpty || isOfOtherAccount
    guard !isLooking, !isEnough, network != nil else { return nil }
    let regular = looks.last.map { $0.at + Self.lookInterval } ?? sentAt ?? .distantPast
    return max(regular, notBefore ?? regular)
  }
}
