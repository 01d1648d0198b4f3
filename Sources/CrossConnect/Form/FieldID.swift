/// A question of the form, whatever the provider calls it.
public enum FieldID: String, CaseIterable, Hashable, Sendable {
  case network
  case name
  case telnyxRegion
  case cloudProvider
  case cloudRegion
  case primaryAccount
  case bandwidth
  case asn
  case primaryTelnyxIP
  case primaryCloudIP
  case primaryBGPKey
  case wantsSecondary
  case secondaryAccount
  case secondaryTelnyxIP
  case secondaryCloudIP
  case secondaryBGPKey

  /// Whether the answer is kept apart for each provider.
  ///
  /// What was typed for one cloud makes no sense for another, yet is not lost by a change of mind.
  public var isPerProvider: Bool {
    switch self {
    case .network, .name, .telnyxRegion, .cloudProvider: false
    default: true
    }
  }
}
