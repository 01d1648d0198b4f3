import CrossConnect
import Flows
import Presentation
import TelnyxAPI
import TestSupport
import Testing

/// Making a network on the spot, and keys.
@Suite struct NewNetworkTests {
  private static func creating(_ name: String) -> App {
    var app = App.opened()
    app.take(.form(.entryChanged(.network, .create)), .form(.networkNameEdited(name)))
    return app
  }

  @Test func `a network is created once, and chosen`() {
    var app = Self.creating("  lab ")
    #expect(app.effects(of: .form(.createNetworkPressed)) == [.createNetwork(named: "lab")])
    #expect(app.form.isCreatingNetwork)
    #expect(
      app.effects(of: .form(.createNetworkPressed)) == [], "a second Enter must not create two")
    let network = Network(id: Draft.sampleUUID, name: "lab")
    app.take(.form(.networkCreated(.success(network))))
    #expect(!app.form.isCreatingNetwork)
    #expect(app.choices.networks.whole?.choices.map(\.value) == [network.id, Network.sample.id])
    #expect(app.form.networkEntry == .pick)
    #expect(app.form.newNetworkName == "")
    #expect(app.form.draft[.network] == network.id)
    app.take(.form(.nextPressed))
    #expect(app.step == .region)
  }

  @Test(arguments: [
    ("", "Enter a name for the new network."), ("   ", "Enter a name for the new network."),
    ("\u{200B}", "Enter a name for the new network."),
    ("a\u{1B}b", "Take U+001B (escape) out of the new network's name."),
    ("a\nb", "Take U+000A (line break) out of the new network's name."),
  ])
  func `a network needs a name`(name: String, sentence: String) {
    var app = Self.creating(name)
    #expect(app.effects(of: .form(.createNetworkPressed)) == [])
    #expect(app.form.problems == [Problem(field: .network, .blocks(sentence))])
  }

  @Test func `Next waits for the network that is being entered`() {
    var app = Self.creating("lab")
    app.take(.form(.answerEdited(.network, Network.sample.id)), .form(.nextPressed))
    #expect(app.step == .network)
    #expect(
      app.form.problems.map(\.sentence)
        == ["Create the new network first, or pick one from the list."])
    app.take(.form(.entryChanged(.network, .pick)))
    #expect(app.form.problems == [])
    app.take(.form(.nextPressed))
    #expect(app.step == .region)
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
        ["The API answered 502.", "Check whether it exists before you create it again."]
      ),
    ] as [(APIFailure, String, [String])])
  func `a network that wasn't created says so, and keeps its name`(
    failure: APIFailure, title: String, lines: [String]
  ) {
    var app = Self.creating("lab")
    app.take(.form(.createNetworkPressed), .form(.networkCreated(.failure(failure))))
    #expect(app.report.map(FailureReport.init) == FailureReport(title: title, lines: lines))
    #expect(app.form.newNetworkName == "lab")
    #expect(app.form.networkEntry == .create)
    #expect(!app.form.isCreatingNetwork)
    #expect(app.place == .step(.network))
    app.take(.form(.createNetworkPressed))
    #expect(app.report == nil)
  }

  @Test func `a network that is created late leaves alone whoever chose another`() {
    var app = Self.creating("lab")
    app.take(
      .form(.createNetworkPressed), .form(.entryChanged(.network, .pick)),
      .form(.answerEdited(.network, Network.sample.id)), .form(.nextPressed),
      .form(.networkCreated(.success(Network(id: Draft.sampleUUID, name: "lab")))))
    #expect(app.form.draft[.network] == Network.sample.id)
    #expect(app.choices.networks.value?.choices.map(\.title) == ["lab", "prod-core"])
  }

  @Test(arguments: [
    APIFailure.keyRejected(status: 401, []), .refused(status: 422, []), .notSent(.cancelled),
  ])
  func `a network that fails late is no word about the order`(failure: APIFailure) throws {
    var app = App.sample(.aws)
    app.take(
      .form(.changeRequested(.network)), .form(.entryChanged(.network, .create)),
      .form(.networkNameEdited("lab")),
      .form(.createNetworkPressed), .form(.entryChanged(.network, .pick)), .form(.nextPressed),
      .form(.submitPressed),
      .form(.networkCreated(.failure(failure))))
    #expect(app.place == .sending)
    #expect(app.report == nil)
  }

  @Test(arguments: CloudProvider.allCases)
  func `a generated key is an answer like any other`(provider: CloudProvider) throws {
    var app = App.sample(provider)
    app.take(.form(.changeRequested(.circuits)))
    #expect(
      app.effects(of: .form(.generateKeyPressed(.primaryBGPKey))) == [.generateKey(.primaryBGPKey)])
    app.take(
      .form(.keyGenerated(.primaryBGPKey, Secret("0123456789abcdefghij"))), .form(.nextPressed))
    #expect(app.step == .review)
    #expect(
      try app.form.draft.makeRequest()["primary_bgp_key"] == .string("0123456789abcdefghij"))
  }
}
