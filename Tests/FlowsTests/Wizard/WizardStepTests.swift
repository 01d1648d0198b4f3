import CrossConnect
import Flows
import TelnyxAPI
import TestSupport
import Testing

/// Going from page to page.
@Suite struct WizardStepTests {
  @Test func `with a key the form opens and asks for its choices at once`() {
    var wizard = Wizard(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true)
    #expect(wizard.place == .step(.network))
    #expect(wizard.start() == [.loadNetworks, .loadCoverage, .findDrafts])
    #expect(wizard.networks == .loading(nil))
    #expect(wizard.coverage == .loading(nil))
  }

  @Test func `without a key it opens on signing in and asks the API for nothing`() {
    var wizard = Wizard(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: false)
    #expect(wizard.place == .signIn)
    #expect(wizard.start() == [.findDrafts])
  }

  @Test(arguments: CloudProvider.allCases)
  func `Next goes through every page to the review`(provider: CloudProvider) {
    var wizard = Wizard.answering(.sample(provider))
    var steps: [Step?] = [wizard.step]
    for _ in 1...5 {
      #expect(wizard.effects(of: .nextPressed) == [])
      steps.append(wizard.step)
    }
    #expect(steps == Step.allCases)
    wizard.take(.nextPressed)
    #expect(wizard.step == .review, "there is nothing after the review")
  }

  @Test(arguments: CloudProvider.allCases)
  func `Back goes to the first page without checking or losing anything`(provider: CloudProvider) {
    var wizard = Wizard.sample(provider)
    wizard.take(.changeRequested(.circuits), .answerEdited(.asn, "nonsense"), .backPressed)
    #expect(wizard.step == .review)
    for step in [Step.circuits, .bandwidth, .provider, .region, .network, .network] {
      #expect(wizard.effects(of: .backPressed) == [])
      #expect(wizard.step == step)
      #expect(wizard.problems == [])
    }
    #expect(wizard.draft == Draft.sample(provider).answering([.asn: "nonsense"]))
  }

  @Test func `Next checks the page, and only that page`() {
    var wizard = Wizard.opened()
    #expect(wizard.problems == [])
    wizard.take(.nextPressed)
    #expect(wizard.step == .network)
    #expect(
      wizard.problems == [
        Problem(field: .network, .blocks("Choose a network, create one, or enter a network ID."))
      ])
  }

  @Test func `nothing is checked while typing`() {
    var wizard = Wizard.answering(.sample(.aws))
    wizard.take(.nextPressed, .nextPressed)
    for text in ["1", "12", "x"] {
      #expect(wizard.effects(of: .answerEdited(.primaryAccount, text)) == [])
      #expect(wizard.problems == [])
    }
  }

  @Test func `a problem shown is checked again at each edit`() throws {
    var wizard = Wizard.answering(.sample(.aws))
    wizard.take(
      .nextPressed, .nextPressed, .answerEdited(.primaryAccount, "12345"), .nextPressed)
    #expect(wizard.step == .provider)
    #expect(
      wizard.problems.map(\.sentence) == ["An AWS account ID has 12 digits; this has 5."])
    wizard.take(.answerEdited(.primaryAccount, "123456"))
    #expect(
      wizard.problems.map(\.sentence) == ["An AWS account ID has 12 digits; this has 6."])
    let field = try #require(wizard.draft.field(.primaryAccount))
    #expect(wizard.shownFindings(for: field) == wizard.problems.map(\.finding))
    wizard.take(.answerEdited(.primaryAccount, ""))
    #expect(wizard.problems.map(\.sentence) == ["Enter the AWS account ID."])
    wizard.take(.answerEdited(.primaryAccount, "1234-5678-9012"))
    #expect(wizard.problems == [])
    wizard.take(.nextPressed)
    #expect(wizard.step == .bandwidth)
  }

  @Test func `two problems of one field are brought up to date without becoming the same`() {
    var wizard = Wizard.answering(
      .fullSample(.aws).answering([
        .secondaryTelnyxIP: "169.254.0.1", .secondaryCloudIP: "169.254.0.1",
      ]))
    for _ in 1...5 { wizard.take(.nextPressed) }
    #expect(wizard.step == .circuits)
    let problems = wizard.problems
    #expect(problems.map(\.field) == [.secondaryTelnyxIP, .secondaryCloudIP, .secondaryCloudIP])
    wizard.take(.answerEdited(.primaryBGPKey, "another-key"))
    #expect(wizard.problems == problems, "an edit elsewhere changes nothing")
    wizard.take(.answerEdited(.secondaryCloudIP, "x"))
    #expect(
      wizard.problems.map(\.sentence) == [
        "169.254.0.1 is already used on the primary circuit.",
        "\"x\" is not an IPv4 address; it looks like 169.254.0.1.",
      ])
  }

  @Test func `an edit that mends another field's answer clears its problem`() {
    var wizard = Wizard.answering(
      .sample(.aws).answering([
        .primaryTelnyxIP: "169.254.0.2", .primaryCloudIP: "169.254.0.2",
      ]))
    for _ in 1...5 { wizard.take(.nextPressed) }
    #expect(wizard.problems.map(\.field) == [.primaryCloudIP])
    wizard.take(.answerEdited(.primaryTelnyxIP, "169.254.0.1"))
    #expect(wizard.problems == [])
  }

  @Test func `a warning is shown once its field was left, and doesn't stop anybody`() throws {
    var wizard = Wizard.answering(.sample(.azure))
    wizard.take(.nextPressed, .nextPressed, .answerEdited(.primaryAccount, "my-key"))
    let field = try #require(wizard.draft.field(.primaryAccount))
    #expect(wizard.shownFindings(for: field) == [])
    wizard.take(.fieldLeft(.primaryAccount))
    #expect(
      wizard.shownFindings(for: field)
        == [.warns("A service key is usually a UUID, 8-4-4-4-12 digits.")])
    wizard.take(.nextPressed)
    #expect(wizard.step == .bandwidth)
  }

  @Test(arguments: [Step.network, .region, .provider, .bandwidth, .circuits])
  func `from the review a page is changed and left again with Next or Back`(step: Step) {
    for leaving in [Message.nextPressed, .backPressed] {
      var wizard = Wizard.sample(.googleCloud)
      wizard.take(.changeRequested(step))
      #expect(wizard.step == step)
      wizard.take(leaving)
      #expect(wizard.step == .review)
    }
  }

  @Test func `a change that has a problem keeps one on the page`() {
    var wizard = Wizard.sample(.aws)
    wizard.take(.changeRequested(.circuits), .answerEdited(.asn, "0"), .nextPressed)
    #expect(wizard.step == .circuits)
    #expect(wizard.problems.map(\.sentence) == ["ASN 0 is reserved by RFC 7607."])
    wizard.take(.answerEdited(.asn, "64512"), .nextPressed)
    #expect(wizard.step == .review)
  }

  @Test func `a region that reaches less leads through what has to be asked again`() {
    var wizard = Wizard.sample(.aws)
    wizard.take(.changeRequested(.region), .answerEdited(.telnyxRegion, "chicago-il"), .nextPressed)
    #expect(wizard.step == .provider)
    #expect(
      wizard.problems.map(\.sentence)
        == ["us-east-1 can't be reached from chicago-il. Choose another."])
    wizard.take(.answerEdited(.cloudRegion, "us-east-2"))
    #expect(wizard.problems == [])
    wizard.take(.nextPressed)
    #expect(wizard.step == .bandwidth)
    #expect(
      wizard.problems.map(\.sentence)
        == ["50 Mbps is not offered from chicago-il to us-east-2. Choose another."])
    wizard.take(.answerEdited(.bandwidth, "300"), .nextPressed)
    #expect(wizard.step == .review)
  }

  @Test func `a region without the chosen cloud says so`() {
    var wizard = Wizard.sample(.aws)
    wizard.take(
      .changeRequested(.region), .answerEdited(.telnyxRegion, "frankfurt-de"), .nextPressed)
    #expect(wizard.step == .provider)
    #expect(
      wizard.problems.map(\.sentence) == [
        """
        AWS Direct Connect can't be reached from frankfurt-de. Choose another, or another Telnyx \
        region.
        """,
        "us-east-1 can't be reached from frankfurt-de. Choose another.",
      ])
  }

  @Test func `another cloud, chosen late, has all its pages gone through`() {
    var wizard = Wizard.sample(.aws)
    wizard.take(.changeRequested(.provider), .answerEdited(.cloudProvider, "gce"))
    #expect(wizard.draft[.cloudRegion] == "")
    wizard.take(.nextPressed)
    #expect(
      wizard.problems.map(\.field) == [.cloudRegion, .primaryAccount])
    wizard.take(
      .answerEdited(.cloudRegion, "us-east4"),
      .answerEdited(.primaryAccount, "\(Draft.sampleUUID)/us-east4/1"), .nextPressed)
    #expect(wizard.step == .bandwidth)
    wizard.take(.answerEdited(.bandwidth, "50"), .nextPressed)
    #expect(wizard.step == .circuits)
    wizard.take(.nextPressed)
    #expect(wizard.step == .review)
    wizard.take(.changeRequested(.provider), .answerEdited(.cloudProvider, "aws"))
    #expect(wizard.draft[.primaryAccount] == "123456789012", "what was typed for AWS is kept")
  }

  @Test(arguments: [
    Message.submitPressed, .lookPressed, .checkStatusPressed, .enablePressed,
  ])
  func `acts of other places do nothing on a page`(message: Message) {
    var wizard = Wizard.answering(.sample(.aws))
    wizard.take(.interrupted)
    let before = wizard
    #expect(wizard.effects(of: message) == [])
    #expect(wizard == before)
  }

  @Test func `quitting ends the program`() {
    var wizard = Wizard.sample(.aws)
    #expect(wizard.effects(of: .quitConfirmed) == [.leave])
  }
}
