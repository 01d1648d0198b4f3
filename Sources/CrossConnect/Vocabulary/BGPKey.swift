/// The MD5 key that both BGP peers of a circuit share.
public enum BGPKey {
  /// What a cloud accepts as a key.
  public struct Limits: Hashable, Sendable {
    /// Which characters a key may be made of.
    public enum Alphabet: Hashable, Sendable {
      case printable
      case lettersAndDigits
    }

    /// The fewest and the most characters.
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

  /// Checks a key against a cloud's limits, without quoting it.
  public static func finding(for key: String, limits: Limits) -> Finding? {
    let isAllowed =
      switch limits.alphabet {
      case .printable: key.utf8.allSatisfy(ASCII.isPrintable)
      case .lettersAndDigits: key.utf8.allSatisfy(ASCII.isLetterOrDigit)
      }
    guard isAllowed else {
      return .blocks(
        limits.alphabet == .printable
          ? "A BGP key is made of printable ASCII characters."
          : "A BGP key is made of letters and digits only here.")
    }
    let count = key.utf8.count
    guard limits.length.contains(count) else {
      return .blocks("A BGP key has \(limits.words) characters here; this has \(count).")
    }
    return nil
  }
}

extension BGPKey.Limits {
  /// The length in words: "6 to 80", "at most 25".
  var words: String {
    length.lowerBound > 1
      ? "\(length.lowerBound) to \(length.upperBound)" : "at most \(length.upperBound)"
  }
}
