public import Flows
public import FoundationEssentials

extension Acceptance {
  /// What to do, and by when, in a sentence.
  public func sentence(now: Date) -> String {
    let left = deadline.timeIntervalSince(now)
    let end = deadline.clockTime(seenAt: now)
    guard left >= 0 else {
      return "The time to accept it ended at \(end); check whether it still exists."
    }
    guard left <= 60 else {
      return "Accept it before \(end) (\(Int(left / 60)) min left), or Telnyx deletes this VXC."
    }
    let second = deadline.clockTimeToSecond
    return "Accept it before \(second) (\(Int(left)) s left), or Telnyx deletes this VXC."
  }
}
