public import CrossConnect
public import FoundationEssentials
public import TelnyxAPI

/// An order whose outcome isn't known, and what was done to find out.
public struct UnknownOrder: Hashable, Sendable {
  /// One look at the list of the network's cross connects.
  public struct Look: Hashable, Sendable {
    /// What a look has shown.
    public enum Finding: Hashable, Sendable {
      /// The whole list was read, and nothing in it can be the order.
      case missing
      /// This many cross connects may be the order.
      case candidates(Int)
      /// There was no whole list; what came of it has nothing that can be the order.
      case failed(APIFailure)
      /// The account of the API key in use has no such network.
      case otherAccount
    }

    /// When it was answered.
    public let at: Date
    /// What it has shown.
    public let finding: Finding
  }

  /// Every time it was sent whose outcome isn't known, the first one first.
  public let attempts: [Attempt]
  /// Why the outcome isn't known.
  public let reason: APIFailure
  /// The looks so far.
  public internal(set) var looks: [Look] = []
  /// Whether a look is under way.
  public internal(set) var isLooking = false
  /// What may be the order, for the person to take or leave.
  public internal(set) var candidates: [Candidate] = []
  /// Whether it is yet to be seen that the API key in use belongs to the order's account.
  var needsAccountCheck: Bool
  /// What the person has said not to be the order.
  var dismissed: Set<Identifier> = []
  /// Until when the API wants to be left alone.
  var notBefore: Date?

  /// An order that was sent with these attempts.
  public init(_ attempts: [Attempt], reason: APIFailure) {
    self.attempts = attempts
    self.reason = reason
    needsAccountCheck = reason == .outcomeUnknown(.earlierRun)
  }

  /// Whether the request is what a draft has kept of it, which can't be sent again as it is.
  public var isFromDraft: Bool { reason == .outcomeUnknown(.earlierRun) }
  /// What was sent last.
  public var request: CreateVXCRequest? { attempts.last?.request }
  /// The network that it is looked for on.
  public var network: String? { attempts.last?.network }
  /// When it was sent first.
  public var sentAt: Date? { attempts.first?.sentAt }

  /// How often it must be missing from the list before it may be created again.
  public static let looksNeeded = 3
  /// The seconds between two looks.
  static let lookInterval = 15.0

  /// How often it was missing from the whole list; a look without one says nothing.
  public var timesMissing: Int { looks.count { $0.finding == .missing } }

  /// Whether it may be created again: it was missing often enough, and nothing stands there that may be it.
  public var mayCreateAgain: Bool {
    timesMissing >= Self.looksNeeded && !isLooking && candidates.isEmpty && !isOfOtherAccount
  }

  /// Whether the API key in use can't see the order's network.
  public var isOfOtherAccount: Bool { looks.last?.finding == .otherAccount }

  /// When the next look is due by itself, if there is one.
  public var nextLook: Date? {
    let isEnough = timesMissing >= Self.looksNeeded || !candidates.isEmpty || isOfOtherAccount
    guard !isLooking, !isEnough else { return nil }
    let regular = looks.last.map { $0.at + Self.lookInterval } ?? sentAt ?? .distantPast
    return max(regular, notBefore ?? regular)
  }
}
