internal import CrossConnect
public import FoundationEssentials

/// How long a server wants to be left alone.
///
/// - SeeAlso: RFC 9110, section 10.2.3, Retry-After: seconds or an HTTP date. Telnyx's guide to rate
///   limits: `x-ratelimit-reset`, the seconds until the limit is reset.
public enum RetryAfter: Hashable, Sendable {
  case seconds(Int)
  /// A moment by the server's clock, of an answer that doesn't tell its own time.
  case date(Date)

  /// Reads it from an answer's headers; of two wishes the longer one counts.
  ///
  /// A date becomes the seconds since the answer's own `Date`: the server's clock is not ours.
  init?(_ response: HTTPResponse) {
    let wishes = [
      response.headers["retry-after"].flatMap { Self.wish($0, servedAt: response.servedAt) },
      response.headers["x-ratelimit-reset"].flatMap(Self.seconds),
    ].compactMap { $0 }
    guard let longest = wishes.max(by: { $0.order < $1.order }) else { return nil }
    self = longest
  }

  private static func wish(_ text: String, servedAt: Date?) -> RetryAfter? {
    if let seconds = seconds(text) { return seconds }
    guard let date = HTTPDate.date(text) else { return nil }
    guard let servedAt else { return .date(date) }
    return .seconds(Int(max(0, date.timeIntervalSince(servedAt)).rounded(.up)))
  }

  private static func seconds(_ text: String) -> RetryAfter? {
    let text = text.trimmed
    guard ASCII.isDigits(text) else { return nil }
    // A number that no clock has is still a wish to be left alone.
    return .seconds(min(Int(text) ?? .max, longest))
  }

  /// A date can't be told from seconds by its length; it comes first, being the more explicit.
  private var order: Double {
    switch self {
    case .seconds(let seconds): Double(seconds)
    case .date: .infinity
    }
  }

  /// The longest wait that is counted, in seconds: a hundred years.
  private static let longest = 3_155_760_000

  /// When the wait is over, if the answer came at `answered`, both by our clock.
  public func end(answered: Date) -> Date {
    switch self {
    case .seconds(let seconds): answered + Double(seconds)
    case .date(let date): date
    }
  }
}
