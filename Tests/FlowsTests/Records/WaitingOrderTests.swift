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
    #expect(try found(orders).map(\.connect.id) == ["id1-x", "id0-x"])
  }

  @Test func `the start says so, asks the API, and takes it back once it was accepted`() throws {
    var app = App.opened()
    let order = try WaitingOrder.sample()
    let id = order.connect.id
    #expect(app.effects(of: .records(.waitingFound([order]))) == [.checkWaiting(id: id)])
    #expect(app.records.waiting == [order])
    let created = try #require(VirtualCrossConnect.sample(.aws, ["name": .string("renamed")]))
    app.take(.records(.waitingChecked(id: id, .success(created))))
    #expect(app.records.waiting.map(\.connect) == [created])
    app.take(.records(.waitingChecked(id: id, .failure(.refused(status: 404, [])))))
    #expect(app.records.waiting == [])
  }

  @Test func `all of them are asked about, one after the other`() throws {
    var app = App.opened()
    let orders = try (0..<5).map { try WaitingOrder.sample(["id": .string("id-\($0)")]) }
    var asked = app.effects(of: .records(.waitingFound(orders)))
    for index in 0..<5 {
      #expect(asked == [.checkWaiting(id: "id-\(index)")])
      let gone = index % 2 == 0
      asked = app.effects(
        of: .records(
          .waitingChecked(
            id: "id-\(index)",
            gone ? .failure(.refused(status: 404, [])) : .success(orders[index].connect))))
    }
    #expect(asked == [])
    #expect(app.records.waiting.map(\.connect.id) == ["id-1", "id-3"])
  }

  @Test func `what the API doesn't answer takes nothing back, its hour does`() throws {
    var app = App.opened()
    let order = try WaitingOrder.sample()
    app.take(
      .records(.waitingFound([order])),
      .records(.waitingChecked(id: order.connect.id, .failure(.notSent(.cancelled)))))
    #expect(app.records.waiting == [order])
    #expect(app.nextTick(after: .answered + 1) == .answered + 60, "the minutes left are told")
    app.take(.clockTicked(order.deadline))
    #expect(app.records.waiting == [] && app.nextTick(after: order.deadline) == nil)
  }

  @Test func `signed in late, the API is asked then; another account is asked anew`() throws {
    var app = App(
      destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: false)
    _ = app.start()
    let order = try WaitingOrder.sample()
    #expect(app.effects(of: .records(.waitingFound([order]))) == [])
    let asked = Effect.checkWaiting(id: order.connect.id)
    app.take(.session(.keyEntered(Secret("KEY0123456789"))))
    #expect(app.effects(of: .session(.keyChecked(nil))).contains(asked))
    app.take(.records(.waitingChecked(id: order.connect.id, .failure(.refused(status: 404, [])))))
    app.take(.session(.keyNeeded), .session(.keyEntered(Secret("KEY9876543210"))))
    #expect(app.effects(of: .session(.keyChecked(nil))).contains(asked))
    #expect(app.records.waiting == [order], "the other account did not know it")
  }

  @Test func `it is opened with its own hour, asked for as it is, and left for the list`() throws {
    var app = App.opened()
    let order = try WaitingOrder.sample()
    app.take(.records(.waitingFound([order])))
    let id = order.connect.id
    #expect(app.update(.waitingOpened).effects == [.recall(id: id), .checkStatus(id: id)])
    #expect(app.connection.flatMap { Acceptance(of: $0) }?.deadline == order.deadline)
    app.take(.connectionClosed)
    #expect(app.place == .inventory)
  }

  @Test func `a demo knows nothing of them`() throws {
    var app = App(
      destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: false)
    _ = app.start()
    let demo = Destination(baseURL: .telnyx, isDemo: true)
    app.take(
      .records(.waitingFound([try .sample()])), .session(.demoChosen),
      .session(.demoStarted(demo)))
    #expect(app.records.waiting == [])
  }
}
