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

  /// The option of `vxc create` that gives the answer, without its hyphens: `cloud-region`.
  ///
  /// The two ends of a circuit share one, and a key is only named by the file that it is in.
  public var optionName: String {
    // What is one word is its own name.
    Self.optionNames.first { $0.key == self }?.value ?? rawValue
  }

  private static let optionNames: KeyValuePairs<FieldID, String> = [
    .telnyxRegion: "region", .cloudProvider: "provider", .cloudRegion: "cloud-region",
    .primaryAccount: "account", .primaryTelnyxIP: "primary-ips", .primaryCloudIP: "primary-ips",
    .primaryBGPKey: "primary-bgp-key-file", .wantsSecondary: "secondary",
    .secondaryAccount: "secondary-account", .secondaryTelnyxIP: "secondary-ips",
    .secondaryCloudIP: "secondary-ips", .secondaryBGPKey: "secondary-bgp-key-file",
  ]
}
