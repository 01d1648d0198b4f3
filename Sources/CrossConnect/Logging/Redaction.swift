internal import FoundationEssentials

/// Makes requests and answers fit to be written down.
///
/// A value is hidden for the name before it, in JSON at any depth; what is surely a secret is then
/// hidden in everything that follows as well, under any name or none.
struct Redaction: Sendable {
  private var scrubber = SecretScrubber()

  /// Makes a secret known, to be hidden wherever it occurs.
  mutating func learn(_ secret: String) {
    scrubber.learn(secret)
    // A pairing key is a UUID with its place, and some messages name only the UUID.
    for part in secret.split(separator: "/") where part.utf8.count >= 16 {
      scrubber.learn(String(part))
    }
  }

  /// A URL, a sentence, or whatever else is just text.
  mutating func text(_ text: String) -> String {
    scrubber.scrubbed(withoutLabelledValues(text))
  }

  /// The value of a header field; of credentials the scheme stays.
  mutating func header(_ name: String, _ value: String) -> String {
    guard ConfidentialNames.treatment(of: name, for: nil) != .shown else { return text(value) }
    let parts = value.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, ["bearer", "basic"].contains(parts[0].lowercased()) else {
      return SecretScrubber.words(for: value)
    }
    return "\(parts[0]) \(SecretScrubber.words(for: parts[1]))"
  }

  /// A body: JSON on one line, with its members by name, or text as it is.
  mutating func body(_ body: Data) -> String {
    guard let json = try? JSONValue(parsing: body) else {
      return text(String(decoding: body, as: UTF8.self))
    }
    let redacted = redacted(json, .shown, for: nil)
    return scrubber.scrubbed(redacted.jsonText)
  }
}

// MARK: - JSON

extension Redaction {
  /// `value` treated as the names above it ask for, about the cloud of the nearest `cloud_provider`.
  private mutating func redacted(
    _ value: JSONValue, _ treatment: ConfidentialNames.Treatment, for provider: CloudProvider?
  ) -> JSONValue {
    switch value {
    case .null, .bool: return value
    case .array(let elements):
      return .array(elements.map { redacted($0, treatment, for: provider) })
    case .object(let members):
      return .object(redacted(members, treatment, for: provider))
    case .string(let string) where treatment == .shown:
      return .string(redacted(string, for: provider))
    case .integer, .number, .string:
      let text = value.text ?? ""
      guard treatment != .shown, !text.isEmpty else { return value }
      if treatment == .secret { learn(text) }
      return .string(SecretScrubber.words(for: text))
    }
  }

  private mutating func redacted(
    _ members: [String: JSONValue], _ above: ConfidentialNames.Treatment,
    for provider: CloudProvider?
  ) -> [String: JSONValue] {
    let provider = members["cloud_provider"]?.text.map(CloudProvider.init(rawValue:)) ?? provider
    var result: [String: JSONValue] = [:]
    for (name, value) in members {
      let own = ConfidentialNames.treatment(of: name, for: provider)
      result[name] = redacted(value, above == .shown ? own : above, for: provider)
    }
    return result
  }

  /// A string that anyone may read, unless it holds JSON or names of its own.
  private mutating func redacted(_ string: String, for provider: CloudProvider?) -> String {
    if let first = string.utf8.first(where: { $0 > 0x20 }), "{[".utf8.contains(first),
      let json = try? JSONValue(parsing: Data(string.utf8))
    {
      return redacted(json, .shown, for: provider).jsonText
    }
    return withoutLabelledValues(string)
  }
}

// MARK: - Text

extension Redaction {
  private mutating func withoutLabelledValues(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let values = LabelledValues(text: bytes).confidential
    guard !values.isEmpty else { return text }
    var result: [UInt8] = []
    var end = 0
    for value in values {
      let secret = String(decoding: bytes[value.range], as: UTF8.self)
      if value.treatment == .secret { learn(secret) }
      result += bytes[end..<value.range.lowerBound]
      result += SecretScrubber.words(for: secret).utf8
      end = value.range.upperBound
    }
    result += bytes[end...]
    return String(decoding: result, as: UTF8.self)
  }
}
