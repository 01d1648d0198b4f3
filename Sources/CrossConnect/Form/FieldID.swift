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
  /// An answer for one cloud makes no sense for another, but a change of mind must not lose it.
  public var isPerProvider: Bool {
    switch self {
    case .network, .name, .telnyxRegion, .cloudProvider: false
    default: true
    }
  }

  /// The option of `vxc create` that gives the answer, without its hyphens: `cloud-region`.
  ///
  /// Both ends of a circuit share one option. The option of a key takes a file, not the key.
  public var optionName: String {
    // A case of one word is its own name.
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
