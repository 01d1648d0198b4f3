import CrossConnect
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

@testable import Flows

/// What puts something at risk is asked for twice.
@Suite struct CautionTests {
  private static func sending() -> App {
    var app = App.sample(.aws)
    app.take(.form(.submitPressed), .noted, .submission(.orderSent(at: .sent)))
    return app
  }

  private static func missed() -> App {
    var app = sending()
    app.take(
      .submission(
        .orderAnswered(.failure(.outcomeUnknown(.lost(.timedOut(seconds: 30)))), at: .answered)))
    for look in 1...3 {
      app.take(
        .submission(.lookPressed),
        .submission(.lookAnswered(CrossConnectList(), at: .answered + Double(look) * 15)))
    }
    return app
  }

  private static func created(isRecorded: Bool) -> App {
    var app = sending()
    let full = StorageFailure.system(path: "~/x", reason: "No space left on device")
    if let connect = VirtualCrossConnect.sample(.aws) {
      app.take(.submission(.orderAnswered(.success(connect), at: .answered)))
    }
    app.take(
      .records(
        isRecorded ? .receiptSaved(path: "~/x", at: .answered) : .receiptNotSaved(full)))
    return app
  }

  private static func acting() -> App {
    var app = created(isRecorded: true)
    app.take(.connection(.keysSeen(.shown)), .connection(.actionPressed(.enable([.primary]))))
    return app
  }

  private static let risks: [(app: App, event: App.Event, caution: Caution)] = [
    (missed(), .discardConfirmed, .discardsOrder),
    (missed(), .submission(.createAgainPressed), .ordersTwice),
    (sending(), .submission(.stopWaitingPressed), .stopsWaiting),
    (sending(), .quitConfirmed, .leavesOrder),
    (created(isRecorded: false), .discardConfirmed, .discardsOrder),
    (created(isRecorded: true), .discardConfirmed, .leavesUnseenKey),
    (created(isRecorded: true), .quitConfirmed, .leavesUnseenKey),
    (acting(), .discardConfirmed, .leavesAction(.enable([.primary]))),
    (
      .answering(.fullSample(.aws)), .form(.generateKeyPressed(.primaryBGPKey)),
      .replacesKey(.primaryBGPKey)
    ),
  ]

  @Test(arguments: risks)
  func `it is done when it is asked for again at once`(
    app: App, event: App.Event, caution: Caution
  ) {
    var app = app
    #expect(app.effects(of: event) == [])
    #expect(app.caution == caution)
    app.take(.clockTicked(.answered + 50))
    #expect(app.caution == caution, "time takes nothing back")
    #expect(app.effects(of: event) != [])
    #expect(app.caution == nil)
  }

  @Test(arguments: risks)
  func `anything else in between takes it back`(app: App, event: App.Event, caution: Caution) {
    var app = app
    app.take(event, .stayed)
    #expect(app.caution == nil)
    #expect(app.effects(of: event) == [], "it is asked for anew")
    #expect(app.caution == caution)
  }

  @Test func `what puts nothing at risk is done at once`() {
    var app = App.sample(.aws)
    #expect(app.effects(of: .quitConfirmed) == [.leave])
    #expect(
      app.effects(of: .form(.generateKeyPressed(.primaryBGPKey))) == [.generateKey(.primaryBGPKey)])
  }
}
