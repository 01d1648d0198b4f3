extension CloudProvider {
  /// What is different about this cloud.
  public var rules: ProviderRules {
    switch self {
    case .aws: .aws
    case .azure: .azure
    case .googleCloud: .googleCloud
    }
  }
}
