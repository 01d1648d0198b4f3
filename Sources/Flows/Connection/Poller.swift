public import FoundationEssentials
public import TelnyxAPI

/// The times of repeated questions: soon at first, then less often, and never before the API wants.
public struct Poller: Hashable, Sendable {
  /// When the questions began.
  public let startedAt: Date
  private var timesAsked = 0
  private var lastAsked: Date
  private var notBefore: Date?

  private let most: Double

  /// Begins at `now`.
  ///
  /// - Parameters:
  ///   - now: The time now.
  ///   - longest: The most seconds between two questions.
  public init(at now: Date, longest: Double = Self.longest) {
    startedAt = now
    most = longest
    lastAsked = now
  }

  /// The least seconds between two questions.
  public static let shortest = 2.0
  /// The most seconds between two questions.
  public static let longest = 15.0

  /// When to ask next.
  public var due: Date {
    let growth = (1..<max(1, min(timesAsked, 9))).reduce(Self.shortest) { seconds, _ in
      seconds * 1.4
    }
    let regular = lastAsked + min(growth, most)
    return max(regular, notBefore ?? regular)
  }

  /// Counts an answer.
  ///
  /// - Parameters:
  ///   - now: When it came.
  ///   - wait: How long the API wants to be left alone, if it said so.
  public mutating func heard(at now: Date, wait: RetryAfter?) {
    timesAsked += 1
    lastAsked = now
    notBefore = wait?.end(answered: now)
  }
}
