/// The speed of a circuit in Mbps.
public struct Bandwidth: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Megabits a second.
  public let mbps: Int

  /// A speed in megabits a second.
  public init(mbps: Int) {
    self.mbps = mbps
  }

  /// Reads a positive whole number of Mbps; `nil` for anything else.
  public init?(parsing text: String) {
    guard text.utf8.count <= 7, ASCII.isDigits(text), let mbps = Int(text), mbps > 0 else {
      return nil
    }
    self.init(mbps: mbps)
  }

  /// The number in Mbps of a speed typed with its unit, such as `1000` for `1 Gbps`; else the text.
  public static func withoutUnit(_ text: String) -> String {
    let lower = text.lowercased()
    for (unit, factor) in [("mbps", 1), ("mbit/s", 1), ("gbps", 1000), ("gbit/s", 1000)]
    where lower.hasSuffix(unit) {
      let number = lower.dropLast(unit.count).trimmed
      guard let speed = Bandwidth(parsing: number) else { return text }
      return String(speed.mbps * factor)
    }
    return text
  }

  /// The number with its unit: `500 Mbps`.
  public var description: String { "\(mbps) Mbps" }

  /// Orders slower before faster.
  public static func < (one: Bandwidth, other: Bandwidth) -> Bool {
    one.mbps < other.mbps
  }
}
