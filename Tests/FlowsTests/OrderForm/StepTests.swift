import CrossConnect
import Flows
import TelnyxAPI
import TestSupport
import Testing

/// Going from page to page.
@Suite struct StepTests {
  @Test func `with a key the form opens and asks for its choices at once`() {
    var app = App(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true)
    #expect(app.place == .step(.network))
    #expect(app.start() == [.loadNetworks, .loadCoverage, .findDrafts])
    #expect(app.choices.networks == .loading(nil))
    #expect(app.choices.coverage == .loading(nil))
  }

  @Test func `without a key it opens on signing in and asks the API for nothing`() {
    var app = App(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: false)
    #expect(app.place == .signIn)
    #expect(app.start() == [.findDrafts])
  }

  @Test(arguments: CloudProvider.allCases)
  func `Next goes through every page to the review`(provider: CloudProvider) {
    var app = App.answering(.sample(provider))
    var steps: [Step?] = [app.step]
    for _ in 1...5 {
      #expect(app.effects(of: .form(.nextPressed)) == [])
      steps.append(app.step)
    }
    #expect(steps == Step.allCases)
    app.take(.form(.nextPressed))
    #expect(app.step == .review, "there is nothing after the review")
  }

  @Test(arguments: CloudProvider.allCases)
  func `Back goes to the first page without checking or losing anything`(provider: CloudProvider) {
    var app = App.sample(provider)
    app.take(
      .form(.changeRequested(.circuits)), .form(.answerEdited(.asn, "nonsense")),
      .form(.backPressed))
    #expect(app.step == .review)
    for step in [Step.circuits, .bandwidth, .provider, .region, .network, .network] {
      #expect(app.effects(of: .form(.backPressed)) == [])
      #expect(app.step == step)
      #expect(app.form.problems == [])
    }
    #expect(app.form.draft == Draft.sample(provider).answering([.asn: "nonsense"]))
  }

  @Test func `Next checks the page, and only that page`() {
    var app = App.opened()
    // The only network has answered itself.
    app.take(.form(.answerEdited(.network, "")))
    #expect(app.form.problems == [])
    app.take(.form(.nextPressed))
    #expect(app.step == .network)
    #expect(
      app.form.problems == [
        Problem(field: .network, .blocks("Choose a network, create one, or enter a network ID."))
      ])
  }

  @Test func `nothing is checked while typing`() {
    var app = App.answering(.sample(.aws))
    app.take(.form(.nextPressed), .form(.nextPressed))
    for text in ["1", "12", "x"] {
      #expect(app.effects(of: .form(.answerEdited(.primaryAccount, text))) == [])
      #expect(app.form.problems == [])
    }
  }

  @Test func `a problem shown is checked again at each edit`() throws {
    var app = App.answering(.sample(.aws))
    app.take(
      .form(.nextPressed), .form(.nextPressed), .form(.answerEdited(.primaryAccount, "12345")),
      .form(.nextPressed))
    #expect(app.step == .provider)
    #expect(
      app.form.problems.map(\.sentence) == ["An AWS account ID has 12 digits; this has 5."])
    app.take(.form(.answerEdited(.primaryAccount, "123456")))
    #expect(
      app.form.problems.map(\.sentence) == ["An AWS account ID has 12 digits; this has 6."])
    let field = try #require(app.form.draft.field(.primaryAccount))
    #expect(app.shownFindings(for: field) == app.form.problems.map(\.finding))
    app.take(.form(.answerEdited(.primaryAccount, "")))
    #expect(app.form.problems.map(\.sentence) == ["Enter the AWS account ID."])
    app.take(.form(.answerEdited(.primaryAccount, "1234-5678-9012")))
    #expect(app.form.problems == [])
    app.take(.form(.nextPressed))
    #expect(app.step == .bandwidth)
  }

  @Test func `two problems of one field are brought up to date without becoming the same`() {
    var app = App.answering(
      .fullSample(.aws).answering([
        .secondaryTelnyxIP: "169.254.0.1", .secondaryCloudIP: "169.254.0.1",
      ]))
    for _ in 1...5 { app.take(.form(.nextPressed)) }
    #expect(app.step == .circuits)
    let problems = app.form.problems
    #expect(problems.map(\.field) == [.secondaryTelnyxIP, .secondaryCloudIP, .secondaryCloudIP])
    app.take(.form(.answerEdited(.primaryBGPKey, "another-key")))
    #expect(app.form.problems == problems, "an edit elsewhere changes nothing")
    app.take(.form(.answerEdited(.secondaryCloudIP, "x")))
    #expect(
      app.form.problems.map(\.sentence) == [
        "169.254.0.1 is already used on the primary circuit.",
        "\"x\" is not an IPv4 address; it looks like 169.254.0.1.",
      ])
  }

  @Test func `an edit that mends another field's answer clears its problem`() {
    var app = App.answering(
      .sample(.aws).answering([
        .primaryTelnyxIP: "169.254.0.2", .primaryCloudIP: "169.254.0.2",
      ]))
    for _ in 1...5 { app.take(.form(.nextPressed)) }
    #expect(app.form.problems.map(\.field) == [.primaryCloudIP])
    app.take(.form(.answerEdited(.primaryTelnyxIP, "169.254.0.1")))
    #expect(app.form.problems == [])
  }

  @Test func `a warning is shown once its field was left, and doesn't stop anybody`() throws {
    var app = App.answering(.sample(.azure))
    app.take(
      .form(.nextPressed), .form(.nextPressed), .form(.answerEdited(.primaryAccount, "my-key")))
    let field = try #require(app.form.draft.field(.primaryAccount))
    #expect(app.shownFindings(for: field) == [])
    app.take(.form(.fieldLeft(.primaryAccount)))
    #expect(
      app.shownFindings(for: field)
        == [.warns("A service key is usually a UUID, 8-4-4-4-12 digits.")])
    app.take(.form(.nextPressed))
    #expect(app.step == .bandwidth)
  }

  @Test(arguments: [Step.network, .region, .provider, .bandwidth, .circuits])
  func `from the review a page is changed and left again with Next or Back`(step: Step) {
    for leaving in [App.Event.form(.nextPressed), .form(.backPressed)] {
      var app = App.sample(.googleCloud)
      app.take(.form(.changeRequested(step)))
      #expect(app.step == step)
      app.take(leaving)
      #expect(app.step == .review)
    }
  }

  @Test func `a change that has a problem keeps one on the page`() {
    var app = App.sample(.aws)
    app.take(
      .form(.changeRequested(.circuits)), .form(.answerEdited(.asn, "0")), .form(.nextPressed))
    #expect(app.step == .circuits)
    #expect(app.form.problems.map(\.sentence) == ["ASN 0 is reserved by RFC 7607."])
    app.take(.form(.answerEdited(.asn, "64512")), .form(.nextPressed))
    #expect(app.step == .review)
  }

  @Test func `a region that reaches less leads through what has to be asked again`() {
    var app = App.sample(.aws)
    app.take(
      .form(.changeRequested(.region)), .form(.answerEdited(.telnyxRegion, "chicago-il")),
      .form(.nextPressed))
    #expect(app.step == .provider)
    #expect(
      app.form.problems.map(\.sentence)
        == ["us-east-1 can't be reached from chicago-il. Choose another."])
    app.take(.form(.answerEdited(.cloudRegion, "us-east-2")))
    #expect(app.form.problems == [])
    app.take(.form(.nextPressed))
    #expect(app.step == .bandwidth)
    #expect(
      app.form.problems.map(\.sentence)
        == ["50 Mbps is not offered from chicago-il to us-east-2. Choose another."])
    app.take(.form(.answerEdited(.bandwidth, "300")), .form(.nextPressed))
    #expect(app.step == .review)
  }

  @Test func `a region without the chosen cloud says so`() {
    var app = App.sample(.aws)
    app.take(
      .form(.changeRequested(.region)), .form(.answerEdited(.telnyxRegion, "frankfurt-de")),
      .form(.nextPressed))
    #expect(app.step == .provider)
    #expect(
      app.form.problems.map(\.sentence) == [
        """
        AWS Direct Connect can't be reached from frankfurt-de. Choose another, or another Telnyx \
        region.
        """,
        "us-east-1 can't be reached from frankfurt-de. Choose another.",
      ])
  }

  @Test func `another cloud, chosen late, has all its pages gone through`() {
    var app = App.sample(.aws)
    app.take(.form(.changeRequested(.provider)), .form(.answerEdited(.cloudProvider, "gce")))
    #expect(app.form.draft[.cloudRegion] == "")
    app.take(.form(.nextPressed))
    #expect(
      app.form.problems.map(\.field) == [.primaryAccount], "Google has one region there")
    #expect(app.form.draft[.cloudRegion] == "us-east4")
    app.take(
      .form(.answerEdited(.cloudRegion, "us-east4")),
      .form(.answerEdited(.primaryAccount, "\(Draft.sampleUUID)/us-east4/1")), .form(.nextPressed))
    #expect(app.step == .bandwidth)
    app.take(.form(.answerEdited(.bandwidth, "50")), .form(.nextPressed))
    #expect(app.step == .circuits)
    app.take(.form(.nextPressed))
    #expect(app.step == .review)
    app.take(.form(.changeRequested(.provider)), .form(.answerEdited(.cloudProvider, "aws")))
    #expect(app.form.draft[.primaryAccount] == "123456789012", "what was typed for AWS is kept")
  }

  @Test(arguments: [
    App.Event.form(.submitPressed), .submission(.lookPressed), .connection(.checkStatusPressed),
    .connection(.actionPressed(.enable([.primary]))),
  ])
  func `acts of other places do nothing on a page`(message: App.Event) {
    var app = App.answering(.sample(.aws))
    app.take(.interrupted)
    let before = app
    #expect(app.effects(of: message) == [])
    #expect(app == before)
  }

  @Test func `quitting ends the program`() {
    var app = App.sample(.aws)
    #expect(app.effects(of: .quitConfirmed) == [.leave])
  }
}
