internal import CrossConnect
internal import TelnyxAPI

/// Keeps secrets out of files, wherever they stand in a text.
struct SecretFilter: Sendable {
  private let secrets: [[UInt8]]

  /// A filter for these texts, except those that can't be told from ordinary words, or are no keys.
  init(_ secrets: [Secret]) {
    self.secrets = secrets.filter(\.canBeFound).map { Array($0.revealed.utf8) }
  }

  /// Whether one of the secrets is in `text`.
  func concerns(_ text: String) -> Bool {
    guard !secrets.isEmpty else { return false }
    let bytes = Array(text.utf8)
    return secrets.contains { Self.isFound($0, in: bytes) }
  }

  /// The members that hold no secret, judged by their names and values.
  ///
  /// - Parameters:
  ///   - members: The object's members.
  ///   - provider: The cloud that the object is about, if known.
  /// - Returns: The kept members, and the names of the others.
  package func kept(
    of members: [String: JSONValue], for provider: CloudProvider?
  ) -> (members: [String: JSONValue], withheld: Set<String>) {
    var kept: [String: JSONValue] = [:]
    var withheld: Set<String> = []
    for (name, value) in members {
      guard Confidentiality(of: name, for: provider) != .confidential, !concerns(name),
        let value = self.kept(value, for: provider)
      else {
        withheld.insert(name)
        continue
      }
      kept[name] = value
    }
    return (kept, withheld)
  }

  private func kept(_ value: JSONValue, for provider: CloudProvider?) -> JSONValue? {
    switch value {
    case .object(let members): .object(kept(of: members, for: provider).members)
    case .array(let elements): .array(elements.compactMap { kept($0, for: provider) })
    case .null, .bool: value
    case .string, .integer, .number: value.text.map(concerns) == true ? nil : value
    }
  }

  /// Searches with a rolling hash, so that no text makes it slow.
  ///
  /// - SeeAlso: Karp and Rabin, "Efficient randomized pattern-matching algorithms", 1987.
  private static func isFound(_ secret: [UInt8], in text: [UInt8]) -> Bool {
    let length = secret.count
    guard text.count >= length else { return false }
    let base: UInt64 = 1_099_511_628_211
    let hash = { (bytes: ArraySlice<UInt8>) in
      bytes.reduce(UInt64(0)) { $0 &* base &+ UInt64($1) }
    }
    let leading = (1..<length).reduce(UInt64(1)) { power, _ in power &* base }
    let wanted = hash(secret[...])
    var current = hash(text[..<length])
    var start = 0
    while true {
      if current == wanted, text[start..<start + length].elementsEqual(secret) { return true }
      guard start + length < text.count else { return false }
      current = (current &- UInt64(text[start]) &* leading) &* base &+ UInt64(text[start + length])
      start += 1
    }
  }
}

extension Draft {
  /// The confidential answers, which no file may have.
  var confidentialAnswers: [Secret] {
    answers.filter { $0.key.descriptor?.secrecy != .open && $0.key.descriptor != nil }.map {
      Secret($0.value.trimmed)
    }
  }
}
