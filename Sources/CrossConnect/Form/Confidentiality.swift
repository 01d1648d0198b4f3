/// Whether a member of the API's JSON may be written down: the one rule for the log, drafts and receipts.
///
/// What the form's questions say of their answers decides.
package enum Confidentiality: Hashable, Sendable {
  /// The form asks for it, and anyone may read it.
  case open
  /// Whoever has it could use it.
  case confidential
  /// No question is about it.
  case unknown

  /// Judges the member `name` in what is about a cloud, or about one that isn't known.
  ///
  /// An AWS account ID is open, what Azure and Google have in its place is not. What a cloud isn't asked
  /// for is judged as the others'.
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

  /// What the form says of each member, by cloud.
  private static let isConfidential = Dictionary(
    uniqueKeysWithValues: CloudProvider.allCases.map { provider in
      let fields = SharedFields.all + provider.rules.fields
      let members = fields.compactMap { field in field.wire.key.map { ($0, field.secrecy != .open) }
      }
      return (provider, Dictionary(members) { $0 || $1 })
    })

  /// The members that some question of the form is about.
  package static let askedMembers = Set(isConfidential.values.flatMap(\.keys))

  /// Whether a member of this name is a secret, though no document tells of it.
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
  /// Members that are shown only when asked for: what the form takes unseen.
  public static let secretKeys = Set(
    CloudProvider.allCases.flatMap(\.rules.fields).filter { $0.secrecy == .unseen }
      .compactMap(\.wire.key))
}
