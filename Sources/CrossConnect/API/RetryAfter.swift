public import FoundationEssentials

/// How long a server wants to be left alone.
///
/// - SeeAlso: RFC 9110, section 10.2.3, Retry-After: seconds or an HTTP date.
public enum RetryAfter: Hashable, Sendable {
  case seconds(Int)
  case date(Date)

  /// Reads the header's value; `nil` if it is neither form.
  init?(_ text: String) {
    let text = text.trimmed
    if ASCII.isDigits(text), text.utf8.count <= 6, let seconds = Int(text) {
      self = .seconds(seconds)
    } else if let date = Self.date(text) {
      self = .date(date)
    } else {
      return nil
    }
  }

  /// Reads `Wed, 21 Oct 2015 07:28:00 GMT` by rearranging it to ISO 8601.
  private static func date(_ text: String) -> Date? {
    let parts = text.split(separator: " ")
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    guard parts.count == 6, parts[5] == "GMT",
      let month = months.firstIndex(of: String(parts[2])).map({ $0 + 1 })
    else { return nil }
    let iso = "\(parts[3])-\(month < 10 ? "0" : "")\(month)-\(parts[1])T\(parts[4])Z"
    return try? Date(iso, strategy: .iso8601)
  }

  /// When the wait is over, if the answer came at `answered`.
  public func end(answered: Date) -> Date {
    switch self {
    case .seconds(let seconds): answered + Double(seconds)
    case .date(let date): date
    }
  }
}
