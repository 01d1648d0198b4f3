import FoundationEssentials
import TestSupport
import Testing
@testable import CrossConnect
@testable import Flows
@testable import Presentation
@testable import TelnyxAPI

/// Sending the order, and what comes of it.
@Suite struct SendingTests {
  private static func sending(_ provider: CloudProvider = .aws) -> App {
    var app = App.sample(provider)
    app.take(.form(.submitPressed), .noted, .submission(.orderSent(at: .sent)))
    return app
  }

  @Test(arguments: CloudProvider.allCases)
  func `submitting a full form sends it once`(provider: CloudProvider) throws {
    var app = App.sample(provider)
    let request = try app.form.draft.makeRequest()

    #expect(
      app.effects(of: .form(.submitPressed)) == [.noteConnects(onNetwork: Network.sample.id)],
      "first it is noted what is there")
    #expect(app.order == .preparing(request))
    #expect(app.effects(of: .form(.submitPressed)) == [], "a second Enter must not order twice")
    #expect(app.effects(of: .noted) == [.send(request)])
    #expect(app.effects(of: .noted) == [])
    #expect(app.place == .sending)
    let note = ConnectNote(CrossConnectList())
    #expect(app.order == .sending(Attempt(request, sentAt: nil, note: note)))
    #expect(app.effects(of: .form(.submitPressed)) == [], "a second Enter must not order twice")
    app.take(.submission(.orderSent(at: .sent)))
    #expect(app.order == .sending(Attempt(request, sentAt: .sent, note: note)))
    #expect(app.effects(of: .form(.submitPressed)) == [])

    let connect = try #require(VirtualCrossConnect.sample(provider))
    #expect(app.effects(of: .submission(.orderAnswered(.success(connect), at: .answered))) == [])
    #expect(app.order == .created(connect.ordered(with: app.form.draft), at: .answered))
    #expect(app.place == .result)
    #expect(app.effects(of: .form(.submitPressed)) == [], "nor after it was created")
  }

  @Test func `an order with a problem isn't sent`() {
    var app = App.sample(.aws)
    app.take(
      .form(.changeRequested(.circuits)), .form(.answerEdited(.asn, "0")), .form(.backPressed))
    #expect(app.place == .step(.review))
    #expect(app.effects(of: .form(.submitPressed)) == [])
    #expect(app.form.problems == [Problem(field: .asn, .blocks("ASN 0 is reserved by RFC 7607."))])
    #expect(app.order == .open)
  }

  @Test func `an order that no longer fits what is offered isn't sent`() {
    var app = App.sample(.aws)
    app.take(
      .choices(
        .coverageLoaded(
          .success(
            Coverage([
              Coverage.Row(
                location: .ashburn, provider: .aws, cloudRegion: "us-east-1",
                bandwidths: [Bandwidth(mbps: 1000)])
            ])))))
    #expect(app.effects(of: .form(.submitPressed)) == [])
    #expect(
      app.form.problems.map(\.sentence)
        == ["50 Mbps is not offered from ashburn-va to us-east-1. Choose another."])
  }

  @Test(
    arguments: [
      (
        .notSent(.connectionFailed(host: "api.telnyx.com", detail: "connection refused")),
        "Not sent. Nothing was created.",
        ["api.telnyx.com could not be reached: connection refused."]
      ),
      (
        .notSent(.tlsFailed(host: "api.telnyx.com", detail: "the certificate has expired")),
        "Not sent. Nothing was created.",
        ["No secure connection to api.telnyx.com: the certificate has expired."]
      ),
      (
        .refused(status: 404, []), "Not created", ["The API answered 404 without a reason."]
      ),
      (
        .tooManyRequests(.seconds(30), []), "Not created",
        ["Telnyx asks to wait 30 s before the next request."]
      ),
      (
        .tooManyRequests(
          nil, [APIError(code: "10011", message: "Slow down", source: nil)]),
        "Not created",
        [
          "Telnyx asks to wait before the next request; try again in a minute.",
          "Slow down (code 10011)",
        ]
      ),
    ] as [(APIFailure, String, [String])])
  func `a failure that created nothing says so on the review, and the order can be sent again`(
    failure: APIFailure, title: String, lines: [String]
  ) throws {
    var app = Self.sending()
    #expect(app.effects(of: .submission(.orderAnswered(.failure(failure), at: .answered))) == [])
    #expect(app.place == .step(.review))
    #expect(app.report.map(FailureReport.init) == FailureReport(title: title, lines: lines))
    #expect(app.form.problems == [])
    #expect(app.order == .open)
    app.take(.clockTicked(Date.answered + 30), .form(.submitPressed))
    #expect(app.report == nil)
    #expect(app.effects(of: .noted) == [.send(try app.form.draft.makeRequest())])
  }

  @Test(
    arguments: [
      .outcomeUnknown(.lost(.timedOut(seconds: 30))),
      .outcomeUnknown(.lost(.connectionLost(detail: "reset by peer"))),
      .outcomeUnknown(.lost(.cancelled)),
      .outcomeUnknown(.status(408, [])),
      .outcomeUnknown(.status(502, [])),
      .outcomeUnknown(.unreadable(status: 200)),
      .outcomeUnknown(.intercepted(Interception(status: 302))),
    ] as [APIFailure])
  func `a failure that may have created something is never an open order`(failure: APIFailure)
    throws
  {
    var app = Self.sending()
    let request = try app.form.draft.makeRequest()
    #expect(
      app.effects(of: .submission(.orderAnswered(.failure(failure), at: .answered)))
        == [.look(onNetwork: Network.sample.id)], "it is looked for at once")
    #expect(app.place == .outcomeUnknown)
    #expect(app.report == nil && app.form.problems == [])
    guard case .unknown(let unknown) = app.order else {
      Issue.record("the order is \(app.order)")
      return
    }
    #expect(unknown.request == request)
    #expect(unknown.sentAt == .sent)
    #expect(unknown.reason == failure)
    #expect(unknown.looks == [])
    #expect(app.effects(of: .form(.submitPressed)) == [], "it must not be sent again from here")
  }

  @Test func `an answer that nobody waits for is no failure`() {
    var app = App.sample(.aws)
    app.take(.interrupted)
    let before = app
    app.take(
      .submission(.orderAnswered(.failure(.outcomeUnknown(.status(502, []))), at: .answered)))
    #expect(app == before)
  }
}
