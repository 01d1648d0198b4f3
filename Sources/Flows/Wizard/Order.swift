public import CrossConnect
public import FoundationEssentials
public import TelnyxAPI

/// What has become of the order.
public enum Order: Hashable, Sendable {
  /// Nothing was sent, or what was sent surely created nothing.
  case open
  /// What is on the network is being noted, so that the order can be told from it; nothing is sent yet.
  case preparing(CreateVXCRequest)
  /// The one POST is under way.
  case sending(Attempt)
  /// The API has created it. The date is by our clock: when the answer came, or, of an order that was
  /// found later, when it was sent; the time to accept it counts from then.
  case created(VirtualCrossConnect, at: Date)
  /// It was created, and is not there any more.
  case gone(VirtualCrossConnect, wasAwaited: Bool)
  /// The request was sent and nobody knows what became of it.
  case unknown(UnknownOrder)

  /// Whether the cross connect is known to exist, or to have existed.
  public var isCreated: Bool {
    switch self {
    case .created, .gone: true
    case .open, .preparing, .sending, .unknown: false
    }
  }
}

/// One time that an order was sent.
public struct Attempt: Hashable, Sendable {
  /// What was sent; of an earlier run of the program without what no draft keeps.
  public let request: CreateVXCRequest
  /// When, by our clock; `nil` until it is known.
  public internal(set) var sentAt: Date?
  /// What was on the network before.
  public let note: ConnectNote

  /// A time that an order was sent.
  public init(_ request: CreateVXCRequest, sentAt: Date?, note: ConnectNote) {
    self.request = request
    self.sentAt = sentAt
    self.note = note
  }

  /// The network that it is ordered on.
  package var network: String? { request["network_id"]?.text }
}

/// What was on the network before an order was sent: none of it is the order.
public struct ConnectNote: Hashable, Sendable {
  /// The identifiers of the cross connects.
  let ids: Set<Identifier>
  /// Whether these are all; what isn't among them is new only then.
  let isWhole: Bool

  /// The note of a list.
  public init(_ list: CrossConnectList) {
    ids = Set(list.connects.map { Identifier($0.id) })
    isWhole = list.failure == nil
  }

  init(ids: Set<Identifier>, isWhole: Bool) {
    self.ids = ids
    self.isWhole = isWhole
  }

  /// Nothing could be noted.
  public static let none = ConnectNote(ids: [], isWhole: false)
}

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
  /// Whether the person asked to create it again, and has been told what that means.
  public internal(set) var isAskingAgain = false
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
