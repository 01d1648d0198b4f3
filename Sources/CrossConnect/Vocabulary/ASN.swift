/// The autonomous system number of one BGP peer.
///
/// Written in decimal ("64512"), never in dotted form ("1.10").
///
/// - SeeAlso: RFC 6793 (four octets; 23456), RFC 7607 (0), RFC 7300 (last of each range), RFC 5398
///   (documentation), RFC 6996 (private use).
public struct ASN: Hashable, Sendable, CustomStringConvertible {
  /// Telnyx's own number: the peer's ASN in the cloud's console.
  public static let telnyx = ASN(63440)

  /// The number.
  public let number: UInt32

  /// An ASN of any number, reserved or not.
  public init(_ number: UInt32) {
    self.number = number
  }

  /// Reads decimal digits; `nil` for anything else, or a number above 4294967295.
  public init?(parsing text: String) {
    guard ASCII.isDigits(text), let number = UInt32(text) else { return nil }
    self.init(number)
  }

  /// The number in decimal.
  public var description: String { String(number) }

  /// Whether the number is in a range for private use.
  public var isPrivate: Bool {
    (64_512...65_534).contains(number) || (4_200_000_000...4_294_967_294).contains(number)
  }

  /// Why the number can't be the cloud side's; `nil` if it can.
  private var reservation: String? {
    switch number {
    case 0: "reserved by RFC 7607"
    case 23_456: "reserved as AS_TRANS by RFC 6793"
    case 64_496...64_511, 65_536...65_551: "reserved for documentation by RFC 5398"
    case 65_535, 4_294_967_295: "reserved by RFC 7300"
    case Self.telnyx.number: "Telnyx's own; this is the ASN of the cloud side"
    default: nil
    }
  }

  /// Checks what was typed as the cloud side's ASN.
  public static func finding(for text: String) -> Finding? {
    guard let asn = ASN(parsing: text) else {
      if let plain = plainForm(of: text) {
        return .blocks("An ASN is written as one number: \(text) is \(plain).")
      }
      guard ASCII.isDigits(text) else {
        return .blocks("An ASN has digits only, such as 64512.")
      }
      return .blocks("An ASN is at most 4294967295.")
    }
    if let reservation = asn.reservation {
      return .blocks("ASN \(asn) is \(reservation).")
    }
    guard !asn.isPrivate else { return nil }
    return .warns("ASN \(asn) is a public number; it must be registered to you or your cloud.")
  }

  /// The plain decimal form of RFC 5396's dotted form, such as 4200000000 for `64086.59904`.
  public static func plainForm(of text: String) -> ASN? {
    let halves = text.split(separator: ".", omittingEmptySubsequences: false)
    guard halves.count == 2, halves.allSatisfy(ASCII.isDigits), let high = UInt16(halves[0]),
      let low = UInt16(halves[1])
    else { return nil }
    return ASN(UInt32(high) << 16 | UInt32(low))
  }
}
