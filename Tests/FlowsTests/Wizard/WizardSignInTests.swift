import CrossConnect
import Flows
import Presentation
import TelnyxAPI
import TestSupport
import Testing

/// Keys: at the start, and rejected in the middle.
@Suite struct WizardSignInTests {
  private static let rejected = APIFailure.keyRejected(
    status: 401,
    [APIError(code: "10009", message: "Authentication failed", source: nil)])
  private static let report = FailureReport(
    title: "The API key was not accepted.",
    lines: ["Authentication failed (code 10009)"])

  private static func signingIn() -> Wizard {
    Wizard(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: false)
  }

  @Test func `a key that is accepted opens the form`() {
    var wizard = Self.signingIn()
    let key = Secret("KEY")
    #expect(wizard.effects(of: .keyEntered(key)) == [.checkKey(key)])
    #expect(wizard.isSigningIn)
    #expect(wizard.effects(of: .keyEntered(key)) == [], "one check at a time")
    #expect(wizard.effects(of: .demoChosen) == [])
    #expect(wizard.effects(of: .keyChecked(nil)) == [.loadNetworks, .loadCoverage])
    #expect(!wizard.isSigningIn)
    #expect(wizard.place == .step(.network))
  }

  @Test func `an empty key is asked for`() {
    var wizard = Self.signingIn()
    #expect(wizard.effects(of: .keyEntered(Secret(""))) == [])
    #expect(
      wizard.report.map(FailureReport.init)
        == FailureReport(
          title: "There is a problem", lines: ["Enter an API key, or choose the demo."]))
    #expect(!wizard.isSigningIn)
  }

  @Test func `a key that isn't accepted can be entered again`() {
    var wizard = Self.signingIn()
    wizard.take(.keyEntered(Secret("KEY")), .keyChecked(Self.rejected))
    #expect(wizard.place == .signIn)
    #expect(wizard.report.map(FailureReport.init) == Self.report)
    #expect(wizard.effects(of: .keyEntered(Secret("KEY2"))) == [.checkKey(Secret("KEY2"))])
    #expect(wizard.report == nil)
  }

  @Test func `a key that could not be checked says why`() {
    var wizard = Self.signingIn()
    wizard.take(.keyEntered(Secret("KEY")), .keyChecked(.outcomeUnknown(.status(503, []))))
    #expect(
      wizard.report.map(FailureReport.init)
        == FailureReport(
          title: "The API key could not be checked", lines: ["The API answered 503."]))
  }

  @Test func `a key of which something in between knew nothing isn't called wrong`() {
    var wizard = Self.signingIn()
    let failure = APIFailure.intercepted(Interception(status: 401, contentType: "text/html"))
    wizard.take(.keyEntered(Secret("KEY")), .keyChecked(failure))
    #expect(wizard.place == .signIn && !wizard.isSigningIn)
    #expect(
      wizard.report.map(FailureReport.init)
        == FailureReport(
          title: "The API key could not be checked",
          lines: [
            "A filter, proxy or portal in between answered 401 (text/html), not Telnyx.",
            "This says nothing about the API key. Ask who runs this network.",
          ]))
    #expect(wizard.effects(of: .keyEntered(Secret("KEY"))) == [.checkKey(Secret("KEY"))])
  }

  @Test func `the demo says where requests go`() throws {
    var wizard = Self.signingIn()
    #expect(wizard.effects(of: .demoChosen) == [.startDemo])
    let demo = Destination(
      baseURL: try BaseURL(parsing: "http://127.0.0.1:4010/v2"), isDemo: true)
    #expect(wizard.effects(of: .demoStarted(demo)) == [.loadNetworks, .loadCoverage])
    #expect(wizard.destination == demo)
    #expect(demo.title == "DEMO: nothing is created or billed")
    #expect(Destination(baseURL: demo.baseURL, isDemo: false).title == "127.0.0.1:4010")
    #expect(wizard.place == .step(.network))
  }

  @Test func `a demo that doesn't start says so`() {
    var wizard = Self.signingIn()
    wizard.take(.demoChosen, .demoFailed("No port is free."))
    #expect(
      wizard.report.map(FailureReport.init)
        == FailureReport(title: "The demo could not be started", lines: ["No port is free."]))
    #expect(!wizard.isSigningIn)
  }

  @Test(arguments: [Step.network, .region, .provider, .bandwidth, .circuits])
  func `a key rejected in the middle is replaced, and one is back with every answer`(step: Step) {
    var wizard = Wizard.answering(.fullSample(.aws))
    while let here = wizard.step, here < step { wizard.take(.nextPressed) }
    wizard.take(.reloadPressed, .networksLoaded(.failure(Self.rejected)))
    #expect(wizard.place == .signIn)
    #expect(wizard.report.map(FailureReport.init) == Self.report)
    wizard.take(.coverageLoaded(.failure(Self.rejected)))
    #expect(
      wizard.effects(of: .keyEntered(Secret("KEY2"))) == [.checkKey(Secret("KEY2"))])
    #expect(wizard.effects(of: .keyChecked(nil)) == [.loadNetworks, .loadCoverage])
    #expect(wizard.place == .step(step))
    #expect(wizard.draft == .fullSample(.aws))
    #expect(wizard.report == nil)
  }

  @Test func `a key rejected while creating a network leads back to its name`() {
    var wizard = Wizard.opened()
    wizard.take(
      .entryChanged(.network, .create), .networkNameEdited("lab"), .createNetworkPressed,
      .networkCreated(.failure(Self.rejected)))
    #expect(wizard.place == .signIn)
    #expect(
      wizard.report.map(FailureReport.init)?.title
        == "The API key was not accepted. Nothing was created.")
    wizard.take(.keyEntered(Secret("KEY2")), .keyChecked(nil))
    #expect(wizard.place == .step(.network))
    #expect(wizard.newNetworkName == "lab")
    #expect(wizard.effects(of: .createNetworkPressed) == [.createNetwork(named: "lab")])
  }

  @Test(arguments: [
    (401, "The API key was not accepted. Nothing was created."),
    (403, "The API key may not do this. Nothing was created."),
  ])
  func `a key rejected by the order leads back to the review`(status: Int, title: String) throws {
    var wizard = Wizard.sample(.aws)
    wizard.take(
      .submitPressed, .noted, .orderSent(at: .sent),
      .orderAnswered(.failure(.keyRejected(status: status, [])), at: .answered))
    #expect(wizard.place == .signIn)
    #expect(wizard.order == .open)
    #expect(
      wizard.report.map(FailureReport.init)
        == FailureReport(title: title, lines: []))
    wizard.take(.keyEntered(Secret("KEY2")), .keyChecked(nil))
    #expect(wizard.place == .step(.review))
    wizard.take(.submitPressed)
    #expect(wizard.effects(of: .noted) == [.send(try Draft.sample(.aws).makeRequest())])
  }

  @Test func `choices that come late and are rejected don't take one away from the order`() throws {
    var wizard = Wizard.sample(.aws)
    wizard.take(.reloadPressed, .submitPressed, .networksLoaded(.failure(Self.rejected)))
    #expect(wizard.place == .sending)
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    wizard.take(
      .orderAnswered(.success(connect), at: .answered), .coverageLoaded(.failure(Self.rejected)))
    #expect(wizard.place == .result)
  }
}

extension WizardSignInTests {
  @Test func `a late answer to an earlier key changes nothing`() {
    var wizard = Wizard(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true)
    _ = wizard.start()
    wizard.take(.answered(.networksLoaded(.failure(Self.rejected)), signIn: 0))
    #expect(wizard.place == .signIn)
    wizard.take(.keyEntered(Secret("KEY-ANOTHER")), .answered(.keyChecked(nil), signIn: 1))
    #expect(wizard.place == .step(.network))
    let before = wizard
    wizard.take(.answered(.coverageLoaded(.failure(Self.rejected)), signIn: 0))
    #expect(wizard == before)
  }
}
