import CrossConnect
import Flows
import FoundationEssentials
import Presentation
import TestSupport
import Testing

@Suite struct ConnectionPageTests {
  private static let enabled: [String: JSONValue?] = [
    "status": .string("provisioned"), "primary_enabled": .bool(true),
    "secondary_enabled": .bool(true),
  ]
  private static let states: [[String: JSONValue?]] = [
    [:], ["status": .string("provisioned")], enabled,
    enabled.merging(["primary_routing_announcement": .bool(true)]) { $1 },
    enabled.merging([
      "primary_routing_announcement": .bool(true), "secondary_routing_announcement": .bool(true),
    ]) { $1 },
  ]

  @Test(arguments: CloudProvider.allCases, states)
  func `whatever can be done with a cross connect has its button`(
    provider: CloudProvider, changes: [String: JSONValue?]
  ) throws {
    let connect = try #require(VirtualCrossConnect.sample(provider, changes))
    let page = ConnectionPage(
      of: Connection(connect, orderedAt: .answered), in: .sample(provider), now: .answered)
    let done = page.actions.compactMap { action -> ConnectionAction? in
      switch action {
      case .perform(let action): action
      case .openSheet(.deletion): .delete
      default: nil
      }
    }
    for offer in connect.offers where offer.obstacle == nil {
      if case .setAddresses = offer.action { continue }
      #expect(done.contains(offer.action), "\(offer.action) of \(done)")
    }
    #expect(Set(done).count == done.count)
  }

  @Test func `Azure's routes are withdrawn as one`() throws {
    let connect = try #require(VirtualCrossConnect.sample(.azure, Self.states[4]))
    #expect(
      connect.offers.filter { $0.obstacle == nil }.map(\.action)
        == [.disable([.primary, .secondary]), .withdraw([.primary, .secondary]), .delete])
    #expect(connect.obstacle(to: .withdraw([.primary])) == nil, "a command may name one circuit")
  }
}
