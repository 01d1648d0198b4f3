internal import CrossConnect

/// What follows an Escape so late that it was taken for a key of its own.
///
/// On a slow line the bytes of an arrow come further apart than a lone Escape waits. What a person
/// types after Escape begins with `[` hardly ever, and with `O` not at once, so these are held back
/// until they are known to be the rest of a key, which is swallowed, or something typed.
struct LateRest: Sendable {
  /// What a byte has shown the rest to be.
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
  /// Whether it is so soon after the Escape that not even `O` was typed.
  let isSoon: Bool

  init(isSoon: Bool = true) {
    self.isSoon = isSoon
  }

  /// Takes in the next byte.
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
