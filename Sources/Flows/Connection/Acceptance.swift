internal import CrossConnect
public import FoundationEssentials

/// The time limit for the customer to accept a connection at the cloud; then Telnyx deletes it.
public struct Acceptance: Hashable, Sendable {
  /// The end of the time limit, by our clock.
  public let deadline: Date

  /// The acceptance of a connection; `nil` if none is needed, it was accepted, or the time isn't
  /// known.
  public init?(of connection: Connection) {
    let connect = connection.connect
    guard connect.isJustCreated, !connection.isGone, !connection.ticked.contains(.accepted),
      let orderedAt = connection.orderedAt,
      let seconds = connect.provider?.rules.acceptanceSeconds
    else { return nil }
    deadline = orderedAt + Double(seconds) / connection.speed
  }

  /// When there is one minute less to show, or one second in the last one; `nil` once the time is over.
  static func nextTick(before deadline: Date, after now: Date) -> Date? {
    let left = deadline.timeIntervalSince(now)
    guard left > 0 else { return nil }
    return now + (left <= 60 ? 1 : max(1, left.truncatingRemainder(dividingBy: 60)))
  }
}
