extension CloudProvider {
  /// Reads the API's word for a cloud or a name of the cloud, such as `gce`, `Google` or
  /// `Google Partner Interconnect`, in small or capital letters; `nil` for anything else.
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
