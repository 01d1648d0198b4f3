/// A fault of the sandbox, by its name.
///
/// It is for demos, and for tests of a client's errors. `SandboxConfiguration.scenario` chooses it
/// for a whole sandbox; a cross connect with its name chooses it for one order. The scenarios are
/// the sandbox's only hidden behaviour.
public struct Scenario: Hashable, Sendable {
  /// The name that chooses it.
  public let name: String
  /// What happens, in one line.
  public let summary: String
  /// What happens to an order; `nil` leaves orders alone.
  let order: Fault?
  /// What happens to a change or deletion; `nil` leaves these alone.
  let change: ChangeFault?
  /// What happens to lists if the whole sandbox has the fault; `nil` leaves them alone.
  let lists: ListFault?
  /// The seconds that the server's clock is ahead, if the whole sandbox has the fault.
  let clockSkew: Double

  init(
    _ name: String, _ summary: String, order: Fault? = nil, change: ChangeFault? = nil,
    lists: ListFault? = nil, clockSkew: Double = 0
  ) {
    self.name = name
    self.summary = summary
    self.order = order
    self.change = change
    self.lists = lists
    self.clockSkew = clockSkew
  }

  /// The scenario with this name; `nil` if there is none.
  public init?(named name: String) {
    guard let scenario = Self.all.first(where: { $0.name == name }) else { return nil }
    self = scenario
  }

  /// Whether a cross connect with its name chooses it.
  public var isMagicName: Bool { order != nil || change != nil }

  /// Whether it concerns lists or the clock; then the whole sandbox must have the fault.
  public var concernsLists: Bool { lists != nil || clockSkew != 0 }
}
