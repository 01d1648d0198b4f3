internal import CrossConnect
public import FoundationEssentials

/// How long a server wants to be left alone.
///
/// - SeeAlso: RFC 9110, section 10.2.3, Retry-After: seconds or an HTTP date. Telnyx's guide to rate
///   limits: `x-ratelimit-reset`, the seconds until the limit is reset.
public enum RetryAfter: Hashable, Sendable {
  case seconds(Int)
  /// A time by the server's clock, from an answer without its own time.
  case date(Date)

  /// Reads the wait from an answer's headers; of two, the longer one counts.
  ///
  /// The reset of a limit is on every answer, and only a 429 says that the limit is reached.
  ///
  /// A date becomes the seconds since the answer's own `Date`, since the server's clock is not
  /// ours.
  init?(_ response: HTTPResponse) {
    let wishes = [
      response.headers["retry-after"].flatMap { Self.wish($0, servedAt: response.servedAt) },
      response.status == 429 ? response.headers["x-ratelimit-reset"].flatMap(Self.seconds) : nil,
    ].compactMap { $0 }
    guard let longest = wishes.max(by: { $0.order < $1.order }) else { return nil }
    self = longest
  }

  private static func wish(_ text: String, servedAt: Date?) -> RetryAfter? {
    if let seconds = seconds(text) { return seconds }
    guard let date = HTTPDate.date(text) else { return nil }
    guard let servedAt else { return .date(date) }
    let seconds = Int(max(0, date.timeIntervalSince(servedAt)).rounded(.up))
    return .seconds(min(seconds, longest))
  }

  private static func seconds(_ text: String) -> RetryAfter? {
    let text = text.trimmed
    guard ASCII.isDigits(text) else { return nil }
    // Even a number too large for a clock is a wish to be left alone.
    return .seconds(min(Int(text) ?? .max, longest))
  }

  /// A date counts as longer than any seconds: the two can't be compared, and it is more explicit.
  private var order: Double {
    switch self {
    case .seconds(let seconds): Double(seconds)
    case .date: .infinity
    }
  }

  /// The longest wait, in seconds: a hundred years.
  private static let longest = 3_155_760_000

  /// The end of the wait, by our clock, for an answer that came at `answered`.
  ///
  /// A `date` is taken as it is, since nothing tells the difference of the clocks, but for one
  /// beyond the longest wait.
  public func end(answered: Date) -> Date {
    switch self {
    case .seconds(let seconds): answered + Double(seconds)
    case .date(let date): min(date, answered + Double(Self.longest))
    }
  }
}
