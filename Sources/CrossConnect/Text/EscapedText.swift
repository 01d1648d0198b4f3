/// The bytes of a text with its escapes resolved, and the place of each byte in the original.
package struct EscapedText {
  package private(set) var bytes: [UInt8] = []
  // 32 bits, since a whole page has two of these for each byte.
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []

  private init() {}

  /// The text with its escapes unresolved.
  package init(_ text: [UInt8]) {
    for (place, byte) in text.enumerated() { append(byte, at: place..<place + 1) }
  }

  /// The place of some of the bytes in the original text.
  package func place(of range: Range<Int>) -> Range<Int> {
    Int(starts[range.lowerBound])..<Int(ends[range.upperBound - 1])
  }

  private mutating func append(_ byte: UInt8, at place: Range<Int>) {
    bytes.append(byte)
    starts.append(UInt32(truncatingIfNeeded: place.lowerBound))
    ends.append(UInt32(truncatingIfNeeded: place.upperBound))
  }

  /// Whether `byte` can stand between groups of characters: a blank, a control, or one of `:-,.`.
  package static func isBetween(_ byte: UInt8) -> Bool {
    byte <= 0x20 || ":-,.".utf8.contains(byte)
  }

  /// The text without the bytes that can stand between groups of characters.
  package var together: EscapedText {
    var result = EscapedText()
    for (index, byte) in bytes.enumerated() where !Self.isBetween(byte) {
      result.append(byte, at: place(of: index..<index + 1))
    }
    return result
  }

  /// The text with its escapes resolved; `nil` if it has none.
  package var resolved: EscapedText? {
    var result = EscapedText()
    var index = 0
    while index < bytes.count {
      let (byte, length) = escape(at: index) ?? (bytes[index], 1)
      result.append(byte, at: place(of: index..<index + length))
      index += length
    }
    return result.bytes.count == bytes.count ? nil : result
  }

  /// The byte that an escape stands for, and the escape's length in bytes.
  ///
  /// - SeeAlso: RFC 3986, section 2.1; RFC 8259, section 7; HTML Standard, section 13.5.
  private func escape(at place: Int) -> (UInt8, length: Int)? {
    let next = place + 1 < bytes.count ? bytes[place + 1] : 0
    switch bytes[place] {
    case UInt8(ascii: "%"):
      return hexByte(at: place + 1).map { ($0, 3) }
    case UInt8(ascii: "\\") where next == UInt8(ascii: "u") && hexByte(at: place + 2) == 0:
      return hexByte(at: place + 4).map { ($0, 6) }
    case UInt8(ascii: "\\") where next == UInt8(ascii: "x"):
      return hexByte(at: place + 2).map { ($0, 4) }
    case UInt8(ascii: "\\") where "\\/\"'".utf8.contains(next):
      return (next, 2)
    case UInt8(ascii: "&"):
      guard let end = bytes[place...].prefix(10).firstIndex(of: UInt8(ascii: ";")) else {
        return nil
      }
      let name = String(decoding: bytes[place + 1..<end], as: UTF8.self).lowercased()
      return Self.character(named: name).map { ($0, end + 1 - place) }
    default:
      return nil
    }
  }

  private static func character(named name: String) -> UInt8? {
    if name.hasPrefix("#x") { return UInt8(name.dropFirst(2), radix: 16) }
    if name.hasPrefix("#") { return UInt8(name.dropFirst()) }
    let names: [String: Character] = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    return names[name]?.asciiValue
  }

  private func hexByte(at place: Int) -> UInt8? {
    guard place + 1 < bytes.count, let high = ASCII.hexValue(bytes[place]),
      let low = ASCII.hexValue(bytes[place + 1])
    else { return nil }
    return high << 4 | low
  }
}
