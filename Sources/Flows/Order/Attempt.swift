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

  /// One sending of an order.
  public init(_ request: CreateVXCRequest, sentAt: Date?, note: ConnectNote) {
    self.request = request
    self.sentAt = sentAt
    self.note = note
  }

  /// The identifier of the order's network.
  package var network: String? { request["network_id"]?.text }
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
