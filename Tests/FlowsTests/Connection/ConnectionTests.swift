import CrossConnect
@testable import Flows
import FoundationEssentials
import Presentation
import TelnyxAPI
import TestSupport
import Testing

/// Following a cross connect that was created.
@Suite struct ConnectionTests {
  private static func created() throws -> App {
    var app = App.sample(.aws)
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    app.take(
      .form(.submitPressed), .noted, .submission(.orderAnswered(.success(connect), at: .answered)))
    return app
  }

  private static func openedFromList(_ connect: VirtualCrossConnect) -> App {
    var app = App.opened()
    app.take(
      .inventory(.opened), .inventory(.connectsLoaded(.success([connect]), at: .answered)),
      .inventory(.chosen(connect.id)))
    return app
  }

  @Test func `the status is asked for one at a time and keeps the time of the order`() throws {
    var app = try Self.created()
    let id = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0"
    #expect(app.effects(of: .connection(.checkStatusPressed)) == [.checkStatus(id: id)])
    #expect(app.connection?.isFollowing == true)
    #expect(app.effects(of: .connection(.checkStatusPressed)) == [])
    let later = try #require(
      VirtualCrossConnect.sample(.aws, ["status": .string("provisioning")]))
    app.take(.connection(.followAnswered(.success(later), at: .answered + 9)))
    #expect(app.order == .created(later, at: .answered))
    #expect(app.connection?.isFollowing == false)
    #expect(
      app.effects(of: .connection(.actionPressed(.enable([.primary])))) == [
        .perform(.enable([.primary]), id: id, provider: .aws)
      ])
  }

  @Test func `an action does not wait for a look under way, whose answer then tells nothing`()
    throws
  {
    var app = try Self.created()
    let id = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0"
    let look = try #require(app.effects(of: .connection(.checkStatusPressed)).first)
    let ticket = try #require(app.ticket(for: look))
    let enable = ConnectionAction.enable([.primary])
    #expect(
      app.effects(of: .connection(.actionPressed(enable))) == [
        .cancel([look]), .perform(enable, id: id, provider: .aws),
      ])
    let late = App.Event.connection(
      .followAnswered(.failure(.outcomeUnknown(.lost(.cancelled))), at: .answered))
    #expect(app.update(.answered(late, to: ticket)) == [])
    #expect(app.effects(of: .connection(.actionPressed(enable))) == [], "one at a time")
  }

  @Test func `a look that failed is not told of any more once one was answered`() throws {
    var app = try Self.created()
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    app.take(
      .connection(.waitPressed),
      .connection(
        .followAnswered(.failure(.outcomeUnknown(.unreadable(status: 200))), at: .answered)))
    #expect(app.report != nil)
    app.take(.connection(.followAnswered(.success(connect), at: .answered + 2)))
    #expect(app.report == nil)
  }

  @Test func `a page that is opened while the API wants no request asks once it may`() throws {
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    var app = Self.openedFromList(connect)
    app.take(
      .connection(.followAnswered(.failure(.tooManyRequests(.seconds(60), [])), at: .answered)),
      .connectionClosed)
    #expect(app.place == .inventory && app.inventory.isShown)
    #expect(app.update(.inventory(.reloadPressed)).occurrences == [.heldBack], "nor the list")
    #expect(app.heldBackUntil == .answered + 60)
    let opened = app.update(.inventory(.chosen(connect.id)))
    #expect(!opened.effects.contains(.checkStatus(id: connect.id)))
    #expect(opened.occurrences.contains(.heldBack))
    #expect(app.effects(of: .clockTicked(.answered + 59)) == [])
    #expect(app.effects(of: .clockTicked(.answered + 60)) == [.checkStatus(id: connect.id)])
  }

  @Test func `a page that is opened again from the list keeps what was typed into it`() throws {
    let connect = try #require(VirtualCrossConnect.sample(.googleCloud))
    var app = Self.openedFromList(connect)
    app.take(
      .connection(.followAnswered(.success(connect), at: .answered)),
      .connection(.sheetOpened(.addresses)))
    let field = AddressForm.Field(.primary, isCloud: true)
    app.take(
      .connection(.addressEdited(field, "169.254.1.2/29")), .inventory(.opened),
      .inventory(.connectsLoaded(.success([connect]), at: .answered)),
      .inventory(.chosen(connect.id)))
    #expect(app.place == .result && app.connection?.addresses[field] == "169.254.1.2/29")
  }

  @Test(arguments: [.string("oracle"), .null, nil] as [JSONValue?])
  func `an answer without a known cloud keeps the steps and the deadline of the order`(
    word: JSONValue?
  ) throws {
    var app = App.sample(.aws)
    let odd = try #require(VirtualCrossConnect.sample(.aws, ["cloud_provider": word]))
    for messages in [
      [.form(.submitPressed), .noted, .submission(.orderAnswered(.success(odd), at: .answered))],
      [
        .connection(.checkStatusPressed),
        .connection(.followAnswered(.success(odd), at: .answered + 9)),
      ],
    ] as [[App.Event]] {
      messages.forEach { app.take($0) }
      guard case .created(let connect, at: let date) = app.order else {
        Issue.record("created, the order is \(app.order)")
        continue
      }
      #expect(connect.steps().map(\.step) == CloudProvider.aws.rules.steps)
      #expect(Acceptance(of: Connection(connect, orderedAt: date)) != nil)
      let shown = ResponseReport(of: connect).lines.first { $0.key == "cloud_provider" }
      #expect(shown?.value == word.map { $0 == .null ? "not set" : "oracle" })
    }
  }

  @Test(
    arguments: [
      (
        .notSent(.connectTimedOut(host: "api.telnyx.com", seconds: 10)),
        "Could not reach the cross connect",
        ["api.telnyx.com did not answer the connection within 10 s."]
      ),
      (
        .refused(status: 422, [APIError(code: "10015", message: "Not accepted", source: nil)]),
        "The API refused", ["The API answered 422:", "Not accepted (code 10015)"]
      ),
      (
        .outcomeUnknown(.lost(.timedOut(seconds: 30))), "No usable answer",
        ["No answer came within 30 s."]
      ),
      (
        .tooManyRequests(.seconds(5), []), "The API refused",
        ["Telnyx asks to wait 5 s before the next request."]
      ),
    ] as [(APIFailure, String, [String])])
  func `following that fails says why and can be tried again`(
    failure: APIFailure, title: String, lines: [String]
  ) throws {
    var app = try Self.created()
    app.take(
      .connection(.checkStatusPressed),
      .connection(.followAnswered(.failure(failure), at: .answered + 9)))
    #expect(app.report.map(FailureReport.init) == FailureReport(title: title, lines: lines))
    #expect(app.place == .result)
    app.take(.connection(.clockTicked(.answered + 14)))
    #expect(app.effects(of: .connection(.checkStatusPressed)).count == 1)
    #expect(app.report == nil)
  }

  @Test func `before the API wants to be asked nothing is asked or done, and it is said`() throws {
    var app = try Self.created()
    app.take(
      .connection(.actionPressed(.enable([.primary]))),
      .connection(
        .performed(
          .enable([.primary]), .failure(.tooManyRequests(.seconds(5), [])), at: .answered)))
    let events: [Connection.Event] = [
      .actionPressed(.enable([.primary])), .checkStatusPressed, .waitPressed,
    ]
    for event in events {
      let reaction = app.update(.connection(event))
      #expect(reaction.effects == [] && reaction.occurrences == [.heldBack])
    }
    #expect(app.connection?.isWaiting == false)
    let later = Date.answered + 60
    #expect(app.nextTick(after: later) == later, "its end is heard of, however late")
    #expect(
      WaitText.heldBack(in: app, now: .answered + 2)
        == "Telnyx asks to wait 3 s.")
    app.take(.connection(.clockTicked(.answered + 5)))
    #expect(app.effects(of: .connection(.actionPressed(.enable([.primary])))).count == 1)
  }

  @Test func `a wait that ends because Telnyx deletes it was in vain`() throws {
    var app = try Self.created()
    let deleting = try #require(
      VirtualCrossConnect.sample(.aws, ["status": .string("deleting")]))
    app.take(
      .connection(.waitPressed), .connection(.followAnswered(.success(deleting), at: .answered)))
    let connection = try #require(app.connection)
    #expect(!connection.isWaiting && Ending(of: app).code == 7)
    let page = ConnectionPage(of: connection, in: app, now: .answered)
    #expect(page.blocks.contains(.error("It is being deleted, and will not be provisioned.")))
    app.take(.connection(.waitPressed))
    app.take(
      .connection(.followAnswered(.failure(.refused(status: 404, [])), at: .answered + 9)))
    #expect(Ending(of: app).code == 0, "gone is what was waited for")
  }

  @Test func `waiting asks soon, then less often, until it is provisioned`() throws {
    var app = try Self.created()
    let check: [Effect] = [.checkStatus(id: "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0")]
    #expect(app.effects(of: .connection(.waitPressed)) == check)
    #expect(app.connection?.isWaiting == true)
    let created = try #require(VirtualCrossConnect.sample(.aws))
    app.take(.connection(.followAnswered(.success(created), at: .answered + 1)))
    #expect(app.connection?.nextFollow == .answered + 3)
    #expect(app.effects(of: .clockTicked(.answered + 2)) == [])
    #expect(app.nextTick(after: .answered + 2) == .answered + 3)
    #expect(app.effects(of: .clockTicked(.answered + 3)) == check)
    #expect(app.effects(of: .clockTicked(.answered + 4)) == [], "one question at a time")
    app.take(.connection(.followAnswered(.success(created), at: .answered + 4)))
    #expect(app.connection?.nextFollow == .answered + 6.8)
    #expect(app.effects(of: .clockTicked(.answered + 12)) == check)
    let done = try #require(VirtualCrossConnect.sample(.aws, ["status": .string("provisioned")]))
    app.take(.connection(.followAnswered(.success(done), at: .answered + 13)))
    #expect(app.connection?.isWaiting == false)
    #expect(app.effects(of: .clockTicked(.answered + 60)) == [])
    #expect(app.effects(of: .connection(.waitPressed)) == [], "there is nothing left to wait for")
  }

  @Test func `a cross connect that is being deleted is waited for until it is gone`() throws {
    var app = try Self.created()
    let check: [Effect] = [.checkStatus(id: "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0")]
    let deleting = try #require(VirtualCrossConnect.sample(.aws, ["status": .string("deleting")]))
    app.take(
      .connection(.waitPressed),
      .connection(.followAnswered(.success(deleting), at: .answered + 1)))
    #expect(app.connection?.isWaiting == false, "it will not be provisioned any more")
    #expect(app.effects(of: .connection(.waitPressed)) == check)
    app.take(.connection(.followAnswered(.success(deleting), at: .answered + 2)))
    #expect(app.effects(of: .clockTicked(.answered + 4)) == check)
    app.take(
      .connection(.followAnswered(.failure(.refused(status: 404, [])), at: .answered + 5)))
    guard case .gone(_, wasAwaited: false) = app.order else {
      Issue.record("it is not gone as it was wanted: \(app.order)")
      return
    }
    #expect(app.effects(of: .connection(.waitPressed)) == [], "there is nothing left to wait for")
  }

  @Test func `waiting can be stopped, goes on after a lost answer, and ends when it is gone`()
    throws
  {
    var app = try Self.created()
    app.take(
      .connection(.waitPressed),
      .connection(.followAnswered(.failure(.outcomeUnknown(.status(502, []))), at: .answered + 1)))
    #expect(app.connection?.isWaiting == true)
    #expect(app.effects(of: .connection(.waitPressed)) == [])
    #expect(app.connection?.isWaiting == false)
    app.take(
      .connection(.waitPressed),
      .connection(.followAnswered(.failure(.refused(status: 404, [])), at: .answered + 9)))
    #expect(app.connection?.isWaiting == false)
    #expect(app.report == nil)
    guard case .gone(_, wasAwaited: true) = app.order else {
      Issue.record("it is not gone: \(app.order)")
      return
    }
    #expect(Ending(of: app).code == 7)
  }

  @Test func `a deadline is told anew each minute, and nothing wakes without one`() throws {
    let app = try Self.created()
    let deadline = try #require(
      VirtualCrossConnect.sample(.aws).flatMap {
        Acceptance(of: Connection($0, orderedAt: .answered))
      }
    ).deadline
    #expect(app.nextTick(after: deadline - 90) == deadline - 60)
    #expect(app.nextTick(after: deadline + 1) == nil)
    #expect(App.sample(.aws).nextTick(after: .answered) == nil)
    var azure = App.sample(.azure)
    azure.take(
      .form(.submitPressed), .noted,
      .submission(
        .orderAnswered(.success(try #require(VirtualCrossConnect.sample(.azure))), at: .answered)))
    #expect(azure.nextTick(after: .answered) == nil)
  }

  @Test func `a wait that the API asked for is counted down by the second`() {
    var app = App.sample(.aws)
    app.take(
      .form(.submitPressed), .noted,
      .submission(.orderAnswered(.failure(.tooManyRequests(.seconds(30), [])), at: .answered)))
    #expect(app.submission.waitUntil == .answered + 30)
    #expect(app.nextTick(after: .answered + 2) == .answered + 3)
    #expect(app.nextTick(after: .answered + 40) == .answered + 40, "its end is heard of, too")
    let early = app.update(.form(.submitPressed))
    #expect(early.effects == [] && early.occurrences.last == .heldBack, "nothing is sent before")
    #expect(
      WaitText.heldBack(in: app, now: .answered + 2) == "Telnyx asks to wait 28 s.")
    let over = app.update(.clockTicked(.answered + 30))
    #expect(over.occurrences == [.waitOver] && app.isWaitOver)
    #expect(app.nextTick(after: .answered + 30) == nil)
    #expect(
      app.effects(of: .form(.submitPressed)) == [.noteConnects(onNetwork: Network.sample.id)])
  }

  @Test func `what became of an action is asked once the API may be asked`() throws {
    var app = try Self.created()
    let enable = ConnectionAction.enable([.primary])
    let busy = APIFailure.outcomeUnknown(.status(503, [], .seconds(20)))
    app.take(.connection(.actionPressed(enable)))
    #expect(
      app.effects(of: .connection(.performed(enable, .failure(busy), at: .answered))) == [])
    #expect(app.effects(of: .clockTicked(.answered + 19)) == [])
    let id = try #require(app.connection).connect.id
    #expect(app.effects(of: .clockTicked(.answered + 20)) == [.checkStatus(id: id)])
    #expect(app.effects(of: .clockTicked(.answered + 21)) == [], "once")
  }

  @Test func `a key rejected on the result is replaced, and one is back on the result`() throws {
    var app = try Self.created()
    let rejected = APIFailure.keyRejected(status: 401, [])
    app.take(
      .connection(.checkStatusPressed),
      .connection(.followAnswered(.failure(rejected), at: .answered + 9)))
    #expect(app.place == .signIn)
    app.take(.session(.keyEntered(Secret("KEY-ANOTHER"))), .session(.keyChecked(nil)))
    #expect(app.place == .result)
    #expect(app.connection?.isFollowing == false)
  }

  @Test func `what another account does not have is not gone`() throws {
    var app = try Self.created()
    let rejected = APIFailure.keyRejected(status: 401, [])
    let notThere = App.Event.connection(
      .followAnswered(.failure(.refused(status: 404, [])), at: .answered + 20))
    app.take(
      .connection(.checkStatusPressed),
      .connection(.followAnswered(.failure(rejected), at: .answered + 9)),
      .session(.keyEntered(Secret("KEY-ANOTHER"))), .session(.keyChecked(nil)),
      .connection(.checkStatusPressed), notThere)
    #expect(app.report == .notInAccount)
    #expect(app.connection?.isGone == false && app.connection?.isFollowing == false)
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    app.take(
      .connection(.checkStatusPressed),
      .connection(.followAnswered(.success(connect), at: .answered + 30)), notThere)
    #expect(app.connection?.isGone == true, "this account had it")
  }

  @Test(arguments: [true, false])
  func `a receipt's order that the key's account does not have is not gone`(
    isListed: Bool
  ) throws {
    var app = App.opened()
    let order = try WaitingOrder.sample()
    app.take(.records(.waitingFound([order])))
    if isListed { app.take(.records(.waitingListed(.success([order])))) }
    app.take(.waitingOpened)
    #expect(app.place == .result)
    app.take(
      .connection(.followAnswered(.failure(.refused(status: 404, [])), at: .answered + 20)))
    #expect(app.connection?.isGone == isListed, "an account that has listed it had it")
    #expect(app.report == (isListed ? nil : .notInAccount))
  }

  @Test func `a wait that the API asked for on one page holds on one's own order, too`() throws {
    var app = try Self.created()
    let own = try #require(app.ordered).connect
    let other = try #require(VirtualCrossConnect.sample(.azure, ["id": .string("other")]))
    app.take(
      .inventory(.opened),
      .inventory(.connectsLoaded(.success([own, other]), at: .answered)),
      .inventory(.chosen(other.id)),
      .connection(
        .followAnswered(.failure(.tooManyRequests(.seconds(600), [])), at: .answered)),
      .connectionClosed)
    let opened = app.update(.inventory(.chosen(own.id)))
    #expect(opened.effects == [] && app.heldBackUntil == .answered + 600)
    #expect(app.effects(of: .clockTicked(.answered + 600)) == [.checkStatus(id: own.id)])
  }

  @Test func `a secondary that was ordered by its key is missed after the receipt was read`()
    throws
  {
    let draft = Draft.sample(.aws).answering([
      .wantsSecondary: "yes", .secondaryBGPKey: "0tCGVCDmqBmiOqGOQvYN5Qrq",
    ])
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    let receipt = Receipt(
      of: connect, withholding: [], answeredAt: .answered, writtenAt: .answered,
      destination: "https://api.telnyx.com/v2", order: try draft.makeRequest())
    #expect(!String(decoding: receipt.data, as: UTF8.self).contains("0tCGVCDm"))
    var connection = Connection(connect, orderedAt: nil)
    _ = connection.update(.recalled(try Receipt(receipt.data)))
    #expect(connection.lacksSecondary && connection.differences == [])
  }

  @Test func `what is not as ordered is said on the page, and of a circuit that got lost`() throws {
    let draft = Draft.sample(.aws).answering([
      .wantsSecondary: "yes", .secondaryBGPKey: "0123456789abcdefghij",
    ])
    let odd = try #require(
      VirtualCrossConnect.sample(.aws, ["bandwidth_mbps": .integer(500)]))
    let connection = Connection(odd, orderedAt: .answered, request: try draft.makeRequest())
    let lines = [
      "Bandwidth: 500 Mbps; you ordered 50 Mbps.",
      "Secondary circuit: not in the answer; you ordered one.",
    ]
    #expect(DifferencesText.lines(for: connection) == lines)
    let report = ReportText.lines(for: connection, now: .answered)
    #expect(report.contains(DifferencesText.title) && report.contains("  " + lines[0]))
    let page = ConnectionPage(of: connection, in: .sample(.aws), now: .answered)
    #expect(page.blocks.contains(.text("  " + lines[1])))
    let words = page.blocks.compactMap { block in
      if case .step(1, _, _, let words, _) = block { words } else { String?.none }
    }
    let price = "$100 a month; no list price for a secondary"
    #expect(words == ["50 Mbps, ashburn-va - us-east-1, \(price)"], "what was ordered")
  }

  @Test func `what was ticked is kept when the page is opened again`() throws {
    var app = App.opened()
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    let loaded = App.Event.inventory(.connectsLoaded(.success([connect]), at: .answered))
    app.take(.inventory(.opened), loaded, .inventory(.chosen(connect.id)))
    #expect(
      app.update(.connection(.ticked(.accepted))).effects == [
        .keepTicks([.accepted], id: connect.id)
      ])
    app.take(.connectionClosed, loaded)
    #expect(
      app.update(.inventory(.chosen(connect.id))).effects == [
        .recall(id: connect.id), .checkStatus(id: connect.id),
      ])
    #expect(app.connection?.ticked == [.accepted])
  }
}
