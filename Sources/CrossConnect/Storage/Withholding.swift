/// Keeps secrets out of what is written to files and said of errors, wherever they turn up.
struct Withholding: Sendable {
  private let secrets: [Secret]

  /// Looks for these texts; ones too short to be told from ordinary words are passed over.
  init(_ secrets: [Secret]) {
    self.secrets = secrets.filter { $0.count >= 6 }
  }

  /// Whether one of the secrets is in `text`.
  func concerns(_ text: String) -> Bool {
    secrets.contains { text.contains($0.revealed) }
  }

  /// `text` with words in the place of each secret in it, as it is or as JSON writes it.
  func withheld(in text: String) -> String {
    guard !secrets.isEmpty else { return text }
    let spellings = secrets.flatMap { secret in
      [secret.revealed, String(JSONValue.string(secret.revealed).jsonText.dropFirst().dropLast())]
    }
    return spellings.reduce(text) { $0.replacing($1, with: "(not shown)") }
  }

  /// An object without the members that hold a secret, by their name or by what they say.
  ///
  /// - Parameters:
  ///   - members: The object's members.
  ///   - names: Names of members that hold secrets.
  /// - Returns: The other members, and the names of those left out.
  func kept(
    of members: [String: JSONValue], withholding names: Set<String>
  ) -> (members: [String: JSONValue], withheld: Set<String>) {
    var kept: [String: JSONValue] = [:]
    var withheld: Set<String> = []
    for (name, value) in members {
      guard !names.contains(name), !Self.soundsSecret(name), !concerns(name) else {
        withheld.insert(name)
        continue
      }
      guard let value = self.kept(value, withholding: names) else {
        withheld.insert(name)
        continue
      }
      kept[name] = value
    }
    return (kept, withheld)
  }

  private func kept(_ value: JSONValue, withholding names: Set<String>) -> JSONValue? {
    switch value {
    case .object(let members): .object(kept(of: members, withholding: names).members)
    case .array(let elements): .array(elements.compactMap { kept($0, withholding: names) })
    case .null, .bool: value
    case .string, .integer, .number: value.text.map(concerns) == true ? nil : value
    }
  }

  /// Whether a member of this name is a secret, though no document tells of it.
  private static func soundsSecret(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["key", "secret", "password", "token"].contains { name.contains($0) }
  }
}

extension Draft {
  /// What was typed that must not be written anywhere.
  var confidentialAnswers: [Secret] {
    answers.filter { $0.key.descriptor?.isConfidential == true }.map { Secret($0.value.trimmed) }
  }
}
