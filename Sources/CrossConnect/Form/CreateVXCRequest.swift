public import FoundationEssentials

/// The body of `POST /virtual_cross_connects`: only the members that are sent, in the form's order.
public struct CreateVXCRequest: Hashable, Sendable {
  /// One member of the JSON object.
  public struct Member: Hashable, Sendable {
    /// The JSON key.
    public let key: String
    /// A string, an integer or `null`.
    public let value: JSONValue
    /// Whether the value is masked on the screen.
    public let isSecret: Bool

    /// A member of the request.
    public init(key: String, value: JSONValue, isSecret: Bool) {
      self.key = key
      self.value = value
      self.isSecret = isSecret
    }
  }

  /// The members in the order in which they are sent.
  public let members: [Member]

  /// A request with these members; a new order's is made by `Draft.makeRequest()`.
  package init(members: [Member]) {
    self.members = members
  }

  /// The value of a member, if it is sent.
  public subscript(key: String) -> JSONValue? {
    members.first { $0.key == key }?.value
  }

  /// Whether it asks for a secondary circuit.
  package var asksForSecondary: Bool { members.contains { $0.key.hasPrefix("secondary_") } }

  /// The values that are masked on the screen.
  package var secrets: [Secret] {
    members.filter(\.isSecret).compactMap { $0.value.text.map(Secret.init) }
  }

  /// The body in UTF-8, as it is sent.
  public var body: Data {
    Data(text(showingSecrets: true).utf8)
  }

  /// The body as JSON, one member a line; without `showingSecrets`, asterisks stand for secrets.
  public func text(showingSecrets: Bool) -> String {
    let lines = members.map { member in
      let value =
        member.isSecret && !showingSecrets
        ? "\"\(String(repeating: "*", count: member.value.text?.count ?? 0))\""
        : member.value.jsonText
      return "  \(JSONValue.string(member.key).jsonText): \(value)"
    }
    return "{\n" + lines.joined(separator: ",\n") + "\n}"
  }
}

extension CreateVXCRequest: CustomStringConvertible, CustomReflectable {
  /// The body with asterisks for its secrets.
  public var description: String { text(showingSecrets: false) }

  /// A mirror without children, so that `dump` shows no secret.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
