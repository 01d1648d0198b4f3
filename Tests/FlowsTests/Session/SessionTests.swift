import CrossConnect
import Flows
import Presentation
import TelnyxAPI
import TestSupport
import Testing

/// Keys: at the start, and rejected in the middle.
@Suite struct SessionTests {
  private static let rejected = APIFailure.keyRejected(
    status: 401,
    [APIError(code: "10009", message: "Authentication failed", source: nil)])
  private static let report = FailureReport(
    title: "The API key was not accepted.",
    lines: ["Authentication failed (code 10009)"])

  private static func signingIn() -> App {
    App(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: false)
  }

  @Test func `a key that is accepted opens the form`() {
    var app = Self.signingIn()
    let key = Secret("KEY")
    #expect(app.effects(of: .session(.keyEntered(key))) == [.checkKey(key)])
    #expect(app.session.isSigningIn)
    #expect(app.effects(of: .session(.keyEntered(key))) == [], "one check at a time")
    #expect(app.effects(of: .session(.demoChosen)) == [])
    #expect(app.effects(of: .session(.keyChecked(nil))) == [.loadNetworks, .loadCoverage])
    #expect(!app.session.isSigningIn)
    #expect(app.place == .step(.network))
  }

  @Test func `an empty key is asked for`() {
    var app = Self.signingIn()
    #expect(app.effects(of: .session(.keyEntered(Secret("")))) == [])
    #expect(
      app.report.map(FailureReport.init)
        == FailureReport(
          title: "There is a problem", lines: ["Enter an API key, or choose the demo."]))
    #expect(!app.session.isSigningIn)
  }

  @Test func `a key that isn't accepted can be entered again`() {
    var app = Self.signingIn()
    app.take(.session(.keyEntered(Secret("KEY"))), .session(.keyChecked(Self.rejected)))
    #expect(app.place == .signIn)
    #expect(app.report.map(FailureReport.init) == Self.report)
    #expect(app.effects(of: .session(.keyEntered(Secret("KEY2")))) == [.checkKey(Secret("KEY2"))])
    #expect(app.report == nil)
  }

  @Test func `a key that could not be checked says why`() {
    var app = Self.signingIn()
    app.take(
      .session(.keyEntered(Secret("KEY"))), .session(.keyChecked(.outcomeUnknown(.status(503, []))))
    )
    #expect(
      app.report.map(FailureReport.init)
        == FailureReport(
          title: "The API key could not be checked", lines: ["The API answered 503."]))
  }

  @Test func `a key of which something in between knew nothing isn't called wrong`() {
    var app = Self.signingIn()
    let failure = APIFailure.intercepted(Interception(status: 401, contentType: "text/html"))
    app.take(.session(.keyEntered(Secret("KEY"))), .session(.keyChecked(failure)))
    #expect(app.place == .signIn && !app.session.isSigningIn)
    #expect(
      app.report.map(FailureReport.init)
        == FailureReport(
          title: "The API key could not be checked",
          lines: [
            "A filter, proxy or portal in between answered 401 (text/html), not Telnyx.",
            "This says nothing about the API key. Ask who runs this network.",
          ]))
    #expect(app.effects(of: .session(.keyEntered(Secret("KEY")))) == [.checkKey(Secret("KEY"))])
  }

  @Test func `the demo says where requests go`() throws {
    var app = Self.signingIn()
    #expect(app.effects(of: .session(.demoChosen)) == [.startDemo])
    let demo = Destination(
      baseURL: try BaseURL(parsing: "http://127.0.0.1:4010/v2"), isDemo: true)
    #expect(app.effects(of: .session(.demoStarted(demo))) == [.loadNetworks, .loadCoverage])
    #expect(app.session.destination == demo)
    #expect(demo.title == "DEMO: nothing is created or billed")
    #expect(Destination(baseURL: demo.baseURL, isDemo: false).title == "127.0.0.1:4010")
    #expect(app.place == .step(.network))
  }

  @Test func `a demo that doesn't start says so`() {
    var app = Self.signingIn()
    app.take(.session(.demoChosen), .session(.demoFailed(reason: "No port is free.")))
    #expect(
      app.report.map(FailureReport.init)
        == FailureReport(
          title: "The demo could not be started",
          lines: ["The embedded sandbox did not start: No port is free."]))
    #expect(!app.session.isSigningIn)
  }

  @Test(arguments: [Step.network, .region, .provider, .bandwidth, .circuits])
  func `a key rejected in the middle is replaced, and one is back with every answer`(step: Step) {
    var app = App.answering(.fullSample(.aws))
    while let here = app.step, here < step { app.take(.form(.nextPressed)) }
    app.take(.choices(.reloadPressed), .choices(.networksLoaded(.failure(Self.rejected))))
    #expect(app.place == .signIn)
    #expect(app.report.map(FailureReport.init) == Self.report)
    app.take(.choices(.coverageLoaded(.failure(Self.rejected))))
    #expect(
      app.effects(of: .session(.keyEntered(Secret("KEY2")))) == [.checkKey(Secret("KEY2"))])
    #expect(app.effects(of: .session(.keyChecked(nil))) == [.loadNetworks, .loadCoverage])
    #expect(app.place == .step(step))
    #expect(app.form.draft == .fullSample(.aws))
    #expect(app.report == nil)
  }

  @Test func `a key rejected while creating a network leads back to its name`() {
    var app = App.opened()
    app.take(
      .form(.entryChanged(.network, .create)), .form(.networkNameEdited("lab")),
      .form(.createNetworkPressed),
      .form(.networkCreated(.failure(Self.rejected))))
    #expect(app.place == .signIn)
    #expect(
      app.report.map(FailureReport.init)?.title
        == "The API key was not accepted. Nothing was created.")
    app.take(.session(.keyEntered(Secret("KEY2"))), .session(.keyChecked(nil)))
    #expect(app.place == .step(.network))
    #expect(app.form.newNetworkName == "lab")
    #expect(app.effects(of: .form(.createNetworkPressed)) == [.createNetwork(named: "lab")])
  }

  @Test(arguments: [
    (401, "The API key was not accepted. Nothing was created."),
    (403, "The API key may not do this. Nothing was created."),
  ])
  func `a key rejected by the order leads back to the review`(status: Int, title: String) throws {
    var app = App.sample(.aws)
    app.take(
      .form(.submitPressed), .noted, .submission(.orderSent(at: .sent)),
      .submission(.orderAnswered(.failure(.keyRejected(status: status, [])), at: .answered)))
    #expect(app.place == .signIn)
    #expect(app.order == .open)
    #expect(
      app.report.map(FailureReport.init)
        == FailureReport(title: title, lines: []))
    app.take(.session(.keyEntered(Secret("KEY2"))), .session(.keyChecked(nil)))
    #expect(app.place == .step(.review))
    app.take(.form(.submitPressed))
    #expect(app.effects(of: .noted) == [.send(try Draft.sample(.aws).makeRequest())])
  }

  @Test func `choices that come late and are rejected don't take one away from the order`() throws {
    var app = App.sample(.aws)
    app.take(
      .choices(.reloadPressed), .form(.submitPressed),
      .choices(.networksLoaded(.failure(Self.rejected))))
    #expect(app.place == .sending)
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    app.take(
      .submission(.orderAnswered(.success(connect), at: .answered)),
      .choices(.coverageLoaded(.failure(Self.rejected))))
    #expect(app.place == .result)
  }
}
