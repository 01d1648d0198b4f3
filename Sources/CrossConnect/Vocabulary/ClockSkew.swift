public import FoundationEssentials

/// The difference between the server's clock and ours, as one answer tells it.
///
/// A time of the server's means nothing beside one of ours until it has gone through here; no code
/// compares the two directly.
public struct ClockSkew: Hashable, Sendable {
  /// How many seconds the server's clock is ahead of ours.
  private let seconds: Double

  /// The difference at the time of an answer; `nil` if the answer doesn't tell the server's time.
  ///
  /// - Parameters:
  ///   - servedAt: The server's time when it answered: the `Date` header.
  ///   - receivedAt: Our time when the answer was here.
  public init?(servedAt: Date?, receivedAt: Date) {
    guard let servedAt else { return nil }
    seconds = servedAt.timeIntervalSince(receivedAt)
  }

  /// A moment of the server's clock, by ours.
  public func here(_ there: Date) -> Date { there - seconds }
}
