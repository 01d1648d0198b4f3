/// Collects the text between the marks of a paste.
struct PasteReader: Sendable {
  private static let end: [UInt8] = [0x1B] + Array("[201~".utf8)
  /// The longest paste kept, in bytes; the rest of a longer one is dropped.
  private static let limit = 1 << 20

  private var bytes: [UInt8] = []
  /// How much of the end mark was seen.
  private var matched = 0

  /// Takes in the next byte.
  ///
  /// - Returns: Whether it ends the paste.
  mutating func take(_ byte: UInt8) -> Bool {
    if byte == Self.end[matched] {
      matched = matched + 1 == Self.end.count ? 0 : matched + 1
      return matched == 0
    }
    if bytes.count < Self.limit {
      bytes += Self.end[..<matched]
      if byte != Self.end[0] { bytes.append(byte) }
    }
    matched = byte == Self.end[0] ? 1 : 0
    return false
  }

  /// Hands out the text so far, once; `nil` if there is none.
  mutating func takeText() -> String? {
    defer { self = PasteReader() }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// Drops the text so far; the end is still found.
  mutating func forgetText() {
    bytes = []
  }
}
