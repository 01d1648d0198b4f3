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
    let time = left > 60 ? "\(Int(left / 60)) min" : "\(Int(left)) s"
    return "Accept it before \(end) (\(time) left), or Telnyx deletes this VXC."
  }
}
