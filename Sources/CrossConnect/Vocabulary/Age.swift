/// An age in the largest unit that still tells: `41 min`, `3 h`, `12 d`.
public struct Age: Hashable, Sendable, CustomStringConvertible {
  private let seconds: Double

  /// An age; `nil` a minute or more in the future, since then a clock is wrong.
  public init?(seconds: Double) {
    // The `Date` header has whole seconds, so a fresh age can be just below zero.
    guard seconds > -60, seconds.isFinite else { return nil }
    self.seconds = max(0, seconds)
  }

  /// The age in words: `< 1 min`, `41 min`, `3 h`, `12 d`.
  public var description: String {
    let minutes = Int(min(seconds, 1e12) / 60)
    return switch minutes {
    case 0: "< 1 min"
    case ..<120: "\(minutes) min"
    case ..<2880: "\(minutes / 60) h"
    default: "\(minutes / 1440) d"
    }
  }
}
