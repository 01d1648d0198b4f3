public import CrossConnect
public import Flows
internal import FoundationEssentials
internal import Testing

extension WaitingOrder {
  /// An order for AWS that was answered just now, by the tests' clock.
  public static func sample(
    _ changes: VirtualCrossConnect.Members = [:]
  ) throws -> WaitingOrder {
    WaitingOrder(
      try #require(VirtualCrossConnect.sample(.aws, changes)), orderedAt: .answered,
      deadline: .answered + 3600)
  }
}
