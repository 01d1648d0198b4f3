public import CrossConnect
public import FoundationEssentials

/// The time by which a customer must accept a connection at the cloud, or Telnyx deletes it.
public struct Acceptance: Hashable, Sendable {
  /// The end of it.
  public let deadline: Date

  /// When `connect` must be accepted; `nil` if it need not be, or was.
  ///
  /// - Parameters:
  ///   - connect: The cross connect.
  ///   - orderedAt: When it was created at the earliest, by our clock; what the answer says of it is
  ///     the server's clock's.
  public init?(of connect: VirtualCrossConnect, orderedAt: Date) {
    guard connect.isJustCreated, let seconds = connect.provider?.rules.acceptanceSeconds else {
      return nil
    }
    deadline = orderedAt + Double(seconds)
  }
}
