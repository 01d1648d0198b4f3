internal import CrossConnect
public import FoundationEssentials

/// The time by which a customer must accept a connection at the cloud, or Telnyx deletes it.
public struct Acceptance: Hashable, Sendable {
  /// The end of it.
  public let deadline: Date

  /// When a cross connect must be accepted; `nil` if it need not be, or was, or nobody knows.
  public init?(of connection: Connection) {
    let connect = connection.connect
    guard connect.isJustCreated, !connection.isGone, !connection.ticked.contains(.accepted),
      let orderedAt = connection.orderedAt,
      let seconds = connect.provider?.rules.acceptanceSeconds
    else { return nil }
    deadline = orderedAt + Double(seconds)
  }

  /// When there is another minute less, if the time is not over.
  static func nextTick(before deadline: Date, after now: Date) -> Date? {
    let left = deadline.timeIntervalSince(now)
    return left > 0 ? now + max(1, left.truncatingRemainder(dividingBy: 60)) : nil
  }
}
