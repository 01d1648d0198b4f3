/// A short name for a text, the same in every run of the program.
///
/// It keeps no secret. Two texts of one name are one in 2^64, and cost a question or a second try.
///
/// - SeeAlso: RFC 9923, FNV-1a with 64 bits.
struct FNV1a {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Its sixteen digits at most.
  var text: String { String(value, radix: 16) }

  /// Adds a text and its end.
  mutating func add(_ text: String) {
    for byte in text.utf8 { add(byte) }
    add(0)
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }
}
