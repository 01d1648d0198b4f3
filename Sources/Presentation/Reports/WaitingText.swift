public import Flows
public import FoundationEssentials

/// The line about orders that wait to be accepted in their cloud.
public enum WaitingText {
  /// The number of orders and the time that the first has left; `nil` if none has time left.
  public static func sentence(for orders: [WaitingOrder], now: Date) -> String? {
    let waiting = orders.filter { $0.deadline > now }
    guard let first = waiting.map(\.deadline).min() else { return nil }
    let minutes = Int(first.timeIntervalSince(now) / 60)
    let left = minutes > 0 ? "\(minutes) min left" : "less than 1 min left"
    return waiting.count == 1
      ? "1 VXC waits to be accepted, \(left)."
      : "\(waiting.count) VXCs wait to be accepted, \(left) for the first."
  }
}
