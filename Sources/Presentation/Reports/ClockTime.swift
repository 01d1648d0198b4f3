public import FoundationEssentials

extension Date {
  /// The time of day in UTC: `14:42 UTC`.
  public var clockTime: String { clock(with: \.hour, \.minute) }

  /// The time of day in UTC, to the second: `14:42:10 UTC`.
  public var clockTimeToSecond: String { clock(with: \.hour, \.minute, \.second) }

  /// The time of day in UTC, on another day than `now` with its date: `2026-11-26 14:42 UTC`.
  public func clockTime(seenAt now: Date) -> String {
    let day = formatted(.iso8601.year().month().day())
    return day == now.formatted(.iso8601.year().month().day()) ? clockTime : "\(day) \(clockTime)"
  }

  private func clock(with parts: KeyPath<DateComponents, Int?>...) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let time = calendar.dateComponents([.hour, .minute, .second], from: self)
    return parts.map { time[keyPath: $0] }.map { number in
      let digits = String(number ?? 0)
      return digits.count == 1 ? "0" + digits : digits
    }.joined(separator: ":") + " UTC"
  }
}
