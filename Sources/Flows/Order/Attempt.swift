public import CrossConnect
public import FoundationEssentials
public import TelnyxAPI

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
