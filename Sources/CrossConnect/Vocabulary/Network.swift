/// A Telnyx network of the account, to which a cross connect belongs.
public struct Network: Hashable, Sendable {
  /// The identifier, a UUID.
  public let id: String
  /// The name that its owner gave it; may be empty.
  public let name: String

  /// A network with its name.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  /// Reads a network from the API's answer; `nil` without an identifier.
  public init?(_ json: JSONValue) {
    guard let id = json["id"].text else { return nil }
    self.init(id: id, name: json["name"].text ?? "")
  }
}
