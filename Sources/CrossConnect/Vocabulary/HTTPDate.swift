package import FoundationEssentials

/// A date as HTTP writes it: `Wed, 21 Oct 2015 07:28:00 GMT`.
///
/// - SeeAlso: RFC 9110, section 5.6.7, IMF-fixdate.
package enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Reads a date in this form; `nil` for any other form.
  package static func date(_ text: String) -> Date? {
    let parts = text.trimmed.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT",
      let month = months.firstIndex(of: String(parts[2])).map({ $0 + 1 })
    else { return nil }
    let iso = "\(parts[3])-\(month < 10 ? "0" : "")\(month)-\(parts[1])T\(parts[4])Z"
    return try? Date(iso, strategy: .iso8601)
  }
}
