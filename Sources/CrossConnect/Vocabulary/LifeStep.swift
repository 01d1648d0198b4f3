/// One step of the way from an order to traffic.
public struct LifeStep: Hashable, Sendable {
  /// The state that completes a step.
  public enum Goal: String, Hashable, Sendable {
    case ordered
    /// The cloud's side has accepted it: only the person can do and see this.
    case accepted
    /// Both ends of every circuit have an address, at a cloud that tells them after it has
    /// accepted.
    case addressed
    /// Every circuit is enabled.
    case enabled
    /// The cloud's side is configured: only the person can do and see this.
    case configured
    /// Telnyx has finished: the status is `provisioned`.
    case provisioned
    /// Every circuit announces its routes.
    case announced
  }

  /// The state that completes the step.
  public let goal: Goal
  /// The name, at most 18 columns wide.
  public let title: String
  private let words: String
  private let wordsWhenDue: String

  /// A step.
  ///
  /// - Parameters:
  ///   - goal: The state that completes it.
  ///   - title: Its name.
  ///   - words: What to do, and where.
  ///   - whenDue: The same once it is the next step; `nil` if nothing differs then.
  init(_ goal: Goal, _ title: String, _ words: String, whenDue: String? = nil) {
    self.goal = goal
    self.title = title
    self.words = words
    wordsWhenDue = whenDue ?? words
  }

  /// What to do, and where.
  public func words(_ progress: VirtualCrossConnect.Progress) -> String {
    progress == .due ? wordsWhenDue : words
  }

  static let ordered = LifeStep(.ordered, "Ordered", "")
  static let provisioned = LifeStep(.provisioned, "Provisioned", "Telnyx sets up the circuits.")
  static let announced = LifeStep(
    .announced, "Announce routes", "Telnyx announces your network's routes to the cloud.")
}
