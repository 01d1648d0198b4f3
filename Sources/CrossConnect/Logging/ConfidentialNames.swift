/// Which names of members, parameters and headers stand before something that must not be written down.
///
/// What the form's questions say of their answers decides; a name that the form doesn't know counts
/// if it sounds like a secret's.
enum ConfidentialNames {
  /// How a value is treated for the name before it.
  enum Treatment {
    /// Anyone may read it.
    case shown
    /// Hidden where it stands.
    case hidden
    /// Hidden wherever it occurs: whoever has it could use it.
    case secret
  }

  /// How the value of `name` is treated in what is about a cloud, or about one that isn't known.
  static func treatment(
    of name: some StringProtocol, for provider: CloudProvider?
  ) -> Treatment {
    let name = plain(name)
    let clouds = provider.map { [$0] } ?? CloudProvider.allCases
    let confidential = clouds.filter { confidentialNames[$0]?.contains(name) == true }
    if confidential.count == clouds.count { return .secret }
    return confidential.isEmpty && !soundsSecret(name) ? .shown : .hidden
  }

  /// The names that are confidential for each cloud, plain.
  private static let confidentialNames = Dictionary(
    uniqueKeysWithValues: CloudProvider.allCases.map { provider in
      let names = provider.rules.fields.filter(\.isConfidential).flatMap(\.wireKeys)
      return (provider, Set(names.map { plain($0) }))
    })

  /// `name` in small letters and digits, without the circuit: `primaryBgpKey` is `bgpkey`.
  private static func plain(_ name: some StringProtocol) -> String {
    let bytes = name.utf8.filter(ASCII.isLetterOrDigit).map(ASCII.lowercased)
    let plain = String(decoding: bytes, as: UTF8.self)
    for circuit in ["primary", "secondary"] where plain.hasPrefix(circuit) {
      return String(plain.dropFirst(circuit.utf8.count))
    }
    return plain
  }

  private static func soundsSecret(_ plain: String) -> Bool {
    let words = ["secret", "password", "passwd", "token", "authorization", "credential", "cookie"]
    return plain.hasSuffix("key") || words.contains { plain.contains($0) }
  }
}
