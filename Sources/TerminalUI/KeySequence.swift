internal import CrossConnect

/// The keys of terminals' sequences.
///
/// - SeeAlso: *XTerm Control Sequences*, "PC-Style Function Keys" and "VT220-Style Function Keys".
enum KeySequence {
  /// The key of a control sequence; `nil` if it is none of ours.
  static func control(_ parameters: ArraySlice<UInt8>, final: UInt8) -> Key? {
    // A mark before the first number makes it a report.
    guard parameters.first.map({ ASCII.isDigit($0) || $0 == UInt8(ascii: ";") }) ?? true else {
      return nil
    }
    switch final {
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "@"):
      return numbered(parameters)
    case UInt8(ascii: "Z"):
      return .backTab
    default:
      return cursor(final)
    }
  }

  /// The key of a single shift; `nil` if it is none of ours.
  static func shift(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "I"): .tab
    case UInt8(ascii: "j")...UInt8(ascii: "y"):
      // The keypad in application mode, in the order of ASCII: * + , - . / 0 to 9.
      .character(Unicode.Scalar(final - UInt8(ascii: "j") + UInt8(ascii: "*")))
    default: cursor(final)
    }
  }

  /// Whether these are the digits of one number.
  static func isNumber(_ parameters: ArraySlice<UInt8>) -> Bool {
    !parameters.isEmpty && parameters.allSatisfy(ASCII.isDigit)
  }

  private static func cursor(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"), UInt8(ascii: "a"): .up
    case UInt8(ascii: "B"), UInt8(ascii: "b"): .down
    case UInt8(ascii: "C"), UInt8(ascii: "c"): .right
    case UInt8(ascii: "D"), UInt8(ascii: "d"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    default: nil
    }
  }

  /// `27`, `200` and the like have more than one digit, and are none of our keys.
  private static func numbered(_ parameters: ArraySlice<UInt8>) -> Key? {
    switch String(decoding: parameters.prefix(while: ASCII.isDigit), as: UTF8.self) {
    case "1", "7": .home
    case "4", "8": .end
    case "3": .delete
    case "5": .pageUp
    case "6": .pageDown
    default: nil
    }
  }
}

extension Key {
  /// The key that sends this one byte; `nil` if it is none of ours.
  init?(byte: UInt8) {
    switch byte {
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .enter
    case 0x08, 0x7F: self = .backspace
    case 0x01...0x1A: self = .control(Unicode.Scalar(byte | 0x60))
    case 0x20...0x7E: self = .character(Unicode.Scalar(byte))
    default: return nil
    }
  }

  /// The key that types `scalar`; `nil` if `scalar` can't be printed.
  init?(scalar: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return nil
    default: self = .character(scalar)
    }
  }
}
