import CrossConnect
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

@testable import Flows

/// Orders of earlier runs that have yet to be accepted at their cloud.
@Suite struct WaitingOrderTests {
  private let disk = MemoryStorage.Disk()

  /// What the start of a run finds, after orders that were answered so many seconds ago.
  private func found(
    _ orders: [(provider: CloudProvider, changes: VirtualCrossConnect.Members, age: Double)]
  ) throws -> [WaitingOrder] {
    let context = Context.test(files: MemoryStorage(disk: disk))
    let keeper = RecordKeeper(context: context)
    for (index, order) in orders.enumerated() {
      let changes = order.changes.merging(["id": .string("id\(index)-x")]) { $1 }
      let connect = try #require(VirtualCrossConnect.sample(order.provider, changes))
      _ = keeper.saveReceipt(
        Receipt(
          of: connect, withholding: [], answeredAt: context.now() - order.age,
          writtenAt: context.now(), destination: BaseURL.telnyx.description))
    }
    return keeper.findWaiting(for: .telnyx)
  }

  @Test func `only what still has time to be accepted waits, the most urgent first`() throws {
    let orders: [(CloudProvider, VirtualCrossConnect.Members, Double)] = [
      (.aws, [:], 60), (.aws, [:], 3000), (.aws, [:], 3601), (.azure, [:], 60),
      (.aws, ["status": .string("provisioned")], 60),
    ]
    #expect(try found(orders).map(\.connectID) == ["id1-x", "id0-x"])
  }

  @Test func `the start says so, asks the API, and takes it back once it was accepted`() throws {
    var app = App.opened()
    let order = WaitingOrder(connectID: "a", deadline: .answered + 600)
    #expect(app.effects(of: .records(.waitingFound([order]))) == [.checkWaiting(id: "a")])
    #expect(app.notice == .waitingForAcceptance(count: 1, deadline: .answered + 600))
    let created = try #require(VirtualCrossConnect.sample(.aws))
    app.take(.records(.waitingChecked(id: "a", .success(created))))
    #expect(app.notice == .waitingForAcceptance(count: 1, deadline: .answered + 600))
    app.take(.records(.waitingChecked(id: "a", .failure(.refused(status: 404, [])))))
    #expect(app.notice == nil)
  }

  @Test func `what the API doesn't answer takes nothing back`() {
    var app = App.opened()
    app.take(
      .records(.waitingFound([WaitingOrder(connectID: "a", deadline: .answered + 600)])),
      .records(.waitingChecked(id: "a", .failure(.notSent(.cancelled)))))
    #expect(app.notice != nil)
  }
}
