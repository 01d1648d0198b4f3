public import FoundationEssentials

/// The time by which a customer must accept a connection at the cloud, or Telnyx deletes it.
public struct Acceptance: Hashable, Sendable {
  /// The end of it.
  public let deadline: Date

  /// When `connect` must be accepted; `nil` if it need not be, or was.
  ///
  /// - Parameters:
  ///   - connect: The cross connect.
  ///   - orderedAt: When it was created at the earliest, by our clock; what the answer says of it is
  ///     the server's clock's.
  public init?(of connect: VirtualCrossConnect, orderedAt: Date) {
    guard connect.isJustCreated, let seconds = connect.provider?.rules.acceptanceSeconds else {
      return nil
    }
    deadline = orderedAt + Double(seconds)
  }

  /// What to do by when, in a sentence.
  public func sentence(now: Date) -> String {
    let minutes = Int((deadline.timeIntervalSince(now) / 60).rounded(.down))
    guard minutes >= 0 else {
      return "The time to accept it ended at \(deadline.clockTime); check whether it still exists."
    }
    return
      "Accept it before \(deadline.clockTime) (\(minutes) min left), or Telnyx deletes this VXC."
  }
}

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
