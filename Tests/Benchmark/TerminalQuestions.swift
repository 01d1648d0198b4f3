/// Finds what makes a terminal answer.
///
/// - SeeAlso: *XTerm Control Sequences*: DA, DSR, DECRQM, XTWINOPS reports, DECRQSS, XTGETTCAP, OSC
///   with `?`; and ENQ.
enum TerminalQuestions {
  /// How many questions are in what a program has written.
  static func count(in output: [UInt8]) -> Int {
    var count = output.count { $0 == 0x05 }
    var rest = output[...]
    while let start = rest.firstIndex(of: 0x1B), start + 1 < rest.endIndex {
      let kind = rest[start + 1]
      rest = rest[(start + 2)...]
      switch kind {
      case UInt8(ascii: "Z"): count += 1
      case UInt8(ascii: "["): if asks(control: rest) { count += 1 }
      case UInt8(ascii: "]"), UInt8(ascii: "P"): if asks(string: rest) { count += 1 }
      default: break
      }
    }
    return count
  }

  private static func asks(control rest: ArraySlice<UInt8>) -> Bool {
    guard let end = rest.firstIndex(where: { (0x40...0x7E).contains($0) }) else { return false }
    let parameters = rest[..<end]
    switch rest[end] {
    case UInt8(ascii: "c"), UInt8(ascii: "n"), UInt8(ascii: "x"): return true
    case UInt8(ascii: "p"): return parameters.contains(UInt8(ascii: "$"))
    case UInt8(ascii: "q"): return parameters.first == UInt8(ascii: ">")
    case UInt8(ascii: "u"): return parameters.first == UInt8(ascii: "?")
    case UInt8(ascii: "t"):
      let number = String(decoding: parameters.prefix { $0 != UInt8(ascii: ";") }, as: UTF8.self)
      return Int(number).map { (11...21).contains($0) } ?? false
    default: return false
    }
  }

  private static func asks(string rest: ArraySlice<UInt8>) -> Bool {
    let text = rest.prefix { $0 != 0x07 && $0 != 0x1B }
    return text.contains(UInt8(ascii: "?")) || text.starts(with: Array("+q".utf8))
      || text.starts(with: Array("$q".utf8))
  }
}
