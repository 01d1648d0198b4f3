/// Something that can be done with a cross connect: one request.
public enum ConnectionAction: Hashable, Sendable {
  case enable([Circuit])
  case disable([Circuit])
  /// Announces routes to the cloud.
  case announce([Circuit])
  /// Withdraws the announced routes.
  case withdraw([Circuit])
  /// Orders a secondary circuit, for which Telnyx chooses everything.
  case addSecondary
  /// Sets the addresses that the cloud has told, and enables the circuits.
  case setAddresses([Circuit: AddressPair])
  case delete

  /// The two ends of a circuit, as the cloud tells them.
  public struct AddressPair: Hashable, Sendable {
    /// Telnyx's end, in CIDR form.
    public var telnyx: String
    /// The cloud's end, in CIDR form.
    public var cloud: String

    /// The two ends of a circuit.
    public init(telnyx: String = "", cloud: String = "") {
      self.telnyx = telnyx
      self.cloud = cloud
    }
  }

  /// Whether the action ends traffic or costs money, so that it has to be asked for twice.
  public var asksTwice: Bool {
    switch self {
    case .disable, .withdraw, .addSecondary: true
    // Deleting asks for the name.
    case .enable, .announce, .setAddresses, .delete: false
    }
  }

  /// The circuits that the action changes.
  public var circuits: [Circuit] {
    switch self {
    case .enable(let circuits), .disable(let circuits), .announce(let circuits),
      .withdraw(let circuits):
      circuits
    case .addSecondary: [.secondary]
    case .setAddresses(let pairs): Circuit.allCases.filter { pairs[$0] != nil }
    case .delete: Circuit.allCases
    }
  }

  /// The members of the PATCH, only those that change; `nil` for a deletion.
  ///
  /// - Parameter provider: The cloud; the primary's members switch both circuits of a pair.
  /// - Returns: The members in the order of the circuits.
  package func changes(for provider: CloudProvider?) -> [(key: String, value: JSONValue)]? {
    let isPaired = provider?.rules.circuits == .alwaysPaired
    switch self {
    case .enable(let circuits):
      return (isPaired ? [.primary] : circuits).map { ($0.enabledWire, .bool(true)) }
    case .disable(let circuits):
      return (isPaired ? [.primary] : circuits).map { ($0.enabledWire, .bool(false)) }
    case .announce(let circuits): return circuits.map { ($0.announcementWire, .bool(true)) }
    case .withdraw(let circuits): return circuits.map { ($0.announcementWire, .bool(false)) }
    case .addSecondary: return [(Circuit.secondary.enabledWire, .bool(true))]
    case .setAddresses(let pairs):
      return circuits.flatMap { circuit -> [(key: String, value: JSONValue)] in
        let pair = pairs[circuit] ?? AddressPair()
        return [
          (circuit.cloudWire, .string(pair.cloud)), (circuit.telnyxWire, .string(pair.telnyx)),
          (circuit.enabledWire, .bool(true)),
        ]
      }
    case .delete: return nil
    }
  }

  /// An action without its circuits and addresses.
  enum Kind: Hashable {
    case enable, disable, announce, withdraw, addSecondary, setAddresses, delete
  }

  var kind: Kind {
    switch self {
    case .enable: .enable
    case .disable: .disable
    case .announce: .announce
    case .withdraw: .withdraw
    case .addSecondary: .addSecondary
    case .setAddresses: .setAddresses
    case .delete: .delete
    }
  }

  /// The body of the PATCH in JSON; `nil` for a deletion.
  public func body(for provider: CloudProvider?) -> String? {
    guard let changes = changes(for: provider) else { return nil }
    let lines = changes.map { "  \(JSONValue.string($0.key).jsonText): \($0.value.jsonText)" }
    return "{\n" + lines.joined(separator: ",\n") + "\n}"
  }
}

/// Something that can be done with a cross connect, or why it can't be done now.
public struct ActionOffer: Hashable, Sendable {
  /// The action.
  public let action: ConnectionAction
  /// Why not now, as a sentence; `nil` if it can be done.
  public let obstacle: String?

  init(_ action: ConnectionAction, unless obstacle: String? = nil) {
    self.action = action
    self.obstacle = obstacle
  }
}

extension VirtualCrossConnect {
  /// The actions that the present state allows, and those that it doesn't allow yet, with the
  /// reason.
  ///
  /// An action that the API would refuse has an obstacle, or is left out.
  public var offers: [ActionOffer] {
    guard !isDeleting, hasKnownStatus, let rules = provider?.rules else {
      return isDeleting ? [] : [.init(.delete)]
    }
    return enabling(rules) + routing(rules) + adding(rules) + [.init(.delete)]
  }

  /// Why an action can't be done in the present state, as a sentence; `nil` if it can.
  ///
  /// An action that is offered for each of several circuits can be done with all of them at once.
  public func obstacle(to action: ConnectionAction) -> String? {
    let alike = offers.filter { $0.action.kind == action.kind }
    if let offer = alike.first(where: { Set($0.action.circuits) == Set(action.circuits) }) {
      return offer.obstacle
    }
    let able = Set(alike.filter { $0.obstacle == nil }.flatMap(\.action.circuits))
    guard able.isSuperset(of: action.circuits), !action.circuits.isEmpty, !isPaired(in: action)
    else { return alike.compactMap(\.obstacle).first ?? refusal(of: action) }
    return nil
  }

  /// Whether the cloud takes an action for both circuits only.
  private func isPaired(in action: ConnectionAction) -> Bool {
    provider?.rules.circuits == .alwaysPaired && [.enable, .disable].contains(action.kind)
  }

  private func refusal(of action: ConnectionAction) -> String {
    if isDeleting { return "Telnyx is deleting it. Nothing more can be done with it." }
    if !hasKnownStatus { return "vxc does not know its status, so it only deletes it." }
    if let missing = action.circuits.first(where: { !circuits.contains($0) }) {
      return "It has no \(missing.rawValue) circuit."
    }
    if isPaired(in: action), action.circuits.count == 1, let rules = provider?.rules {
      return "\(rules.shortName)'s two circuits are enabled and disabled as one."
    }
    if action.kind == .setAddresses, let rules = provider?.rules {
      return rules.tellsAddressesLater
        ? "Its addresses are set already."
        : "\(rules.shortName)'s addresses are set when it is ordered."
    }
    return isDone(action)
      ? "That is already the case." : "That is not possible in its present state."
  }

  /// Whether the cross connect already is as the action would make it.
  public func isDone(_ action: ConnectionAction) -> Bool { lacking(after: action).isEmpty }

  /// Whether it has something, though not all, of what the action would make.
  package func isPartlyDone(_ action: ConnectionAction) -> Bool {
    let count = action.changes(for: provider)?.count ?? 1
    return 1..<count ~= lacking(after: action).count
  }

  /// The members of an action that this answer to it does not have as they were sent.
  ///
  /// Of an address only the host counts: it may come back with another prefix or none.
  public func lacking(after action: ConnectionAction) -> [String] {
    guard let changes = action.changes(for: provider) else { return isDeleting ? [] : ["status"] }
    return changes.filter { key, value in
      guard let sent = value.text.flatMap({ PeerAddress($0) }) else { return members[key] != value }
      return text(key).flatMap { PeerAddress($0) }?.isSameHost(as: sent) != true
    }.map(\.key)
  }

  private func enabling(_ rules: ProviderRules) -> [ActionOffer] {
    let disabled = circuits.filter { !isEnabled($0) }
    let enabled = circuits.filter(isEnabled)
    let lacks = lackingAddresses
    let late =
      "Telnyx takes \(rules.shortName)'s addresses only while the status is \"created\": order another."
    let waits = isJustCreated ? "First enter the addresses that \(rules.shortName) shows." : late
    guard rules.circuits == .optionalSecondary else {
      return disabled.isEmpty ? [.init(.disable(circuits))] : [.init(.enable(circuits))]
    }
    var offers: [ActionOffer] = []
    if !lacks.isEmpty {
      let pairs = lacks.map { ($0, ConnectionAction.AddressPair()) }
      offers.append(
        .init(
          .setAddresses(Dictionary(uniqueKeysWithValues: pairs)),
          unless: isJustCreated ? nil : late))
    }
    let able = disabled.filter { !lacks.contains($0) }
    if !disabled.isEmpty {
      offers.append(.init(.enable(disabled), unless: able == disabled ? nil : waits))
    }
    if disabled.count > 1 { offers += able.map { .init(.enable([$0])) } }
    return offers + enabled.map { .init(.disable([$0])) }
  }

  private func routing(_ rules: ProviderRules) -> [ActionOffer] {
    let silent = circuits.filter { !announces($0) }
    let announcing = circuits.filter(announces)
    guard isProvisioned else {
      let reason = "Available once the status is \"provisioned\"."
      return silent.isEmpty ? [] : [.init(.announce(silent), unless: reason)]
    }
    let able = silent.filter(isEnabled)
    var offers: [ActionOffer] = able.isEmpty ? [] : [.init(.announce(able))]
    guard rules.circuits == .optionalSecondary else {
      return offers + (announcing.isEmpty ? [] : [.init(.withdraw(announcing))])
    }
    if able.count > 1 { offers += able.map { .init(.announce([$0])) } }
    offers += silent.filter { !isEnabled($0) }.map {
      .init(.announce([$0]), unless: "The \($0.rawValue) circuit is not enabled.")
    }
    return offers + announcing.map { .init(.withdraw([$0])) }
  }

  private func adding(_ rules: ProviderRules) -> [ActionOffer] {
    guard rules.circuits == .optionalSecondary, circuits == [.primary] else { return [] }
    let needsAccount = rules.descriptor(.secondaryAccount) != nil
    return [
      .init(
        .addSecondary,
        unless: needsAccount
          ? "\(rules.shortName) has a secondary only if its pairing key was ordered with it." : nil)
    ]
  }
}
