/// How long something has been there, in the one unit that tells: `41 min`, `3 h`, `12 d`.
public struct Age: Hashable, Sendable, CustomStringConvertible {
  private let seconds: Double

  /// An age; `nil` of what lies ahead: then a clock is wrong, and nothing is known.
  public init?(seconds: Double) {
    // A clock that is told to the second can be one behind.
    guard seconds > -60, seconds.isFinite else { return nil }
    self.seconds = max(0, seconds)
  }

  /// The words.
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
