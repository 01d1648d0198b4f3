internal import CrossConnect

/// The bytes after an Escape that came so late that it was taken for a key of its own.
///
/// On a slow line, the bytes of an arrow come further apart than a lone Escape waits. A person
/// hardly ever types `[` after Escape, and never `O` at once. So such bytes are held back until it
/// is known what they are: the rest of a key is dropped, anything else was typed.
struct LateRest: Sendable {
  /// What the bytes have turned out to be.
  enum Finding: Hashable, Sendable {
    /// Not known yet.
    case open
    /// The rest of a key.
    case key
    /// The mark before a paste.
    case paste
    /// Text that a person typed.
    case typed([UInt8])
  }

  /// The bytes that are held back.
  private(set) var bytes: [UInt8] = []
  /// Whether it is too soon after the Escape for a typed `O`.
  let isSoon: Bool

  init(isSoon: Bool = true) {
    self.isSoon = isSoon
  }

  /// Takes the next byte.
  mutating func take(_ byte: UInt8) -> Finding {
    bytes.append(byte)
    switch (bytes[0], bytes.count) {
    case (UInt8(ascii: "["), 1): return .open
    case (UInt8(ascii: "O"), 1) where isSoon: return .open
    case (UInt8(ascii: "["), 2...32): return control(byte)
    case (UInt8(ascii: "O"), 2) where "ABCDFHMPQRS".utf8.contains(byte): return .key
    default: return .typed(bytes)
    }
  }

  private func control(_ byte: UInt8) -> Finding {
    let parameters = bytes.dropFirst().dropLast()
    switch byte {
    case UInt8(ascii: "$") where KeySequence.isNumber(parameters): return .key
    case UInt8(ascii: "<"), UInt8(ascii: "?"), UInt8(ascii: ";"), UInt8(ascii: ">"): return .open
    case _ where ASCII.isDigit(byte): return .open
    case UInt8(ascii: "~") where parameters.elementsEqual("200".utf8): return .paste
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "@"):
      return parameters.isEmpty ? .typed(bytes) : .key
    // With parameters also mouse reports, keys of newer protocols, and answers to queries.
    case _ where "MPQRSmunctRy".utf8.contains(byte) && !parameters.isEmpty: return .key
    case _ where "ABCDEFHIOZabcd".utf8.contains(byte): return .key
    default: return .typed(bytes)
    }
  }
}
