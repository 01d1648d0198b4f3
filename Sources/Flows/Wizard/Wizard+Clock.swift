internal import CrossConnect
public import FoundationEssentials

extension Wizard {
  /// When the wizard wants to hear of the time next, if something shown or due depends on it.
  ///
  /// A countdown changes once a second, the minutes left to accept a connection once a minute.
  public func nextTick(after now: Date) -> Date? {
    switch (place, order) {
    case (.step(.review), _):
      return waitUntil.flatMap { $0 > now ? now + 1 : nil }
    case (.outcomeUnknown, .unknown(let unknown)):
      return unknown.nextLook == nil ? nil : now + 1
    case (.result, .created) where isWaiting:
      return nextFollow == nil ? nil : now + 1
    case (.result, .created(let connect, at: let date)):
      guard let acceptance = Acceptance(of: connect, orderedAt: date), acceptance.deadline > now
      else { return nil }
      let left = acceptance.deadline.timeIntervalSince(now)
      return now + max(1, left.truncatingRemainder(dividingBy: 60))
    default:
      return nil
    }
  }

  mutating func clockTicked(_ now: Date) -> [Effect] {
    switch order {
    case .unknown(let unknown):
      guard place == .outcomeUnknown, let due = unknown.nextLook, now >= due else { return [] }
      return look()
    case .created:
      guard let due = nextFollow, now >= due else { return [] }
      return follow(.checkStatusPressed)
    case .open, .preparing, .sending, .gone:
      return []
    }
  }
}
