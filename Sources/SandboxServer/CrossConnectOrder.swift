/// A valid create request.
struct CrossConnectOrder: Hashable, Sendable {
  let networkID: String
  let name: String?
  let location: SampleLocation
  let policy: ProviderPolicy
  let cloudRegion: String
  let bandwidth: Int?
  /// The cloud side's ASN; `nil` leaves it to Telnyx.
  let asn: Int64?
  let primary: CircuitRecord
  let secondary: CircuitRecord?

  /// Reads an order and checks it against coverage and the provider's policy.
  ///
  /// - Parameters:
  ///   - body: The request's body.
  ///   - account: The account that must have the network.
  /// - Throws: Every error in the order.
  init(_ body: BodyReader, in account: Account) throws(Refusal) {
    var body = body
    name = body.text("name")
    let networkID = body.text("network_id", isRequired: true)
    if let networkID, account.network(networkID) == nil {
      body.refuse(
        "network_id", "The network '\(networkID)' does not exist.", code: .associatedResourceMissing
      )
    }
    let link = OrderedLink(&body)
    bandwidth = Self.bandwidth(&body, link)
    asn = Self.asn(&body)
    let primary = Self.circuit(.primary, &body, link)
    let given = Self.circuit(.secondary, &body, link)
    let secondary = link.policy.flatMap { Self.secondary(given, besides: primary, &body, $0) }
    body.refuseRepeatedAddresses(primary, secondary)
    try body.finish()
    guard let networkID, let location = link.location, let policy = link.policy,
      let cloudRegion = link.cloudRegion
    else { throw .malformed("The order is incomplete.") }
    self.networkID = networkID
    self.location = location
    self.policy = policy
    self.cloudRegion = cloudRegion
    self.primary = primary
    self.secondary = secondary
  }

  /// The chosen bandwidth, otherwise the slowest on offer, otherwise what the cloud has set.
  private static func bandwidth(_ body: inout BodyReader, _ link: OrderedLink) -> Int? {
    let key = "bandwidth_mbps"
    let chosen = body.wholeNumber(key)
    guard let policy = link.policy, let offer = link.bandwidths, !offer.isEmpty else {
      return nil
    }
    guard body.has(key) else {
      return policy.readsBandwidthFromCloud ? nil : offer.first
    }
    guard let chosen else { return nil }
    guard let bandwidth = Int(exactly: chosen), offer.contains(bandwidth) else {
      let list = offer.map { String($0) }.joined(separator: ", ")
      body.refuse(key, "\(chosen) Mbps are not available here; available are \(list).")
      return nil
    }
    return bandwidth
  }

  private static func asn(_ body: inout BodyReader) -> Int64? {
    let key = "bgp_asn"
    guard !body.isRequiredNull(key), let number = body.wholeNumber(key) else { return nil }
    if let problem = ASNRule.problem(number) {
      body.refuse(key, problem)
      return nil
    }
    return number
  }

  /// The order's values for one circuit, checked on their own.
  private static func circuit(
    _ side: CircuitRecord.Side, _ body: inout BodyReader, _ link: OrderedLink
  ) -> CircuitRecord {
    var circuit = CircuitRecord()
    circuit.account = body.text(side.key(.account), isRequired: side == .primary)
    if link.policy?.takesAddressesAtCreation ?? true {
      circuit.telnyxIP = body.address(side.key(.telnyxIP))
      circuit.cloudIP = body.address(side.key(.cloudIP))
    } else {
      refuseAddresses(of: side, &body)
    }
    circuit.bgpKey = body.text(side.key(.bgpKey))
    guard let policy = link.policy else { return circuit }
    let takesAccount = side == .primary || policy.secondary == .withAccount
    if takesAccount, let account = circuit.account,
      let problem = policy.account.problem(account, cloudRegion: link.cloudRegion)
    {
      body.refuse(side.key(.account), problem)
    }
    if let key = circuit.bgpKey, !policy.bgpKey.allows(key) {
      let length = policy.bgpKey.length
      body.refuse(
        side.key(.bgpKey),
        "A BGP key has \(length.lowerBound) to \(length.upperBound) characters here, and only such as "
          + "the cloud takes.")
    }
    return circuit
  }

  private static func refuseAddresses(of side: CircuitRecord.Side, _ body: inout BodyReader) {
    for key in [side.key(.telnyxIP), side.key(.cloudIP)] where body.hasValue(key) {
      body.refuse(
        key, "'\(key)' can't be sent yet: the cloud tells the addresses once it has accepted.")
    }
  }

  /// The secondary circuit, if the provider's policy makes one of the order's values.
  private static func secondary(
    _ given: CircuitRecord, besides primary: CircuitRecord, _ body: inout BodyReader,
    _ policy: ProviderPolicy
  ) -> CircuitRecord? {
    let key = CircuitRecord.Side.secondary.key(.account)
    switch policy.secondary {
    case .paired, .onRequest:
      if given.account != nil {
        body.refuse(key, "'\(key)' can't be sent here: one account serves both circuits.")
      }
      return policy.secondary == .paired || given != CircuitRecord() ? given : nil
    case .withAccount:
      guard let account = given.account else {
        if given.bgpKey != nil {
          body.refuse(
            key, "A secondary circuit needs '\(key)'.", code: .missingParameter)
        }
        return nil
      }
      if let other = primary.account, policy.account.isShared(account, other) {
        body.refuse(key, "The secondary circuit needs a pairing key of its own.")
      }
      return given
    }
  }
}
