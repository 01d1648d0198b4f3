/// The place where a text stops being JSON.
public struct JSONProblem: Error, Hashable, Sendable {
  /// The bytes read before it.
  public var offset: Int
  /// The name of the member that is there twice; `nil` if the text is not JSON.
  public var repeatedName: String?
}

/// Reads JSON from bytes in one pass, without a step between bytes and values.
///
/// It accepts what `JSONDecoder` accepts, also a comma after the last element. Of members with the
/// same name it keeps the first, as `JSONDecoder` does. Decoding by `Codable` would cost many times
/// as much.
///
/// A number beyond `Double` stays as its text, so that it doesn't lose the whole answer.
///
/// - SeeAlso: RFC 8259.
struct JSONReader {
  /// The deepest nesting of arrays and objects, the same as `JSONDecoder`'s.
  private static let mostLevels = 512

  private let bytes: UnsafeBufferPointer<UInt8>
  /// Whether to accept neither a comma after the last element nor a member that is there twice.
  private let isStrict: Bool
  private var index = 0
  private var levels = 0
  /// The number of members of the last object: the objects of a list are alike.
  private var usualCount = 0

  /// Reads the one value of a JSON text.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - isStrict: Whether to accept neither a comma after the last element nor a member that is
  ///     there twice.
  /// - Returns: The value.
  /// - Throws: `JSONProblem` if the text is not JSON.
  package static func value(
    of bytes: UnsafeBufferPointer<UInt8>, isStrict: Bool = false
  ) throws(JSONProblem) -> JSONValue {
    var reader = JSONReader(bytes: bytes, isStrict: isStrict)
    // RFC 8259, 8.1: a byte order mark may be ignored.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.index = 3 }
    reader.skipSpace()
    let value = try reader.value()
    reader.skipSpace()
    guard reader.index == bytes.count else { throw reader.problem }
    return value
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, isStrict: Bool) {
    self.bytes = bytes
    self.isStrict = isStrict
  }

  private var problem: JSONProblem { JSONProblem(offset: index) }

  /// The next byte; 0 at the end, since no JSON has a zero byte outside of strings.
  private var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func skipSpace() {
    while true {
      switch next {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  private mutating func value() throws(JSONProblem) -> JSONValue {
    switch next {
    case UInt8(ascii: "\""): .string(try string())
    case UInt8(ascii: "{"): try object()
    case UInt8(ascii: "["): try array()
    case UInt8(ascii: "t"): try word("true", .bool(true))
    case UInt8(ascii: "f"): try word("false", .bool(false))
    case UInt8(ascii: "n"): try word("null", .null)
    default: try number()
    }
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONProblem) -> JSONValue {
    let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard bytes[index...].starts(with: letters) else { throw problem }
    index += letters.count
    return value
  }
}

// MARK: - Arrays and objects

extension JSONReader {
  private mutating func enter() throws(JSONProblem) {
    guard levels < Self.mostLevels else { throw problem }
    levels += 1
    index += 1
    skipSpace()
  }

  /// Takes the comma or the end after an element, and says whether it was the end.
  private mutating func takesEnd(_ end: UInt8) throws(JSONProblem) -> Bool {
    skipSpace()
    switch next {
    case end:
      levels -= 1
      index += 1
      return true
    case UInt8(ascii: ","):
      index += 1
      skipSpace()
      guard next == end else { return false }
      // `JSONDecoder` accepts a comma after the last element, too.
      guard !isStrict else { throw problem }
      return try takesEnd(end)
    default:
      throw problem
    }
  }

  private mutating func array() throws(JSONProblem) -> JSONValue {
    try enter()
    var elements: [JSONValue] = []
    guard next != UInt8(ascii: "]") else {
      _ = try takesEnd(UInt8(ascii: "]"))
      return .array(elements)
    }
    repeat {
      elements.append(try value())
    } while try !takesEnd(UInt8(ascii: "]"))
    return .array(elements)
  }

  private mutating func object() throws(JSONProblem) -> JSONValue {
    try enter()
    guard next != UInt8(ascii: "}") else {
      _ = try takesEnd(UInt8(ascii: "}"))
      return .object([:])
    }
    var members = [String: JSONValue](minimumCapacity: usualCount)
    repeat {
      guard next == UInt8(ascii: "\"") else { throw problem }
      let start = index
      let name = try string()
      skipSpace()
      guard next == UInt8(ascii: ":") else { throw problem }
      index += 1
      skipSpace()
      let value = try value()
      if let first = members.updateValue(value, forKey: name) {
        guard !isStrict else { throw JSONProblem(offset: start, repeatedName: name) }
        members[name] = first
      }
    } while try !takesEnd(UInt8(ascii: "}"))
    usualCount = members.count
    return .object(members)
  }
}

// MARK: - Numbers

extension JSONReader {
  private mutating func number() throws(JSONProblem) -> JSONValue {
    let start = index
    var decimal = WrittenNumber()
    if next == UInt8(ascii: "-") {
      decimal.isNegative = true
      index += 1
    }
    let first = index
    try takeDigits { decimal.append($0) }
    guard bytes[first] != UInt8(ascii: "0") || index == first + 1 else { throw problem }
    if next == UInt8(ascii: ".") {
      index += 1
      try takeDigits {
        decimal.append($0)
        decimal.exponent -= 1
      }
    }
    if next | 0x20 == UInt8(ascii: "e") { decimal.exponent += try exponent() }
    if let integer = decimal.integer { return .integer(integer) }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard let number = Double(text), number.isFinite else { return .string(text) }
    // Rounding can make a number whole. As an integer, it reads back the same from its text.
    return Int64(exactly: number).map(JSONValue.integer) ?? .number(number)
  }

  private mutating func exponent() throws(JSONProblem) -> Int {
    index += 1
    let isNegative = next == UInt8(ascii: "-")
    if isNegative || next == UInt8(ascii: "+") { index += 1 }
    var exponent = 0
    // No number has a larger exponent; the cap keeps the sum from overflowing.
    try takeDigits { exponent = min(exponent * 10 + Int($0), 1_000_000) }
    return isNegative ? -exponent : exponent
  }

  private mutating func takeDigits(_ take: (Int64) -> Void) throws(JSONProblem) {
    let start = index
    while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) {
      take(Int64(next & 0x0F))
      index += 1
    }
    guard index > start else { throw problem }
  }
}

// MARK: - Strings

extension JSONReader {
  private mutating func string() throws(JSONProblem) -> String {
    index += 1
    let start = index
    try skipPlain()
    guard next == UInt8(ascii: "\\") else {
      guard let text = String(validating: bytes[start..<index], as: UTF8.self) else {
        throw problem
      }
      index += 1
      return text
    }
    var text = Array(bytes[start..<index])
    while next == UInt8(ascii: "\\") {
      try takeEscape(into: &text)
      let rest = index
      try skipPlain()
      text += bytes[rest..<index]
    }
    index += 1
    guard let string = String(validating: text, as: UTF8.self) else { throw problem }
    return string
  }

  /// Goes to the next quote or backslash, past the characters that need no escape.
  private mutating func skipPlain() throws(JSONProblem) {
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      guard byte >= 0x20 else { throw problem }
      index += 1
    }
    throw problem
  }

  private mutating func takeEscape(into text: inout [UInt8]) throws(JSONProblem) {
    index += 1
    let letter = next
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text += try scalar().utf8
    default: throw problem
    }
  }

  /// The character of one `\u` escape, or of two that make a surrogate pair.
  private mutating func scalar() throws(JSONProblem) -> Unicode.Scalar {
    let unit = try codeUnit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard UTF16.isLeadSurrogate(unit), next == UInt8(ascii: "\\") else { throw problem }
    index += 1
    guard next == UInt8(ascii: "u") else { throw problem }
    index += 1
    let trail = try codeUnit()
    guard UTF16.isTrailSurrogate(trail) else { throw problem }
    let value = 0x1_0000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(trail) - 0xDC00)
    guard let scalar = Unicode.Scalar(value) else { throw problem }
    return scalar
  }

  private mutating func codeUnit() throws(JSONProblem) -> UInt16 {
    guard bytes.count - index >= 4 else { throw problem }
    var unit: UInt16 = 0
    for byte in bytes[index..<index + 4] {
      guard let digit = Self.hexadecimal(byte) else { throw problem }
      unit = unit << 4 | digit
    }
    index += 4
    return unit
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte & 0x0F)
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
      UInt16(byte & 0x0F) + 9
    default: nil
    }
  }
}
