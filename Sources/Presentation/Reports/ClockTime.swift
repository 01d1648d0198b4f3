public import FoundationEssentials

extension Date {
  /// The time of day in UTC: `14:42 UTC`.
  public var clockTime: String { clock(with: \.hour, \.minute) }

  /// The time of day in UTC, to the second: `14:42:10 UTC`.
  public var clockTimeToSecond: String { clock(with: \.hour, \.minute, \.second) }

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
