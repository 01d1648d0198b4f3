/// The MD5 key that both BGP peers of a circuit share.
public enum BGPKey {
  /// What a cloud accepts as a key.
  public struct Limits: Hashable, Sendable {
    /// Which characters a key may be made of.
    public enum Alphabet: Hashable, Sendable {
      case printable
      case lettersAndDigits
    }

    /// The fewest and the most characters that the cloud accepts.
    public let length: ClosedRange<Int>
    /// The characters allowed.
    public let alphabet: Alphabet

    /// Limits on length and characters.
    public init(length: ClosedRange<Int>, alphabet: Alphabet) {
      self.length = length
      self.alphabet = alphabet
    }
  }

  /// The length of a generated key, which every cloud accepts.
  public static let generatedLength = 20

  /// Makes a key of random letters and digits, good for every cloud.
  public static func generated(using generator: inout some RandomNumberGenerator) -> Secret {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
    return Secret(
      String(
        (0..<generatedLength).map { _ in
          alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        }))
  }

  /// Checks a key against a cloud's limits.
  ///
  /// The sentence never quotes the key.
  public static func finding(for key: String, limits: Limits) -> Finding? {
    guard key.first?.isWhitespace != true, key.last?.isWhitespace != true else {
      let end = key.first?.isWhitespace == true ? "begins" : "ends"
      return .blocks("This BGP key \(end) with a space. Remove it.")
    }
    let refused = key.unicodeScalars.first { scalar in
      guard let byte = UInt8(exactly: scalar.value) else { return true }
      return switch limits.alphabet {
      case .printable: !ASCII.isPrintable(byte)
      case .lettersAndDigits: !ASCII.isLetterOrDigit(byte)
      }
    }
    if let refused {
      let alphabet =
        limits.alphabet == .printable
        ? "printable ASCII characters" : "letters and digits only here"
      return .blocks("A BGP key is made of \(alphabet); this has \(DisplayText.named(refused)).")
    }
    let count = key.utf8.count
    guard limits.length.contains(count) else {
      return .blocks("A BGP key has \(limits.words) characters here; this has \(count).")
    }
    if hasLabel(key) {
      return .warns(
        "This BGP key begins like a label. All \(count) characters are sent, the label too.")
    }
    if let first = key.first, count > 2, "\"'`".contains(first), key.last == first {
      return .warns("The quotes are part of this key. Remove them if you do not mean them.")
    }
    if key.contains(" ") {
      return .warns("This BGP key has a blank in it. All \(count) characters are sent, blanks too.")
    }
    return nil
  }

  /// Whether a key begins with a word for keys and a colon or an equals sign, as in a ticket.
  private static func hasLabel(_ key: String) -> Bool {
    guard let end = key.firstIndex(where: { ":=".contains($0) }), key[end...].count > 1 else {
      return false
    }
    let word = key[..<end].lowercased().filter { $0.isLetter || $0.isNumber }
    return ["key", "md5", "password", "passwd", "pass", "passphrase", "secret", "auth"]
      .contains { word.hasSuffix($0) }
  }
}

extension BGPKey.Limits {
  /// The length in words: "6 to 80", "at most 25".
  package var words: String {
    length.lowerBound > 1
      ? "\(length.lowerBound) to \(length.upperBound)" : "at most \(length.upperBound)"
  }
}
