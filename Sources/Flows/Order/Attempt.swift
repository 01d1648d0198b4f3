public import CrossConnect
public import FoundationEssentials
public import TelnyxAPI

/// One time that an order was sent.
public struct Attempt: Hashable, Sendable {
  /// The request; one of an earlier run lacks its confidential members.
  public let request: CreateVXCRequest
  /// When it was sent, by our clock; `nil` until that is known.
  public internal(set) var sentAt: Date?
  /// What was on the network before.
  public let note: ConnectNote
  /// Why its outcome isn't known, as far as a draft keeps it: without anybody's words.
  public internal(set) var reason: APIFailure.UnknownReason?

  /// One sending of an order.
  public init(
    _ request: CreateVXCRequest, sentAt: Date?, note: ConnectNote,
    reason: APIFailure.UnknownReason? = nil
  ) {
    self.request = request
    self.sentAt = sentAt
    self.note = note
    self.reason = reason
  }

  /// The identifier of the order's network.
  package var network: String? { request["network_id"]?.text }
}

extension APIFailure.UnknownReason {
  /// The reason as far as a draft keeps it; `nil` if nothing is left without words.
  var forDraft: Self? {
    switch self {
    case .status(let status, _, _): .status(status, [])
    case .unreadable: self
    case .intercepted(let answer): .unreadable(status: answer.status)
    case .lost(.timedOut): self
    case .lost, .earlierRun: nil
    }
  }

  /// The member of a draft's file: what it is called, and its number.
  var member: (key: String, number: Int)? {
    switch self {
    case .status(let status, _, _): ("status", status)
    case .unreadable(let status): ("unreadable", status)
    case .lost(.timedOut(let seconds)): ("timed_out", seconds)
    case .intercepted, .lost, .earlierRun: nil
    }
  }

  /// Reads the members of a draft's file.
  init?(_ json: JSONValue) {
    if case .integer(let status) = json["status"] {
      self = .status(Int(status), [])
    } else if case .integer(let status) = json["unreadable"] {
      self = .unreadable(status: Int(status))
    } else if case .integer(let seconds) = json["timed_out"] {
      self = .lost(.timedOut(seconds: Int(seconds)))
    } else {
      return nil
    }
  }
}

/// The cross connects on a network before an order was sent: none of them is the order.
public struct ConnectNote: Hashable, Sendable {
  /// The identifiers of the cross connects.
  let ids: Set<Identifier>
  /// Whether the list was whole; only then is everything else surely new.
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

  /// The note of a list that could not be read.
  public static let none = ConnectNote(ids: [], isWhole: false)
}
