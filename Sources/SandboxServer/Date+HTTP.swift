import FoundationEssentials

extension Date {
  /// The moment as HTTP writes it: `Wed, 15 Jul 2026 14:42:10 GMT` (RFC 9110, 5.6.7).
  var httpText: String {
    let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    // The first of January 1970 was a Thursday.
    let day = days[Int((timeIntervalSince1970 / 86_400).rounded(.down)) % 7]
    let iso = formatted(.iso8601).split { "-T:Z".contains($0) }.map(String.init)
    guard iso.count == 6, let month = Int(iso[1]).map({ months[$0 - 1] }) else { return "" }
    return "\(day), \(iso[2]) \(month) \(iso[0]) \(iso[3]):\(iso[4]):\(iso[5]) GMT"
  }
}
