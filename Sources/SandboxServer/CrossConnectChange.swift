import FoundationEssentials

/// One PATCH of a cross connect, applied property by property.
struct CrossConnectChange {
  private var body: BodyReader
  private var connect: CrossConnectRecord
  private let status: LifeCycle.Status?

  /// The cross connect after a request has changed it.
  ///
  /// A secondary circuit that is ordered by enabling it lacks what Telnyx assigns.
  ///
  /// - Throws: Every error in the change.
  static func applied(
    _ body: BodyReader, to connect: CrossConnectRecord, status: LifeCycle.Status?, at now: Date
  ) throws(Refusal) -> CrossConnectRecord {
    guard status != .deleting else {
      throw .unprocessable([
        ErrorEntry(code: .badRequest, detail: "The virtual cross connect is being deleted.")
      ])
    }
    var change = CrossConnectChange(body: body, connect: connect, status: status)
    change.enable(at: now)
    for side in CircuitRecord.Side.allCases {
      change.announce(side)
      change.address(side)
    }
    change.body.refuseRepeatedAddresses(change.connect.primary, change.connect.secondary)
    try change.body.finish()
    if change.connect != connect { change.connect.updatedAt = now }
    return change.connect
  }

  private subscript(_ side: CircuitRecord.Side) -> CircuitRecord? {
    get {
      switch side {
      case .primary: connect.primary
      case .secondary: connect.secondary
      }
    }
    set {
      switch side {
      case .primary: connect.primary = newValue ?? connect.primary
      case .secondary: connect.secondary = newValue
      }
    }
  }

  private mutating func enable(at now: Date) {
    let primary = body.flag(CircuitRecord.Side.primary.key(.enabled))
    let secondary = body.flag(CircuitRecord.Side.secondary.key(.enabled))
    if let primary { connect.primary.isEnabled = primary }
    if connect.policy.secondary == .paired {
      connect.secondary?.isEnabled = connect.primary.isEnabled
    }
    if let secondary { enableSecondary(secondary) }
    if connect.events.enabled == nil,
      connect.primary.isEnabled || connect.secondary?.isEnabled == true
    {
      connect.events.enabled = now
    }
  }

  private mutating func enableSecondary(_ isEnabled: Bool) {
    let key = CircuitRecord.Side.secondary.key(.enabled)
    switch connect.policy.secondary {
    case .paired:
      guard isEnabled != connect.primary.isEnabled else { return }
      body.refuse(key, "Both circuits are enabled and disabled together, with 'primary_enabled'.")
    case .onRequest:
      if connect.secondary == nil, isEnabled { connect.secondary = CircuitRecord() }
      connect.secondary?.isEnabled = isEnabled
    case .withAccount:
      if connect.secondary == nil, isEnabled {
        body.refuse(key, "The order had no pairing key for a secondary circuit.")
      }
      connect.secondary?.isEnabled = isEnabled
    }
  }

  private mutating func announce(_ side: CircuitRecord.Side) {
    let key = side.key(.announcement)
    guard let announces = body.flag(key) else { return }
    guard self[side] != nil || !announces else { return refuseWithoutCircuit(key) }
    guard status == .provisioned || !announces else {
      return body.refuse(key, "'\(key)' can only be true once the status is 'provisioned'.")
    }
    self[side]?.announcesRoutes = announces
  }

  private mutating func address(_ side: CircuitRecord.Side) {
    if let cloudIP = changeableAddress(side.key(.cloudIP), of: side) {
      self[side]?.cloudIP = cloudIP
    }
    // Only where the cloud tells both addresses after the creation, says the guide for Google.
    guard !connect.policy.takesAddressesAtCreation else { return }
    if let telnyxIP = changeableAddress(side.key(.telnyxIP), of: side) {
      self[side]?.telnyxIP = telnyxIP
    }
  }

  private mutating func changeableAddress(_ key: String, of side: CircuitRecord.Side) -> String? {
    guard let address = body.address(key) else { return nil }
    guard self[side] != nil else {
      refuseWithoutCircuit(key)
      return nil
    }
    guard status == .created else {
      body.refuse(key, "'\(key)' can only be changed while the status is 'created'.")
      return nil
    }
    return address
  }

  private mutating func refuseWithoutCircuit(_ key: String) {
    body.refuse(key, "'\(key)' can't be sent: there is no secondary circuit.")
  }
}
