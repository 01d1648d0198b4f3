import CrossConnect
import Flows
import Presentation
import TelnyxAPI
import TestSupport
import Testing

/// Making a network on the spot, and keys.
@Suite struct WizardNetworkTests {
  private static func creating(_ name: String) -> Wizard {
    var wizard = Wizard.opened()
    wizard.take(.entryChanged(.network, .create), .networkNameEdited(name))
    return wizard
  }

  @Test func `a network is created once, and chosen`() {
    var wizard = Self.creating("  lab ")
    #expect(wizard.effects(of: .createNetworkPressed) == [.createNetwork(named: "lab")])
    #expect(wizard.isCreatingNetwork)
    #expect(wizard.effects(of: .createNetworkPressed) == [], "a second Enter must not create two")
    let network = Network(id: Draft.sampleUUID, name: "lab")
    wizard.take(.networkCreated(.success(network)))
    #expect(!wizard.isCreatingNetwork)
    #expect(wizard.networks.whole?.choices.map(\.value) == [network.id, Network.sample.id])
    #expect(wizard.networkEntry == .pick)
    #expect(wizard.newNetworkName == "")
    #expect(wizard.draft[.network] == network.id)
    wizard.take(.nextPressed)
    #expect(wizard.step == .region)
  }

  @Test(arguments: [
    ("", "Enter a name for the new network."), ("   ", "Enter a name for the new network."),
    ("\u{200B}", "Enter a name for the new network."),
    ("a\u{1B}b", "Take U+001B (escape) out of the new network's name."),
    ("a\nb", "Take U+000A (line break) out of the new network's name."),
  ])
  func `a network needs a name`(name: String, sentence: String) {
    var wizard = Self.creating(name)
    #expect(wizard.effects(of: .createNetworkPressed) == [])
    #expect(wizard.problems == [Problem(field: .network, .blocks(sentence))])
  }

  @Test func `Next waits for the network that is being entered`() {
    var wizard = Self.creating("lab")
    wizard.take(.answerEdited(.network, Network.sample.id), .nextPressed)
    #expect(wizard.step == .network)
    #expect(
      wizard.problems.map(\.sentence)
        == ["Create the new network first, or pick one from the list."])
    wizard.take(.entryChanged(.network, .pick))
    #expect(wizard.problems == [])
    wizard.take(.nextPressed)
    #expect(wizard.step == .region)
  }

  @Test(
    arguments: [
      (
        .notSent(.nameNotResolved(host: "api.telnyx.com")), "Not sent. Nothing was created.",
        [
          """
          The name api.telnyx.com could not be resolved. Check the network and DNS of this machine.
          """
        ]
      ),
      (
        .refused(
          status: 422, [APIError(code: "10015", message: "Name is taken", source: "/name")]),
        "Not created", ["The API answered 422:", "Name is taken (code 10015)"]
      ),
      (
        .tooManyRequests(.seconds(9), []), "Not created",
        ["Telnyx asks to wait 9 s before the next request."]
      ),
      (
        .outcomeUnknown(.status(502, [])), "We do not know whether the network was created",
        ["The API answered 502.", "Look before you create it again."]
      ),
    ] as [(APIFailure, String, [String])])
  func `a network that wasn't created says so, and keeps its name`(
    failure: APIFailure, title: String, lines: [String]
  ) {
    var wizard = Self.creating("lab")
    wizard.take(.createNetworkPressed, .networkCreated(.failure(failure)))
    #expect(wizard.report.map(FailureReport.init) == FailureReport(title: title, lines: lines))
    #expect(wizard.newNetworkName == "lab")
    #expect(wizard.networkEntry == .create)
    #expect(!wizard.isCreatingNetwork)
    #expect(wizard.place == .step(.network))
    wizard.take(.createNetworkPressed)
    #expect(wizard.report == nil)
  }

  @Test func `a network that is created late leaves alone whoever chose another`() {
    var wizard = Self.creating("lab")
    wizard.take(
      .createNetworkPressed, .entryChanged(.network, .pick),
      .answerEdited(.network, Network.sample.id), .nextPressed,
      .networkCreated(.success(Network(id: Draft.sampleUUID, name: "lab"))))
    #expect(wizard.draft[.network] == Network.sample.id)
    #expect(wizard.networks.value?.choices.map(\.title) == ["lab", "prod-core"])
  }

  @Test(arguments: [
    APIFailure.keyRejected(status: 401, []), .refused(status: 422, []), .notSent(.cancelled),
  ])
  func `a network that fails late is no word about the order`(failure: APIFailure) throws {
    var wizard = Wizard.sample(.aws)
    wizard.take(
      .changeRequested(.network), .entryChanged(.network, .create), .networkNameEdited("lab"),
      .createNetworkPressed, .entryChanged(.network, .pick), .nextPressed, .submitPressed,
      .networkCreated(.failure(failure)))
    #expect(wizard.place == .sending)
    #expect(wizard.report == nil)
  }

  @Test(arguments: CloudProvider.allCases)
  func `a generated key is an answer like any other`(provider: CloudProvider) throws {
    var wizard = Wizard.sample(provider)
    wizard.take(.changeRequested(.circuits))
    #expect(
      wizard.effects(of: .generateKeyPressed(.primaryBGPKey)) == [.generateKey(.primaryBGPKey)])
    wizard.take(.keyGenerated(.primaryBGPKey, Secret("0123456789abcdefghij")), .nextPressed)
    #expect(wizard.step == .review)
    #expect(
      try wizard.draft.makeRequest()["primary_bgp_key"] == .string("0123456789abcdefghij"))
  }
}
