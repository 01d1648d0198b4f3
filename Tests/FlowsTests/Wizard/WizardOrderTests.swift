import TestSupport
import Testing
@testable import CrossConnect
@testable import Flows
@testable import Presentation
@testable import TelnyxAPI

/// Sending the order, and what comes of it.
@Suite struct WizardOrderTests {
  private static func sending(_ provider: CloudProvider = .aws) -> Wizard {
    var wizard = Wizard.sample(provider)
    wizard.take(.submitPressed, .noted, .orderSent(at: .sent))
    return wizard
  }

  @Test(arguments: CloudProvider.allCases)
  func `submitting a full form sends it once`(provider: CloudProvider) throws {
    var wizard = Wizard.sample(provider)
    let request = try wizard.draft.makeRequest()

    #expect(
      wizard.effects(of: .submitPressed) == [.noteConnects(onNetwork: Network.sample.id)],
      "first it is noted what is there")
    #expect(wizard.order == .preparing(request))
    #expect(wizard.effects(of: .submitPressed) == [], "a second Enter must not order twice")
    #expect(wizard.effects(of: .noted) == [.send(request)])
    #expect(wizard.effects(of: .noted) == [])
    #expect(wizard.place == .sending)
    let note = ConnectNote(CrossConnectList())
    #expect(wizard.order == .sending(Attempt(request, sentAt: nil, note: note)))
    #expect(wizard.effects(of: .submitPressed) == [], "a second Enter must not order twice")
    wizard.take(.orderSent(at: .sent))
    #expect(wizard.order == .sending(Attempt(request, sentAt: .sent, note: note)))
    #expect(wizard.effects(of: .submitPressed) == [])

    let connect = try #require(VirtualCrossConnect.sample(provider))
    #expect(wizard.effects(of: .orderAnswered(.success(connect), at: .answered)) == [])
    #expect(wizard.order == .created(connect.ordered(with: wizard.draft), at: .answered))
    #expect(wizard.place == .result)
    #expect(wizard.effects(of: .submitPressed) == [], "nor after it was created")
  }

  @Test func `an order with a problem isn't sent`() {
    var wizard = Wizard.sample(.aws)
    wizard.take(.changeRequested(.circuits), .answerEdited(.asn, "0"), .backPressed)
    #expect(wizard.place == .step(.review))
    #expect(wizard.effects(of: .submitPressed) == [])
    #expect(wizard.problems == [Problem(field: .asn, .blocks("ASN 0 is reserved by RFC 7607."))])
    #expect(wizard.order == .open)
  }

  @Test func `an order that no longer fits what is offered isn't sent`() {
    var wizard = Wizard.sample(.aws)
    wizard.take(
      .coverageLoaded(
        .success(
          Coverage([
            Coverage.Row(
              location: .ashburn, provider: .aws, cloudRegion: "us-east-1",
              bandwidths: [Bandwidth(mbps: 1000)])
          ]))))
    #expect(wizard.effects(of: .submitPressed) == [])
    #expect(
      wizard.problems.map(\.sentence)
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
    var wizard = Self.sending()
    #expect(wizard.effects(of: .orderAnswered(.failure(failure), at: .answered)) == [])
    #expect(wizard.place == .step(.review))
    #expect(wizard.report.map(FailureReport.init) == FailureReport(title: title, lines: lines))
    #expect(wizard.problems == [])
    #expect(wizard.order == .open)
    wizard.take(.submitPressed)
    #expect(wizard.report == nil)
    #expect(wizard.effects(of: .noted) == [.send(try wizard.draft.makeRequest())])
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
    var wizard = Self.sending()
    let request = try wizard.draft.makeRequest()
    #expect(
      wizard.effects(of: .orderAnswered(.failure(failure), at: .answered))
        == [.look(onNetwork: Network.sample.id)], "it is looked for at once")
    #expect(wizard.place == .outcomeUnknown)
    #expect(wizard.report == nil && wizard.problems == [])
    guard case .unknown(let unknown) = wizard.order else {
      Issue.record("the order is \(wizard.order)")
      return
    }
    #expect(unknown.request == request)
    #expect(unknown.sentAt == .sent)
    #expect(unknown.reason == failure)
    #expect(unknown.looks == [])
    #expect(wizard.effects(of: .submitPressed) == [], "it must not be sent again from here")
  }

  @Test func `an answer that nobody waits for is no failure`() {
    var wizard = Wizard.sample(.aws)
    wizard.take(.interrupted)
    let before = wizard
    wizard.take(.orderAnswered(.failure(.outcomeUnknown(.status(502, []))), at: .answered))
    #expect(wizard == before)
  }
}
