/// One step of the way from an order to traffic.
public struct LifeStep: Hashable, Sendable {
  /// What it is done with.
  public enum Goal: Hashable, Sendable {
    case ordered
    /// The cloud's side has accepted it, which only the person can do and see.
    case accepted
    /// Both ends of every circuit have an address, where the cloud tells them afterwards.
    case addressed
    /// Every circuit is enabled.
    case enabled
    /// The cloud's side is configured, which only the person can do and see.
    case configured
    /// Telnyx has finished.
    case provisioned
    /// Every circuit announces its routes.
    case announced
  }

  /// What it is done with.
  public let goal: Goal
  /// What it is called, at most 20 columns.
  public let title: String
  /// What to do, and where.
  public let words: String

  init(_ goal: Goal, _ title: String, _ words: String) {
    self.goal = goal
    self.title = title
    self.words = words
  }

  static let ordered = LifeStep(.ordered, "Ordered", "")
  static let provisioned = LifeStep(.provisioned, "Provisioned", "Telnyx does this.")
  static let announced = LifeStep(
    .announced, "Announce routes", "Telnyx announces your network's routes to the cloud.")
}
