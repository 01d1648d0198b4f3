extension CloudProvider {
  /// Reads a cloud's name, in small or capital letters; `nil` for anything else.
  ///
  /// - Parameter name: The API's word, the short name or the product's name: `gce`, `Google` or
  ///   `Google Partner Interconnect`.
  public init?(called name: String) {
    let name = name.trimmed.lowercased()
    let found = Self.allCases.first {
      [$0.rawValue, $0.rules.shortName, $0.rules.displayName].contains { $0.lowercased() == name }
    }
    guard let found else { return nil }
    self = found
  }

  /// Everything that is different about this cloud.
  public var rules: ProviderRules {
    switch self {
    case .aws: .aws
    case .azure: .azure
    case .googleCloud: .googleCloud
    }
  }
}
