/// The ways to read what stands at one place of a text: as it is, or as an escape of something else.
///
/// Escapes may be escaped again, as they are when JSON or a URL is quoted in HTML or JSON.
struct SecretSpelling {
  /// One way to read.
  struct Reading {
    /// What is meant, letters small, so that a secret is found in any case.
    var bytes: [UInt8]
    /// How many bytes of the text it takes.
    var length: Int
  }

  let text: [UInt8]

  /// More escapes of escapes than anything makes; without a bound a hostile text could cost hours.
  private static let deepest = 4
  /// The backslashes of a mark that was escaped so often.
  private static let longestRun = 15

  /// Whether a reading can begin with something else than the byte itself.
  static func isEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "%"), UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "+"): true
    default: false
    }
  }

  /// Whether the text ends at `place`, or within an escape that begins there.
  func mayBeCutOff(at place: Int) -> Bool {
    let rest = text.count - place
    return rest == 0
      || rest <= Self.longestRun + 5 && Self.isEscape(text[place])
        && !text[place...].contains { $0 <= 0x20 }
  }

  /// All readings of what stands at `place`.
  func readings(at place: Int) -> [Reading] {
    let itself = Reading(bytes: [ASCII.lowercased(text[place])], length: 1)
    switch text[place] {
    case UInt8(ascii: "%"): return [itself] + percentEncodings(at: place)
    case UInt8(ascii: "\\"): return [itself] + backslashEscapes(at: place)
    case UInt8(ascii: "&"): return [itself] + characterReferences(at: place)
    case UInt8(ascii: "+"): return [itself, Reading(bytes: [UInt8(ascii: " ")], length: 1)]
    default: return [itself]
    }
  }

  /// `%2F`, and `%252F`, which is that encoded again.
  ///
  /// - SeeAlso: RFC 3986, section 2.1.
  private func percentEncodings(at start: Int) -> [Reading] {
    var readings: [Reading] = []
    var place = start + 1
    while let byte = hexByte(at: place) {
      readings.append(Reading(bytes: [ASCII.lowercased(byte)], length: place + 2 - start))
      guard byte == UInt8(ascii: "%"), readings.count < Self.deepest else { break }
      place += 2
    }
    return readings
  }

  /// `\/`, `\"`, `\\`, `\u002f` and `\x2f`, after any number of backslashes.
  ///
  /// - SeeAlso: RFC 8259, section 7.
  private func backslashEscapes(at start: Int) -> [Reading] {
    let farthest = min(text.count, start + Self.longestRun)
    var place = start
    while place < farthest, text[place] == UInt8(ascii: "\\") { place += 1 }
    let run = place - start
    var readings: [Reading] = []
    var length = 2
    while length <= run {
      readings.append(Reading(bytes: [UInt8(ascii: "\\")], length: length))
      length *= 2
    }
    guard place < text.count else { return readings }
    switch text[place] {
    case UInt8(ascii: "u"):
      if let scalar = scalar(from: place + 1, to: place + 5, radix: 16) {
        readings.append(reading(scalar, length: run + 5))
      }
    case UInt8(ascii: "x"):
      if let byte = hexByte(at: place + 1) {
        readings.append(Reading(bytes: [ASCII.lowercased(byte)], length: run + 3))
      }
    case UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      readings.append(Reading(bytes: [text[place]], length: run + 1))
    default:
      break
    }
    return readings
  }

  /// `&amp;`, `&#47;` and `&#x2F;`, also as `&amp;#47;`.
  ///
  /// - SeeAlso: HTML Standard, section 13.5, Named character references.
  private func characterReferences(at start: Int) -> [Reading] {
    var readings: [Reading] = []
    var place = start + 1
    while readings.count < Self.deepest, holds("amp;", at: place) {
      place += 4
      readings.append(Reading(bytes: [UInt8(ascii: "&")], length: place - start))
    }
    for (name, byte) in Self.named where holds(name, at: place) {
      readings.append(Reading(bytes: [byte], length: place + name.utf8.count - start))
    }
    guard holds("#", at: place) else { return readings }
    let isHexadecimal = holds("#x", at: place) || holds("#X", at: place)
    let digits = place + (isHexadecimal ? 2 : 1)
    guard let end = text[digits...].prefix(9).firstIndex(of: UInt8(ascii: ";")),
      let scalar = scalar(from: digits, to: end, radix: isHexadecimal ? 16 : 10)
    else { return readings }
    return readings + [reading(scalar, length: end + 1 - start)]
  }

  private static let named: [(name: String, byte: UInt8)] = [
    ("lt;", UInt8(ascii: "<")), ("gt;", UInt8(ascii: ">")), ("quot;", UInt8(ascii: "\"")),
    ("apos;", UInt8(ascii: "'")), ("sol;", UInt8(ascii: "/")),
  ]

  private func reading(_ scalar: Unicode.Scalar, length: Int) -> Reading {
    Reading(bytes: String(scalar).utf8.map(ASCII.lowercased), length: length)
  }

  private func holds(_ word: String, at place: Int) -> Bool {
    text[min(place, text.count)...].starts(with: word.utf8)
  }

  private func hexByte(at place: Int) -> UInt8? {
    guard place + 1 < text.count, let high = ASCII.hexValue(text[place]),
      let low = ASCII.hexValue(text[place + 1])
    else { return nil }
    return high << 4 | low
  }

  private func scalar(from start: Int, to end: Int, radix: Int) -> Unicode.Scalar? {
    guard start < end, end <= text.count, text[start..<end].allSatisfy(ASCII.isHexDigit) else {
      return nil
    }
    return UInt32(String(decoding: text[start..<end], as: UTF8.self), radix: radix)
      .flatMap(Unicode.Scalar.init)
  }
}
