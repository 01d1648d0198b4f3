import CrossConnect
import TelnyxAPI
import TestSupport
import Testing

@testable import Flows

/// Answers that come when nobody waits for them any more.
@Suite struct TicketTests {
  private static let rejected = APIFailure.keyRejected(status: 401, [])

  @Test func `a late answer to an earlier key changes nothing`() throws {
    var app = App(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true)
    _ = app.start()
    let networks = try #require(app.ticket(for: .loadNetworks))
    let coverage = try #require(app.ticket(for: .loadCoverage))
    app.take(.answered(.choices(.networksLoaded(.failure(Self.rejected))), to: networks))
    #expect(app.place == .signIn)
    app.take(.session(.keyEntered(Secret("KEY-ANOTHER"))), .session(.keyChecked(nil)))
    #expect(app.place == .step(.network))
    let before = app
    app.take(.answered(.choices(.coverageLoaded(.failure(Self.rejected))), to: coverage))
    #expect(app == before)
  }

  @Test func `the note of an order that was stopped is not taken for the next one's`() throws {
    var app = App.sample(.aws)
    let note = Effect.noteConnects(onNetwork: Network.sample.id)
    app.take(.form(.submitPressed))
    let first = try #require(app.ticket(for: note))
    #expect(app.effects(of: .submission(.stopWaitingPressed)) == [.cancel([note])])
    #expect(app.effects(of: .form(.submitPressed)) == [note])
    let second = try #require(app.ticket(for: note))

    let cut = CrossConnectList(failure: .notSent(.cancelled))
    let late = App.Event.submission(.connectsNoted(cut, at: .answered))
    #expect(app.effects(of: .answered(late, to: first)) == [], "it would know of nothing there")
    #expect(
      app.effects(of: .answered(.noted, to: second))
        == [.send(try Draft.sample(.aws).makeRequest())])
  }

  @Test func `the answer to an order counts whatever was asked since`() throws {
    var app = App.sample(.aws)
    app.take(.form(.submitPressed), .noted)
    #expect(app.ticket(for: .send(try app.form.draft.makeRequest())) == nil)
  }
}
