public import Flows
public import FoundationEssentials

extension Acceptance {
  /// What to do, and by when, in a sentence.
  public func sentence(now: Date) -> String {
    let minutes = Int((deadline.timeIntervalSince(now) / 60).rounded(.down))
    guard minutes >= 0 else {
      return "The time to accept it ended at \(deadline.clockTime); check whether it still exists."
    }
    return
      "Accept it before \(deadline.clockTime) (\(minutes) min left), or Telnyx deletes this VXC."
  }
}
