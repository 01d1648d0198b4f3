public import FoundationEssentials

/// The difference between the server's clock and ours, from one answer.
///
/// No code compares a server's time with one of ours before `here(_:)` has converted it.
public struct ClockSkew: Hashable, Sendable {
  /// How many seconds the server's clock is ahead of ours.
  private let seconds: Double

  /// The difference at the time of an answer; `nil` without the server's time.
  ///
  /// - Parameters:
  ///   - servedAt: The server's time when it answered: the `Date` header.
  ///   - receivedAt: Our time when the answer arrived.
  public init?(servedAt: Date?, receivedAt: Date) {
    guard let servedAt else { return nil }
    seconds = servedAt.timeIntervalSince(receivedAt)
  }

  /// Converts a time of the server's clock to ours.
  public func here(_ there: Date) -> Date { there - seconds }
}
