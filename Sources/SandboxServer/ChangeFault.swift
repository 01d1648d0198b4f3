import FoundationEssentials

/// What becomes of a change of a cross connect, or of its deletion, instead of the usual.
enum ChangeFault: Hashable, Sendable {
  /// What becomes of an order with this fault.
  case like(Fault)
  /// It is gone when somebody wants to change it.
  case vanishes
  /// Somebody else enables it once it was looked at.
  case isEnabledElsewhere
}

extension SandboxAPI {
  /// Changes a cross connect, with the fault that it or the whole sandbox has.
  ///
  /// - Parameters:
  ///   - id: The cross connect.
  ///   - request: What is asked for.
  ///   - carryOut: Changes it without a fault.
  /// - Returns: What comes of it.
  /// - Throws: What `carryOut` throws, and the fault's own refusal.
  func changing(
    _ id: String, _ request: SandboxRequest, _ carryOut: () throws(Refusal) -> Outcome
  ) throws(Refusal) -> Outcome {
    let now = now()
    switch changeFault(of: id, at: now) {
    case .isEnabledElsewhere, nil:
      return try carryOut()
    case .vanishes:
      store.change(at: now) { $0.forget(id) }
      throw .notFound
    case .like(let fault):
      if let outcome = fault.outcome(of: request, at: now) { return outcome }
      let outcome = try carryOut()
      guard case .accepts(let answer) = fault, case .response(let response) = outcome else {
        return outcome
      }
      return answer.applied(to: response)
    }
  }

  /// Lets somebody else change a cross connect that was just looked at, if that is its fault.
  func meddle(with id: String, at now: Date) {
    guard changeFault(of: id, at: now) == .isEnabledElsewhere else { return }
    store.change(at: now) { account in
      guard var connect = account.crossConnect(id), connect.events.enabled == nil else { return }
      connect.primary.isEnabled = true
      connect.secondary?.isEnabled = true
      connect.events.enabled = now
      connect.updatedAt = now
      _ = account.replace(connect)
    }
  }

  private func changeFault(of id: String, at now: Date) -> ChangeFault? {
    if let fault = scenario?.change { return fault }
    let name = store.read(at: now) { $0.crossConnect(id)?.name }
    return name.flatMap { Scenario(named: $0) }?.change
  }
}
