internal import FoundationEssentials

/// Takes known secrets out of any text, however they are written there.
///
/// They are found in any mixture of percent-encoding, JSON escapes and HTML character references, as
/// hexadecimal digits, and within anything that is Base64.
struct SecretScrubber: Sendable {
  /// Shorter secrets are hidden only where a name tells them: as a part of ordinary words they would
  /// make a text unreadable, and give themselves away by that.
  static let shortestLength = 4

  private var trie = SecretTrie()

  /// What is written in the place of a secret.
  static func words(for secret: String) -> String { Secret(secret).description }

  /// Makes a secret known.
  mutating func learn(_ secret: String) {
    let bytes = Array(secret.utf8)
    guard bytes.count >= Self.shortestLength else { return }
    let words = Self.words(for: secret)
    trie.insert(bytes, .init(words: words, isBase64: false))
    trie.insert(Self.hexadecimal(bytes), .init(words: words, isBase64: false))
    for core in Self.base64Cores(bytes) {
      trie.insert(core, .init(words: words, isBase64: true))
    }
  }

  /// `text` without the secrets.
  func scrubbed(_ text: String) -> String {
    guard !trie.isEmpty else { return text }
    let bytes = Array(text.utf8)
    let matches = matches(in: bytes)
    guard !matches.isEmpty else { return text }
    var result: [UInt8] = []
    var end = 0
    for match in matches {
      result += bytes[end..<match.range.lowerBound]
      result += match.words.utf8
      end = match.range.upperBound
    }
    result += bytes[end...]
    return String(decoding: result, as: UTF8.self)
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    return bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  }

  /// The characters that stand for the bytes, and nothing beside them, in any Base64 they are part of:
  /// the bytes can begin at each third of its groups, in each of its two alphabets.
  ///
  /// - SeeAlso: RFC 4648, sections 4 and 5.
  private static func base64Cores(_ bytes: [UInt8]) -> [[UInt8]] {
    (0..<3).flatMap { offset in
      let encoded = Data([UInt8](repeating: 0, count: offset) + bytes).base64EncodedString()
      let first = (offset * 8 + 5) / 6
      let end = (offset + bytes.count) * 8 / 6
      let core = Array(encoded.utf8)[first..<end]
      let other = core.map { byte in
        byte == UInt8(ascii: "+")
          ? UInt8(ascii: "-") : byte == UInt8(ascii: "/") ? UInt8(ascii: "_") : byte
      }
      return [Array(core), other]
    }
  }
}

// MARK: - Searching

extension SecretScrubber {
  private struct Match {
    var range: Range<Int>
    var words: String
  }

  /// How far a search has come, by one way of reading.
  private struct Progress: Hashable {
    var place: Int
    var position: Int
  }

  /// All places where something is known, overlapping ones as one.
  private func matches(in bytes: [UInt8]) -> [Match] {
    let spelling = SecretSpelling(text: bytes)
    let begins = (0...UInt8.max).map { byte in
      SecretSpelling.isEscape(byte)
        || trie.place(after: [ASCII.lowercased(byte)], from: SecretTrie.root) != nil
    }
    var matches: [Match] = []
    for start in bytes.indices where begins[Int(bytes[start])] {
      guard let match = match(at: start, in: spelling) else { continue }
      if let last = matches.last, last.range.upperBound >= match.range.lowerBound {
        let lower = min(last.range.lowerBound, match.range.lowerBound)
        let upper = max(last.range.upperBound, match.range.upperBound)
        matches[matches.count - 1].range = lower..<upper
      } else {
        matches.append(match)
      }
    }
    return matches
  }

  /// The longest match that starts here; also the start of one that the end of the text cuts off.
  private func match(at start: Int, in spelling: SecretSpelling) -> Match? {
    let text = spelling.text
    var match: Match?
    var isCutOff = false
    var front: Set<Progress> = [Progress(place: SecretTrie.root, position: start)]
    while !front.isEmpty {
      var next: Set<Progress> = []
      for progress in front {
        if spelling.mayBeCutOff(at: progress.position),
          trie.depth(of: progress.place) >= Self.tellingLength
        {
          isCutOff = true
        }
        guard progress.position < text.count else { continue }
        for reading in spelling.readings(at: progress.position) {
          guard let place = trie.place(after: reading.bytes, from: progress.place) else { continue }
          let end = progress.position + reading.length
          next.insert(Progress(place: place, position: end))
          guard let entry = trie.entry(at: place), end > match?.range.upperBound ?? start else {
            continue
          }
          match = Match(range: range(start..<end, of: entry, in: text), words: entry.words)
        }
      }
      front = next
    }
    guard match == nil, isCutOff else { return match }
    return Match(range: start..<text.count, words: "<part of a secret>")
  }

  /// So many bytes at the end of a text are taken for a secret that was cut off.
  private static let tellingLength = 6

  /// In Base64 the characters before and after hold some bits of the secret.
  private func range(
    _ range: Range<Int>, of entry: SecretTrie.Entry, in text: [UInt8]
  ) -> Range<Int> {
    guard entry.isBase64 else { return range }
    let isBefore = range.lowerBound > 0 && Self.isBase64(text[range.lowerBound - 1])
    let isAfter = range.upperBound < text.count && Self.isBase64(text[range.upperBound])
    return range.lowerBound - (isBefore ? 1 : 0)..<range.upperBound + (isAfter ? 1 : 0)
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    ASCII.isLetterOrDigit(byte) || "+/-_=".utf8.contains(byte)
  }
}
