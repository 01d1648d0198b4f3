extension VirtualCrossConnect {
  /// How far a step has come.
  public enum Progress: Hashable, Sendable {
    case done
    /// The next step to do.
    case due
    case later
  }

  /// The steps to traffic, as far as the last answer tells.
  ///
  /// A step that only the person can see counts as done once a later one is done, unless some
  /// circuits are enabled and others are not: these may have been added later.
  ///
  /// - Parameters:
  ///   - ticked: What the person has done at the cloud.
  ///   - isProof: Whether a later step proves an earlier one.
  /// - Returns: The steps in their order; none while Telnyx deletes the cross connect, or if its
  ///   cloud isn't known.
  public func steps(
    ticked: Set<LifeStep.Goal> = [], isProof: Bool = true
  ) -> [(step: LifeStep, progress: Progress)] {
    guard !isDeleting, let steps = provider?.rules.steps else { return [] }
    let reached = steps.map { reaches($0.goal) }
    let last = reached.lastIndex { $0 == true } ?? -1
    let isMixed = circuits.contains(where: isEnabled) && !circuits.allSatisfy(isEnabled)
    let isDone = steps.indices.map { index in
      let goal = steps[index].goal
      let isImplied = reached[index] ?? (index < last && !(isMixed && goal == .configured))
      let isSeen = isProof || ![.accepted, .configured].contains(goal)
      return isImplied && isSeen || ticked.contains(goal)
    }
    let due = isDone.firstIndex(of: false)
    return steps.indices.map { (steps[$0], isDone[$0] ? .done : $0 == due ? .due : .later) }
  }

  /// Whether a goal is reached; `nil` if no answer can tell.
  private func reaches(_ goal: LifeStep.Goal) -> Bool? {
    switch goal {
    case .ordered: true
    case .accepted: hasBegun || circuits.contains(where: isEnabled) ? true : nil
    // Once Telnyx has begun, answers may leave out all addresses, but not those of one circuit.
    case .addressed: lackingAddresses.isEmpty || hasBegun && lackingAddresses == circuits
    case .enabled: circuits.allSatisfy(isEnabled)
    case .configured: nil
    case .provisioned: isProvisioned
    case .announced: circuits.allSatisfy(announces)
    }
  }

  /// Whether Telnyx has begun to set it up.
  private var hasBegun: Bool { ["provisioning", "provisioned"].contains(status) }

  /// Whether a circuit is enabled.
  public func isEnabled(_ circuit: Circuit) -> Bool { members[circuit.enabledWire] == .bool(true) }

  /// Whether the routes of a circuit are announced.
  public func announces(_ circuit: Circuit) -> Bool {
    members[circuit.announcementWire] == .bool(true)
  }

  /// The circuits that lack an address, at a cloud that tells addresses after it has accepted.
  public var lackingAddresses: [Circuit] {
    guard provider?.rules.tellsAddressesLater == true else { return [] }
    return circuits.filter { text($0.cloudWire) == nil || text($0.telnyxWire) == nil }
  }

  /// What to enter in the cloud's console for a circuit.
  public func consoleEntries(for circuit: Circuit) -> [ConsoleEntry] {
    provider?.rules.consoleEntries(self, circuit) ?? []
  }

  /// What to enter in the cloud's console, in one part for each form there.
  public var consoleEntries: [(circuit: Circuit, entries: [ConsoleEntry])] {
    guard provider?.rules.circuits != .alwaysPaired else {
      return [(.primary, consoleEntries(for: .primary))]
    }
    return circuits.map { ($0, consoleEntries(for: $0)) }
  }
}

extension ConsoleEntry {
  /// An entry with a member of a cross connect, or with words for its absence.
  init(_ label: String, _ connect: VirtualCrossConnect, _ key: String) {
    let text = connect.text(key)
    self.init(
      label, text ?? "not assigned yet",
      isSecret: text != nil && VirtualCrossConnect.secretKeys.contains(key))
  }
}
