internal import CrossConnect
internal import FoundationEssentials

/// Masks known secrets in text by others: errors on the screen, and the log.
///
/// It finds a secret whole or cut off, plain, in any letter case, in hexadecimal and within Base64.
/// Each of these may have separators between its characters, or be escaped for URLs, JSON or HTML.
/// No text costs more than a few passes.
struct SecretMask: Sendable {
  /// The words that stand for a secret.
  package static let words = "(not shown)"

  /// The number of bytes, in any spelling, that are enough to tell a secret from other words.
  private static let partLength = 8
  /// The most secrets that answers may add: a server could hand out keys without end.
  private static let mostSecrets = 100

  /// The parts of every spelling by their length; a part is shorter only if the whole secret is.
  private var parts: [Int: Set<UInt64>] = [:]
  private var known: Set<Secret> = []

  /// A mask for these secrets.
  init(_ secrets: [Secret] = []) {
    for secret in secrets { learn(secret) }
  }

  /// Learns one more secret.
  ///
  /// - Parameters:
  ///   - secret: The secret.
  ///   - isOwn: Whether the person gave it. However many an answer had, these are learnt.
  mutating func learn(_ secret: Secret, isOwn: Bool = true) {
    // The rest of a pairing key names a region: no secret.
    let secret = PairingKey(secret.revealed).map { Secret($0.uuid) } ?? secret
    guard secret.canBeFound, isOwn || known.count < Self.mostSecrets,
      known.insert(secret).inserted
    else { return }
    for spelling in secret.spellings {
      let length = min(Self.partLength, spelling.count)
      Self.forEachPart(of: spelling, length: length) { part, _ in
        parts[length, default: []].insert(part)
      }
    }
  }

  /// `text` with each secret, or part of one, masked.
  package func masked(_ text: String) -> String {
    guard !parts.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var isHidden = [Bool](repeating: false, count: bytes.count)
    var reading: EscapedText? = EscapedText(bytes)
    // An escaped text may have been escaped again; the bound limits the work.
    for _ in 0..<4 {
      guard let current = reading else { break }
      hide(current, &isHidden)
      hide(current.together, &isHidden)
      reading = current.resolved
    }
    return isHidden.contains(true) ? Self.text(bytes, without: isHidden) : text
  }

  private func hide(_ reading: EscapedText, _ isHidden: inout [Bool]) {
    for (length, parts) in parts {
      Self.forEachPart(of: reading.bytes, length: length) { part, start in
        guard parts.contains(part) else { return }
        for place in reading.place(of: start..<start + length) { isHidden[place] = true }
      }
    }
  }

  /// Calls `body` with every run of `length` bytes in small letters, packed in a number, and its
  /// start.
  private static func forEachPart(
    of bytes: [UInt8], length: Int, _ body: (_ part: UInt64, _ start: Int) -> Void
  ) {
    let bits = UInt64.max >> UInt64(64 - 8 * length)
    var part: UInt64 = 0
    for (place, byte) in bytes.enumerated() {
      part = (part << 8 | UInt64(ASCII.lowercased(byte))) & bits
      if place >= length - 1 { body(part, place - length + 1) }
    }
  }

  private static func text(_ bytes: [UInt8], without isHidden: [Bool]) -> String {
    var result: [UInt8] = []
    for (place, byte) in bytes.enumerated() {
      if !isHidden[place] {
        result.append(byte)
      } else if place == 0 || !isHidden[place - 1] {
        result += words.utf8
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

// MARK: - Spelling

extension Secret {
  /// Whether it can be told from ordinary words, and can be a key: 6 bytes to 1 KiB.
  package var canBeFound: Bool { (6...1024).contains(revealed.utf8.count) }

  /// The secret plain, in hexadecimal, and in any Base64 that it can be part of.
  ///
  /// In Base64, it can begin at each third of a group, in each of two alphabets. A spelling has
  /// only the characters that stand for nothing but the secret.
  ///
  /// - SeeAlso: RFC 4648, sections 4, 5 and 8.
  fileprivate var spellings: [[UInt8]] {
    let bytes = Array(revealed.utf8)
    let digits = Array("0123456789abcdef".utf8)
    let hexadecimal = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    let together = bytes.filter { !EscapedText.isBetween($0) }
    return [bytes, hexadecimal] + (together.count < 6 ? [] : [together])
      + (0..<3).flatMap { offset in
        let encoded = Data([UInt8](repeating: 0, count: offset) + bytes).base64EncodedString()
        let core = Array(encoded.utf8)[(offset * 8 + 5) / 6..<(offset + bytes.count) * 8 / 6]
        let others: [UInt8: UInt8] = [
          UInt8(ascii: "+"): UInt8(ascii: "-"), UInt8(ascii: "/"): UInt8(ascii: "_"),
        ]
        let variants = [Array(core), core.map { others[$0] ?? $0 }]
        return variants + variants.map { $0.filter { !EscapedText.isBetween($0) } }
      }
  }
}
