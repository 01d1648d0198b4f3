/// A fault of the sandbox, known by a name.
///
/// For demos and tests of what a client does about errors. It is chosen for a whole sandbox with
/// `SandboxConfiguration.scenario`, or for one order by giving its name to the cross connect. These
/// are the sandbox's only hidden behaviour.
public struct Scenario: Hashable, Sendable {
  /// The name to ask for it by.
  public let name: String
  /// What happens, in one line.
  public let summary: String
  /// What becomes of an order; `nil` leaves orders alone.
  let order: Fault?
  /// What becomes of a change or deletion; `nil` leaves these alone.
  let change: ChangeFault?
  /// What becomes of lists, if the whole sandbox has the fault; `nil` leaves them alone.
  let lists: ListFault?
  /// How many seconds the server's clock is ahead, if the whole sandbox has the fault.
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

  /// The scenario of this name, if there is one.
  public init?(named name: String) {
    guard let scenario = Self.all.first(where: { $0.name == name }) else { return nil }
    self = scenario
  }

  /// Whether a cross connect of this name calls it up.
  public var isMagicName: Bool { order != nil || change != nil }

  /// Whether it does something to lists or the clock, for which the whole sandbox has to be at fault.
  public var concernsLists: Bool { lists != nil || clockSkew != 0 }
}
