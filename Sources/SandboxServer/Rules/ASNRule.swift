/// The autonomous system numbers that the cloud's side may have.
enum ASNRule {
  /// Every number there is: four octets (RFC 6793).
  private static let all: ClosedRange<Int64> = 0...4_294_967_295

  /// The numbers that no cloud has, and why.
  private static let reserved: KeyValuePairs<ClosedRange<Int64>, String> = [
    0...0: "RFC 7607",
    23_456...23_456: "RFC 6793",
    63_440...63_440: "Telnyx, for its own side",
    64_496...64_511: "RFC 5398",
    65_535...65_535: "RFC 7300",
    65_536...65_551: "RFC 5398",
    4_294_967_295...4_294_967_295: "RFC 7300",
  ]

  /// What is wrong with a number, as a sentence; `nil` if it is accepted.
  static func problem(_ number: Int64) -> String? {
    guard all.contains(number) else { return "An ASN is from 0 to \(all.upperBound)." }
    return reserved.first { $0.key.contains(number) }
      .map { "ASN \(number) is reserved by \($0.value)." }
  }
}
