internal import CrossConnect
internal import FoundationEssentials

/// Takes known secrets out of text that others worded: errors on the screen, and what is logged.
///
/// They are found whole or cut off, as they are, in any case, as hexadecimal digits and within Base64;
/// all of these with signs between, and escaped for URLs, JSON or HTML. Every text is gone through a few
/// times, however it is made.
struct SecretMask: Sendable {
  /// What stands in the place of a secret.
  package static let words = "(not shown)"

  /// So many bytes of a secret, in any spelling, tell it from other words.
  private static let partLength = 8
  /// A server could hand out keys without end.
  private static let mostSecrets = 100

  /// Every part of every spelling by its length; parts are shorter only where the secret is.
  private var parts: [Int: Set<UInt64>] = [:]
  private var known: Set<Secret> = []

  /// A mask for these secrets.
  init(_ secrets: [Secret] = []) {
    for secret in secrets { learn(secret) }
  }

  /// Makes one more secret known.
  mutating func learn(_ secret: Secret) {
    // The rest of a pairing key names a region, which is no secret.
    let secret = PairingKey(secret.revealed).map { Secret($0.uuid) } ?? secret
    guard secret.canBeFound, known.count < Self.mostSecrets, known.insert(secret).inserted else {
      return
    }
    for spelling in secret.spellings {
      let length = min(Self.partLength, spelling.count)
      Self.forEachPart(of: spelling, length: length) { part, _ in
        parts[length, default: []].insert(part)
      }
    }
  }

  /// `text` with words in the place of each secret, or part of one.
  package func masked(_ text: String) -> String {
    guard !parts.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var isHidden = [Bool](repeating: false, count: bytes.count)
    var reading: EscapedText? = EscapedText(bytes)
    // What is escaped may have been escaped before.
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

  /// Hands out all runs of `length` bytes, letters small, each packed in a number, with where it starts.
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
  /// Whether it can be told from ordinary words, and may be a key at all: 6 bytes to 1 KiB.
  package var canBeFound: Bool { (6...1024).contains(revealed.utf8.count) }

  /// It as it is, as hexadecimal digits, and as the characters that stand for it and nothing beside it
  /// in any Base64 it is part of: it can begin at each third of a group, in each of two alphabets.
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
