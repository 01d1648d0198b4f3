/// Everything that is different about one cloud.
public struct ProviderRules: Sendable {
  /// When there is a secondary circuit.
  public enum Circuits: Hashable, Sendable {
    case optionalSecondary
    /// Both circuits come together, and are enabled and disabled together.
    case alwaysPaired
  }

  /// Where the bandwidth is set.
  public enum BandwidthChoice: Hashable, Sendable {
    case fromCoverage
    /// On the cloud's own circuit; an answer is optional.
    case onTheCircuit
  }

  /// The cloud.
  public let provider: CloudProvider
  /// The name of the cloud's product in lists: "AWS Direct Connect".
  public let displayName: String
  /// The cloud's name in labels: "AWS".
  public let shortName: String
  /// The cloud side's usual ASN.
  public let usualASN: ASN
  /// When there is a secondary circuit.
  public let circuits: Circuits
  /// Where the bandwidth is set.
  public let bandwidthChoice: BandwidthChoice
  /// Telnyx's list prices in USD a month, by Mbps, as of `PriceList.remark`.
  public let listPrices: KeyValuePairs<Int, Int>
  /// The seconds to accept at the cloud, before Telnyx deletes the cross connect; `nil` without
  /// a limit.
  public let acceptanceSeconds: Int?
  /// The hint for the circuits: what may stay empty, and what must match at the cloud.
  public var circuitsHint = "Telnyx assigns what you leave empty."
  /// The questions that only make sense once this cloud is chosen, in order.
  public let fields: [FieldDescriptor]
  /// The steps from an order to traffic.
  public let steps: [LifeStep]
  /// What to enter in the cloud's console for a circuit.
  public let consoleEntries: @Sendable (VirtualCrossConnect, Circuit) -> [ConsoleEntry]
  /// The commands for the cloud's side.
  public let commands: @Sendable (VirtualCrossConnect) -> [CloudCommand]
  /// The files with keys that those commands read.
  public let keyFiles: @Sendable (VirtualCrossConnect) -> [CloudKeyFile]
  /// Whether the cloud tells the addresses only after it has accepted.
  public var tellsAddressesLater: Bool {
    steps.contains { $0.goal == .addressed }
  }

  /// The question's descriptor, whether it is visible or not.
  public func descriptor(_ id: FieldID) -> FieldDescriptor? {
    fields.first { $0.id == id }
  }
}
