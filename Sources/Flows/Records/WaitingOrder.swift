public import CrossConnect
public import FoundationEssentials

/// A cross connect that has to be accepted at its cloud, by a receipt or the API's list.
public struct WaitingOrder: Hashable, Sendable {
  /// The cross connect as last heard of; a receipt's has no keys.
  public let connect: VirtualCrossConnect
  /// When it was ordered, by our clock: when the API answered or, by its list, when it was created.
  package let orderedAt: Date
  /// The time by which it has to be accepted, by our clock.
  public let deadline: Date

  package init(_ connect: VirtualCrossConnect, orderedAt: Date, deadline: Date) {
    self.connect = connect
    self.orderedAt = orderedAt
    self.deadline = deadline
  }

  /// A cross connect that has been on a page; `nil` if it has not to be accepted.
  init?(_ connection: Connection) {
    guard let orderedAt = connection.orderedAt, let acceptance = Acceptance(of: connection) else {
      return nil
    }
    self.init(connection.connect, orderedAt: orderedAt, deadline: acceptance.deadline)
  }

  /// A cross connect of the API's list; `nil` if it has not to be accepted, or its hour is over.
  init?(_ connect: VirtualCrossConnect, receivedAt now: Date, at destination: Destination) {
    guard let created = connect.createdAt(receivedAt: now).map({ min($0, now) }),
      let order = WaitingOrder(Connection(connect, orderedAt: created, at: destination)),
      order.deadline > now
    else { return nil }
    self = order
  }
}
