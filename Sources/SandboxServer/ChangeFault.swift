import FoundationEssentials

/// What happens to a change or a deletion of a cross connect, instead of the usual.
enum ChangeFault: Hashable, Sendable {
  /// The same as to an order with this fault.
  case like(Fault)
  /// The cross connect is gone when somebody wants to change it.
  case vanishes
  /// Somebody else enables it after it was looked at.
  case isEnabledElsewhere
}

extension SandboxAPI {
  /// Changes a cross connect, with the fault that it or the whole sandbox has.
  ///
  /// - Parameters:
  ///   - id: The cross connect's identifier.
  ///   - request: The request.
  ///   - carryOut: Changes it without a fault.
  /// - Returns: The outcome.
  /// - Throws: `carryOut`'s error, or the fault's own refusal.
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

  /// Lets somebody else change a cross connect that was just looked at, if it has this fault.
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
