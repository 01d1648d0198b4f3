public import Flows
public import FoundationEssentials

/// What is told of orders that have yet to be accepted at their cloud.
public enum WaitingText {
  /// How many there are, and how long the first has, in a sentence; `nil` if none has any time left.
  public static func sentence(for orders: [WaitingOrder], now: Date) -> String? {
    let waiting = orders.filter { $0.deadline > now }
    guard let first = waiting.map(\.deadline).min() else { return nil }
    let minutes = Int(first.timeIntervalSince(now) / 60)
    return waiting.count == 1
      ? "1 VXC waits to be accepted, \(minutes) min left."
      : "\(waiting.count) VXCs wait to be accepted, \(minutes) min left for the first."
  }
}
