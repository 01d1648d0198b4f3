/// Whether a member of the API's JSON may be written to the log, to drafts and to receipts.
///
/// The form's questions decide: each tells who may read its answer.
package enum Confidentiality: Hashable, Sendable {
  /// The form asks for it, and anyone may read it.
  case open
  /// A key, or a value that lets its reader use the circuit.
  case confidential
  /// No question of the form asks for it.
  case unknown

  /// Judges the member `name` of an object about `provider`, or about an unknown cloud.
  ///
  /// An AWS account ID is open; the key that Azure or Google has in its place is not. A member that
  /// this cloud doesn't ask for is judged by the other clouds' questions.
  package init(of name: String, for provider: CloudProvider?) {
    let own = provider.flatMap { Self.isConfidential[$0]?[name] }
    let rules =
      own.map { [$0] } ?? CloudProvider.allCases.compactMap { Self.isConfidential[$0]?[name] }
    if rules.contains(true) || Self.soundsSecret(name) {
      self = .confidential
    } else {
      self = rules.isEmpty ? .unknown : .open
    }
  }

  /// Whether each member is confidential, by cloud.
  private static let isConfidential = Dictionary(
    uniqueKeysWithValues: CloudProvider.allCases.map { provider in
      let fields = SharedFields.all + provider.rules.fields
      let members = fields.compactMap { field in field.wire.key.map { ($0, field.secrecy != .open) }
      }
      return (provider, Dictionary(members) { $0 || $1 })
    })

  /// The members that the form asks for.
  package static let askedMembers = Set(isConfidential.values.flatMap(\.keys))

  /// Whether the name sounds like a secret, as that of an undocumented member may.
  private static func soundsSecret(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["key", "secret", "passw", "token", "credential", "authorization", "cookie"]
      .contains { name.contains($0) }
  }
}

extension JSONValue {
  /// The cloud that the object names, if it is known.
  package var cloudProvider: CloudProvider? {
    self["cloud_provider"].text.flatMap(CloudProvider.init(word:))
  }
}

extension VirtualCrossConnect {
  /// The members that the form takes unseen; they are shown only when the person asks.
  public static let secretKeys = Set(
    CloudProvider.allCases.flatMap(\.rules.fields).filter { $0.secrecy == .unseen }
      .compactMap(\.wire.key))
}
