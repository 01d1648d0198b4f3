import CrossConnect
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

@testable import Flows
@testable import Presentation

/// After an order, the same run can order another one like it.
@Suite struct AnotherOrderTests {
  /// An app whose order was answered, and whose receipt was written.
  private static func ordered(
    receipt: Records.Event? = nil, keysSeen: Bool = true
  ) throws -> App {
    var app = App.sample(.aws)
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    app.take(
      .form(.submitPressed), .noted,
      .submission(.orderAnswered(.success(connect), at: .answered)),
      .records(receipt ?? .receiptSaved(path: "~/receipt", at: .answered)))
    if keysSeen { app.take(.connection(.keysSeen(.shown))) }
    return app
  }

  @Test func `another like it is ordered with a draft, a request and a receipt of its own`() throws
  {
    var app = try Self.ordered()
    let first = try #require(app.ordered)
    app.take(.anotherPressed)
    #expect(app.place == .step(.network) && app.orderedBefore == [first])
    #expect(app.form.draft[.cloudRegion] == "us-east-1" && app.form.draft[.name].isEmpty)
    #expect(app.records.receiptFile == .notYet)
    app.take(.form(.answerEdited(.name, "second")))
    #expect(app.hasSomethingToKeep)
    for _ in Step.allCases.dropLast() { app.take(.form(.nextPressed)) }
    #expect(app.place == .step(.review))
    app.take(.form(.submitPressed))
    guard case .send(let request)? = app.update(.noted).effects.last else {
      Issue.record("nothing was sent")
      return
    }
    #expect(request["name"]?.text == "second")
    let second = try #require(VirtualCrossConnect.sample(.aws, ["id": .string("second")]))
    let effects = app.update(.submission(.orderAnswered(.success(second), at: .answered))).effects
    #expect(app.connection?.connect.id == "second" && app.orderedBefore == [first])
    #expect(
      effects.contains {
        if case .saveReceipt(let made, _) = $0 { made == app.ordered } else { false }
      })
  }

  @Test func `what was ordered first waits to be accepted, and the list is asked for anew`() throws
  {
    var app = try Self.ordered()
    let id = try #require(app.ordered).connect.id
    #expect(app.effects(of: .anotherPressed) == [.listWaiting])
    #expect(app.records.waiting.map(\.connect.id) == [id])
    app.take(.records(.waitingListed(.success([]))))
    #expect(app.records.waiting == [])
  }

  @Test func `what becomes of the first order later is what one hears at the end`() throws {
    var app = try Self.ordered()
    let first = try #require(app.ordered).connect
    app.take(
      .anotherPressed, .inventory(.opened),
      .inventory(.connectsLoaded(.success([first]), at: .answered)), .inventory(.chosen(first.id)))
    app.take(
      .connection(.followAnswered(.failure(.refused(status: 404, [])), at: .answered + 9)),
      .connectionClosed)
    #expect(app.orderedBefore.map(\.isGone) == [true])
    #expect(OutcomeText(of: app).leaving == ["Nothing else was ordered."])
  }

  @Test func `a report on the page stays there`() throws {
    var app = try Self.ordered()
    app.take(
      .connection(.followAnswered(.failure(.outcomeUnknown(.status(502, []))), at: .answered)))
    #expect(app.report != nil)
    app.take(.anotherPressed)
    #expect(app.place == .step(.network) && app.report == nil)
  }

  @Test func `an order that no file remembers is sent only when it is asked for twice`() throws {
    let failure = StorageFailure.system(path: "~/x", reason: "No space left on device")
    var app = App.sample(.aws)
    app.take(.records(.draftNotSaved(failure)))
    #expect(app.effects(of: .form(.submitPressed)) == [])
    #expect(app.caution == .ordersUnrecorded && app.place == .step(.review))
    app.take(.form(.submitPressed))
    #expect(app.place == .sending)
  }

  @Test func `who quits before the second order hears of the first, and ends with 0`() throws {
    var app = try Self.ordered()
    let id = try #require(app.ordered).connect.id
    app.take(.anotherPressed)
    #expect(Ending(of: app).code == 0)
    #expect(
      OutcomeText(of: app).leaving == [
        "The cross connect \(id) exists.", "Nothing else was ordered.",
      ])
  }

  @Test func `an order without a receipt keeps its answers`() throws {
    let failure = StorageFailure.system(path: "~/x", reason: "No space left on device")
    var app = try Self.ordered(receipt: .receiptNotSaved(failure))
    #expect(app.obstacleToAnother == .notRecorded)
    let words = "Another like this can't be ordered before the receipt of this one is written."
    let page = ConnectionPage(of: try #require(app.ordered), in: app, now: .answered)
    #expect(page.blocks.contains(.text(words)) && !page.actions.contains(.another))
    let draft = app.form.draft
    app.take(.anotherPressed, .anotherPressed)
    #expect(app.form.draft == draft && app.place == .result)
    app.take(.records(.receiptSaved(path: "~/receipt", at: .answered)))
    #expect(app.obstacleToAnother == nil)
  }

  @Test func `a key that nobody has seen is spoken of first`() throws {
    var app = try Self.ordered(keysSeen: false)
    app.take(.anotherPressed)
    #expect(app.caution == .ordersAnotherWithoutKey && app.place == .result)
    #expect(app.effects(of: .quitConfirmed) == [], "leaving is asked about by itself")
    app.take(.anotherPressed)
    #expect(app.place == .result)
    app.take(.anotherPressed)
    #expect(app.place == .step(.network))
  }
}
