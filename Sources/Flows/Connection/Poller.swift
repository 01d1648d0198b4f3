public import FoundationEssentials
public import TelnyxAPI

/// When something is asked for again by itself: soon at first, then less often, and never before the API wants.
public struct Poller: Hashable, Sendable {
  /// When it began.
  public let startedAt: Date
  private var timesAsked = 0
  private var lastAsked: Date
  private var notBefore: Date?

  private let most: Double

  /// Begins to ask.
  ///
  /// - Parameters:
  ///   - now: The time now.
  ///   - longest: The seconds between two questions at most.
  public init(at now: Date, longest: Double = Self.longest) {
    startedAt = now
    most = longest
    lastAsked = now
  }

  /// The seconds between the first two questions.
  public static let shortest = 2.0
  /// The seconds between any two questions at most.
  public static let longest = 15.0

  /// When to ask next.
  public var due: Date {
    let growth = (1..<max(1, min(timesAsked, 9))).reduce(Self.shortest) { seconds, _ in
      seconds * 1.4
    }
    let regular = lastAsked + min(growth, most)
    return max(regular, notBefore ?? regular)
  }

  /// Takes in that an answer came.
  ///
  /// - Parameters:
  ///   - now: When.
  ///   - wait: How long the API wants to be left alone, if it said so.
  public mutating func heard(at now: Date, wait: RetryAfter?) {
    timesAsked += 1
    lastAsked = now
    notBefore = wait?.end(answered: now)
  }
}
