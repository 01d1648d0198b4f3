import FoundationEssentials

/// The life of a cross connect: its status follows from what was done to it, and from the time.
struct LifeCycle: Hashable, Sendable {
  /// The status words of the API.
  enum Status: String, CaseIterable, Sendable {
    case created
    case provisioning
    case provisioned
    case deleting
  }

  /// What was done to a cross connect, and when.
  struct Events: Hashable, Sendable {
    let created: Date
    /// When the cloud's side accepted it, if it did so before a circuit was enabled.
    var accepted: Date?
    /// The first time that a circuit was enabled.
    var enabled: Date?
    var deleted: Date?
  }

  /// Seconds from enabling the first circuit to `provisioned`.
  private let provisioningTime: TimeInterval
  /// Seconds from `deleting` to being gone.
  private let deletingTime: TimeInterval
  private let speed: Double

  /// A life `speed` times as fast as the real one.
  init(speed: Double) {
    self.speed = speed.isFinite && speed > 0 ? speed : 1
    provisioningTime = 30 / self.speed
    deletingTime = 10 / self.speed
  }

  /// The status at a moment; `nil` if it is gone by then.
  ///
  /// - Parameters:
  ///   - events: What was done to it.
  ///   - acceptance: The seconds that the cloud's side has to accept it; `nil` without a limit.
  ///     Enabling it counts as accepting, too.
  ///   - now: The moment.
  /// - Returns: The status word.
  func status(
    after events: Events, acceptance: TimeInterval?, at now: Date
  ) -> Status? {
    if let deleted = events.deleted {
      return now < deleted + deletingTime ? .deleting : nil
    }
    if let enabled = events.enabled {
      return now < enabled + provisioningTime ? .provisioning : .provisioned
    }
    guard let acceptance, events.accepted == nil else { return .created }
    return now < events.created + acceptance / speed ? .created : nil
  }

  /// When it became `provisioned`; `nil` if it hasn't.
  func provisionedAt(_ events: Events, at now: Date) -> Date? {
    guard let end = events.enabled.map({ $0 + provisioningTime }), end <= now else { return nil }
    return end
  }
}
