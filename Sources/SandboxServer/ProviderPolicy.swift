import CrossConnect
import FoundationEssentials

/// What one cloud provider demands of an order, as Telnyx would enforce it.
///
/// Stated on its own, not taken from the wizard's rules, so that the two check each other.
struct ProviderPolicy: Sendable {
  /// When there is a secondary circuit.
  enum Secondary: Sendable {
    /// Always, and both circuits are enabled together.
    case paired
    /// When the order has a value for it, or when it is enabled later.
    case onRequest
    /// When the order has an account of its own for it.
    case withAccount
  }

  /// The cloud side's ASN if the order leaves it open.
  let usualASN: ASN
  /// What the cloud accepts as a BGP key.
  let keyLimits: BGPKey.Limits
  /// When there is a secondary circuit.
  let secondary: Secondary
  /// Whether an order may hold addresses and lacking ones are assigned; else the cloud tells them.
  var takesAddressesAtCreation = true
  /// Whether an order may leave the bandwidth to the cloud's circuit.
  var readsBandwidthFromCloud = false
  /// Seconds within which the cloud's owner must accept the connection.
  var acceptance: TimeInterval?
  /// What is wrong with an account, given the order's cloud region.
  let accountProblem: @Sendable (_ account: String, _ cloudRegion: String?) -> String?

  /// The policy of `provider`.
  init(_ provider: CloudProvider) {
    switch provider {
    case .aws: self = .aws
    case .azure: self = .azure
    case .googleCloud: self = .googleCloud
    }
  }

  private init(
    usualASN: ASN, keyLimits: BGPKey.Limits, secondary: Secondary,
    accountProblem: @escaping @Sendable (String, String?) -> String?
  ) {
    self.usualASN = usualASN
    self.keyLimits = keyLimits
    self.secondary = secondary
    self.accountProblem = accountProblem
  }
}

extension ProviderPolicy {
  /// AWS Direct Connect, whose hosted connections lapse if nobody accepts them within an hour.
  ///
  /// - SeeAlso: AWS Direct Connect API, `NewPrivateVirtualInterface` (authKey).
  private static let aws = {
    var policy = ProviderPolicy(
      usualASN: ASN(64_512),
      keyLimits: BGPKey.Limits(length: 6...80, alphabet: .printable),
      secondary: .onRequest,
      accountProblem: { account, _ in
        CloudAccount.awsFinding(for: account).flatMap(\.refusal)
      })
    policy.acceptance = 3600
    return policy
  }()

  /// Azure ExpressRoute, whose service key stands for two circuits of a set bandwidth.
  ///
  /// - SeeAlso: Azure, "Configure peering for an ExpressRoute circuit" (MD5 hash).
  private static let azure = {
    var policy = ProviderPolicy(
      usualASN: ASN(12_076),
      keyLimits: BGPKey.Limits(length: 1...25, alphabet: .lettersAndDigits),
      secondary: .paired,
      accountProblem: { account, _ in
        CloudAccount.serviceKeyFinding(for: account).flatMap(\.refusal)
      })
    policy.readsBandwidthFromCloud = true
    return policy
  }()

  /// Google Partner Interconnect, which tells the addresses after it has accepted the attachment.
  ///
  /// - SeeAlso: Google Compute Engine API, `RouterMd5AuthenticationKey`.
  private static let googleCloud = {
    var policy = ProviderPolicy(
      usualASN: ASN(16_550),
      keyLimits: BGPKey.Limits(length: 1...80, alphabet: .printable),
      secondary: .withAccount,
      accountProblem: { account, cloudRegion in
        guard let key = PairingKey(account) else {
          return "A pairing key looks like UUID/REGION/DOMAIN, its domain 1, 2 or any."
        }
        guard let cloudRegion, key.cloudRegion != cloudRegion else { return nil }
        return "The pairing key is for \(key.cloudRegion), not for \(cloudRegion)."
      })
    policy.takesAddressesAtCreation = false
    return policy
  }()
}

extension Finding {
  /// The sentence, if the API would refuse the value; it knows no warnings.
  var refusal: String? {
    isBlocking ? sentence : nil
  }
}
