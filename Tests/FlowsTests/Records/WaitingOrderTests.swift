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
    return keeper.findWaiting(for: .telnyx).waiting
  }

  @Test func `only what still has time to be accepted waits, the most urgent first`() throws {
    let orders: [(CloudProvider, VirtualCrossConnect.Members, Double)] = [
      (.aws, [:], 60), (.aws, [:], 3000), (.aws, [:], 3601), (.azure, [:], 60),
      (.aws, ["status": .string("provisioned")], 60),
    ]
    #expect(try found(orders).map(\.connect.id) == ["id1-x", "id0-x"])
  }

  /// An app whose lists have come, with the effects of the last of them.
  private static func listed() -> (app: App, effects: [Effect]) {
    var app = App(
      destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true)
    _ = app.start()
    app.take(.choices(.networksLoaded(.success([]))))
    return (app, app.effects(of: .choices(.coverageLoaded(.success(Coverage([]))))))
  }

  @Test func `the API is asked once the form has its own lists, once for a key`() throws {
    var (app, effects) = Self.listed()
    #expect(effects == [.listWaiting])
    #expect(app.effects(of: .records(.waitingFound([try .sample()]))) == [])
    #expect(app.effects(of: .records(.waitingListed(.failure(.notSent(.cancelled))))) == [])
    #expect(app.effects(of: .records(.began)) == [])
  }

  @Test func `the list takes back what was accepted, and adds what no receipt tells`() throws {
    var (app, _) = Self.listed()
    let orders = try (0..<3).map { try WaitingOrder.sample(["id": .string("id-\($0)")]) }
    app.take(.records(.waitingFound([orders[0], orders[1]])))
    let renamed = try #require(
      VirtualCrossConnect.sample(.aws, ["id": .string("id-1"), "name": .string("renamed")]))
    let later = WaitingOrder(renamed, orderedAt: .answered + 9, deadline: .answered + 3609)
    let reaction = app.update(.records(.waitingListed(.success([later, orders[2]]))))
    #expect(reaction.occurrences == [.waitingChanged])
    #expect(app.records.waiting.map(\.connect) == [renamed, orders[2].connect])
    #expect(
      app.records.waiting[0].deadline == orders[1].deadline, "the hour counts from our own answer")
  }

  @Test func `what the person has ticked waits no longer, whatever the list says`() throws {
    let order = try WaitingOrder.sample()
    var (app, _) = Self.listed()
    app.take(
      .records(.waitingFound([], accepted: [order.connect.id])),
      .records(.waitingListed(.success([order]))))
    #expect(app.records.waiting == [])
  }

  @Test func `what its page shows counts on the first page too`() throws {
    var (app, _) = Self.listed()
    let order = try WaitingOrder.sample()
    app.take(.records(.waitingListed(.success([order]))), .waitingOpened)
    app.take(.connection(.ticked(.accepted)))
    #expect(app.records.waiting == [])
    app.take(.connection(.ticked(.accepted)))
    #expect(app.records.waiting == [order])
  }

  @Test func `only what still has time to be accepted is taken from the list`() throws {
    #expect(try Self.deadline(.aws, age: 600) == .answered + 3000)
    #expect(try Self.deadline(.aws, age: -600) == .answered + 3600, "never more than the hour")
    #expect(try Self.deadline(.aws, age: 3601) == nil)
    #expect(try Self.deadline(.aws, age: 6, speed: 60) == .answered + 54)
    #expect(try Self.deadline(.azure, age: 600) == nil)
    #expect(try Self.deadline(.aws, ["status": .string("provisioned")], age: 600) == nil)
    #expect(try Self.deadline(.aws, ["created_at": .null], age: 600) == nil)
  }

  /// By when a cross connect of the list has to be accepted that was created so many seconds ago.
  private static func deadline(
    _ provider: CloudProvider, _ changes: VirtualCrossConnect.Members = [:], age: Double,
    speed: Double = 1
  ) throws -> Date? {
    let now = Date.answered
    let members = VirtualCrossConnect.sampleMembers(provider)
      .merging(["created_at": .string((now - age).ISO8601Format())]) { $1 }
      .merging(changes) { $1 }
    return WaitingOrder(
      try #require(VirtualCrossConnect(.object(members), servedAt: now)), receivedAt: now,
      at: Destination(baseURL: .telnyx, isDemo: speed != 1, speed: speed))?.deadline
  }

  @Test func `what the API doesn't answer takes nothing back, its hour does`() throws {
    var (app, _) = Self.listed()
    let order = try WaitingOrder.sample()
    app.take(
      .records(.waitingFound([order])),
      .records(.waitingListed(.failure(.notSent(.cancelled)))))
    #expect(app.records.waiting == [order])
    #expect(app.nextTick(after: .answered + 1) == .answered + 60, "the minutes left are told")
    app.take(.clockTicked(order.deadline))
    #expect(app.records.waiting == [] && app.nextTick(after: order.deadline) == nil)
  }

  @Test func `another account is asked anew, and its list says nothing of the first's`() throws {
    var (app, _) = Self.listed()
    let order = try WaitingOrder.sample()
    app.take(
      .records(.waitingFound([order])), .records(.waitingListed(.success([]))))
    #expect(app.records.waiting == [])
    app.take(.session(.keyNeeded), .session(.keyEntered(Secret("KEY9876543210"))))
    app.take(.session(.keyChecked(nil)), .choices(.networksLoaded(.success([]))))
    #expect(
      app.effects(of: .choices(.coverageLoaded(.success(Coverage([]))))) == [.listWaiting])
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

  @Test func `a demo knows nothing of the receipts`() throws {
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
