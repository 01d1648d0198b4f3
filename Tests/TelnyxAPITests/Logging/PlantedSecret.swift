import FoundationEssentials

/// A secret of a test, the ways to write it, and the search for it.
struct PlantedSecret: Sendable, CustomStringConvertible {
  let text: String

  var description: String { text }

  /// A random one, with the characters that are escaped somewhere.
  static func random(using generator: inout some RandomNumberGenerator) -> PlantedSecret {
    // Without a per cent sign, which before digits means something else.
    let alphabet = Array("ABCdefGHI0123456789jklMNOpqr+/&\"'\\<>= _-")
    let length = Int.random(in: 8...40, using: &generator)
    // It begins and ends with letters: what is trimmed away is no part of it.
    let middle = String(
      (0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] })
    return PlantedSecret(text: "Kx" + middle + "yZ")
  }

  /// The secret in a random spelling that may stand in a JSON string.
  func spelled(using generator: inout some RandomNumberGenerator) -> String {
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: return mixed(using: &generator, Self.percentEncoded)
    case 1: return mixed(using: &generator, Self.characterReference)
    case 2: return mixed(using: &generator, Self.jsonEscaped)
    case 3:
      return mixed(using: &generator) {
        Self.percentEncoded("%") + Self.percentEncoded($0).dropFirst()
      }
    case 4:
      let before = String(repeating: "u", count: Int.random(in: 0...4, using: &generator))
      return Data("\(before)\(text):".utf8).base64EncodedString()
    default: return text.utf8.map { String($0, radix: 16) }.joined()
    }
  }

  /// Some characters as `escape` has them, those that JSON escapes as JSON has them, the others as they are.
  private func mixed(
    using generator: inout some RandomNumberGenerator, _ escape: (Character) -> String
  ) -> String {
    text.map { character in
      if Bool.random(using: &generator) { return escape(character) }
      return "\"\\".contains(character) ? "\\\(character)" : String(character)
    }.joined()
  }

  private static func hexadecimal(_ character: Character) -> String {
    let digits = String(character.asciiValue ?? 0, radix: 16)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }

  private static func percentEncoded(_ character: Character) -> String {
    "%" + hexadecimal(character)
  }

  private static func characterReference(_ character: Character) -> String {
    "&#x\(hexadecimal(character));"
  }

  private static func jsonEscaped(_ character: Character) -> String {
    character == "/" ? "\\/" : "\\u00" + hexadecimal(character)
  }

  /// Whether the secret, or the first of it, can be had from `log`.
  func isIn(_ log: String, first count: Int = .max) -> Bool {
    let part = String(text.prefix(count)).lowercased()
    var texts = [log.lowercased()]
    var round = texts
    for _ in 0..<3 {
      round = round.flatMap { text in Self.decoders.map { $0(text).lowercased() } }
      texts += round
    }
    return texts.contains { $0.contains(part) }
      || Self.decodedRuns(of: log).contains { $0.lowercased().contains(part) }
  }

  /// What resolves one kind of escapes, once.
  private static var decoders: [(String) -> String] {
    func character(_ digits: Substring) -> String {
      UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    }
    return [
      { text in
        text.replacing(/\\(?:u([0-9a-f]{4})|(.))/) { match in
          match.1.map { character($0) } ?? match.2.map { String($0) } ?? ""
        }
      },
      { text in text.replacing(/&#x([0-9a-f]+);/) { character($0.1) } },
      { text in text.replacing(/%([0-9a-f]{2})/) { character($0.1) } },
    ]
  }

  /// What the runs of Base64 and of hexadecimal digits in `text` decode to.
  private static func decodedRuns(of text: String) -> [String] {
    let base64 = text.matches(of: /[A-Za-z0-9+\/]{8,}/).flatMap { match in
      (0..<4).compactMap { offset in
        let run = match.output.dropFirst(offset)
        let padding = String(repeating: "=", count: (4 - run.count % 4) % 4)
        return Data(base64Encoded: run + padding)
      }
    }
    let hexadecimal = text.matches(of: /([0-9a-f]{2}){4,}/).map { match in
      let digits = Array(match.output.0.utf8)
      return Data(
        stride(from: 0, to: digits.count, by: 2).compactMap { place in
          UInt8(String(decoding: digits[place..<place + 2], as: UTF8.self), radix: 16)
        })
    }
    return (base64 + hexadecimal).map { String(decoding: $0, as: UTF8.self) }
  }
}
