import FoundationEssentials

/// What one cloud provider demands of an order, as Telnyx would enforce it.
///
/// It is written independently of the client's rules, so that the two check each other.
struct ProviderPolicy: Hashable, Sendable {
  /// When there is a secondary circuit.
  enum Secondary: Hashable, Sendable {
    /// Always, and both circuits are enabled together.
    case paired
    /// When the order has a value for it, or when it is enabled later.
    case onRequest
    /// When the order has an account of its own for it.
    case withAccount
  }

  /// The value of `cloud_provider`.
  let provider: String
  /// The cloud side's ASN if the order leaves it open.
  let usualASN: Int64
  /// The form of the identifier by which the cloud knows the customer.
  let account: AccountRule
  /// What the cloud accepts as a BGP key.
  let bgpKey: TextRule
  /// When there is a secondary circuit.
  let secondary: Secondary
  /// Whether an order may have addresses, and Telnyx assigns missing ones; otherwise the cloud
  /// tells them.
  var takesAddressesAtCreation = true
  /// Whether an order may leave the bandwidth to the cloud's circuit.
  var readsBandwidthFromCloud = false
  /// The seconds within which the cloud's side must accept the connection; `nil` without a limit.
  var acceptance: TimeInterval?

  /// Every provider's, in the order of the API reference.
  static let all = [
    // AWS Direct Connect API, NewPrivateVirtualInterface (authKey); AWS Account Management, "View AWS
    // account identifiers". A hosted connection lapses if nobody accepts it within an hour.
    ProviderPolicy(
      provider: "aws", usualASN: 64_512,
      account: .text(TextRule(length: 12...12, characters: TextRule.digits)),
      bgpKey: TextRule(length: 6...80, characters: TextRule.printable),
      secondary: .onRequest, acceptance: 3600),
    // Azure, "Configure peering for an ExpressRoute circuit" (MD5 hash). A service key, usually a UUID,
    // stands for two circuits of a set bandwidth.
    ProviderPolicy(
      provider: "azure", usualASN: 12_076,
      account: .text(TextRule(length: 1...Int.max, characters: TextRule.printable)),
      bgpKey: TextRule(length: 1...25, characters: TextRule.lettersAndDigits),
      secondary: .paired, readsBandwidthFromCloud: true),
    // Google Compute Engine API, RouterMd5AuthenticationKey. Google tells the addresses after it has
    // accepted the attachment.
    ProviderPolicy(
      provider: "gce", usualASN: 16_550, account: .pairingKey,
      bgpKey: TextRule(length: 1...80, characters: TextRule.printable),
      secondary: .withAccount, takesAddressesAtCreation: false),
  ]

  /// The values that `cloud_provider` may have.
  static let providers = all.map(\.provider)
}
