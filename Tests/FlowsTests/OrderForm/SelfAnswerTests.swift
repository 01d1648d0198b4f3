import CrossConnect
import TelnyxAPI
import TestSupport
import Testing

@testable import Flows

/// Answers that nobody gives to their questions: the only one there is, and what was typed a step before.
@Suite struct SelfAnswerTests {
  private static let other = Network(id: Draft.sampleUUID, name: "lab")

  private static func opened(networks: [Network] = [.sample]) -> App {
    var app = App(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true)
    _ = app.start()
    app.take(
      .choices(.networksLoaded(.success(networks))), .choices(.coverageLoaded(.success(.sample))))
    return app
  }

  private static func atProvider(from region: String, filter: String = "") -> App {
    var app = opened()
    app.take(
      .form(.nextPressed), .form(.picked(.telnyxRegion, region, filter: filter)),
      .form(.nextPressed))
    return app
  }

  @Test func `the only network is chosen, and it is known why`() {
    let app = Self.opened()
    #expect(app.form.draft[.network] == Network.sample.id)
    #expect(app.form.origins == [.network: .onlyChoice])
    #expect(app.form.firstQuestion == .name)
    let several = Self.opened(networks: [.sample, Self.other])
    #expect(several.form.draft[.network] == "")
    #expect(several.form.firstQuestion == .network)
  }

  @Test func `while more networks may come, none is the only one`() {
    var app = App(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true)
    _ = app.start()
    app.take(.choices(.networksArrived([.sample])))
    #expect(app.form.draft[.network] == "")
    app.take(.choices(.networksLoaded(.success([]))))
    #expect(app.form.draft[.network] == Network.sample.id)
  }

  @Test func `a list that can't be had to its end has no only choice`() {
    var app = App(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true)
    _ = app.start()
    app.take(
      .choices(.networksArrived([.sample])),
      .choices(.networksLoaded(.failure(.outcomeUnknown(.status(503, []))))))
    #expect(app.form.draft[.network] == "")
  }

  @Test func `the only cloud in reach is chosen, and its only region`() {
    let app = Self.atProvider(from: "frankfurt-de")
    #expect(app.form.draft[.cloudProvider] == "azure")
    #expect(app.form.draft[.cloudRegion] == "Frankfurt")
    #expect(app.form.firstQuestion == .primaryAccount)
  }

  @Test func `another Telnyx region takes back what was the only choice`() {
    var app = Self.atProvider(from: "frankfurt-de")
    app.take(
      .form(.backPressed), .form(.picked(.telnyxRegion, "ashburn-va", filter: "")),
      .form(.nextPressed))
    #expect(app.form.draft[.cloudProvider] == "azure", "it is in reach from there too")
    #expect(app.form.draft[.cloudRegion] == "Washington DC")
    #expect(app.form.problems == [])
  }

  @Test func `what a person clears stays empty`() {
    var app = Self.opened()
    app.take(.form(.answerEdited(.network, "")), .form(.nextPressed))
    #expect(app.form.draft[.network] == "")
    #expect(app.form.problems.map(\.field) == [.network])
  }

  @Test func `nothing is kept of a draft that has only answered itself`() {
    var app = Self.opened()
    #expect(!app.hasSomethingToKeep)
    #expect(!app.hasPlaceToReturnTo)
    app.take(.form(.answerEdited(.name, "mine")))
    #expect(app.hasSomethingToKeep)
  }

  @Test(
    arguments: [
      ("us-east-1", "aws", "us-east-1"), (" US-EAST-1", "aws", "us-east-1"),
      ("washington dc", "azure", "Washington DC"), ("us-east4", "gce", "us-east4"),
      // A part of a name, the location's own, or none.
      ("us-east", "", ""), ("ashburn", "", ""), ("va", "", ""), ("", "", ""), ("eu-west-9", "", ""),
    ])
  func `a cloud region that was typed to find the Telnyx region is chosen with its cloud`(
    filter: String, provider: String, region: String
  ) {
    let app = Self.atProvider(from: "ashburn-va", filter: filter)
    #expect(app.form.draft[.cloudProvider] == provider)
    #expect(app.form.draft[.cloudRegion] == region)
    let origin: AnswerOrigin? = provider.isEmpty ? nil : .regionFilter
    #expect(app.form.origins[.cloudRegion] == origin)
    #expect(app.form.firstQuestion == (provider.isEmpty ? .cloudProvider : .primaryAccount))
  }

  @Test func `a name that the Telnyx region and a cloud's share chooses no cloud`() {
    let app = Self.atProvider(from: "frankfurt-de", filter: "frankfurt")
    // Azure is the only one there anyway.
    #expect(app.form.origins[.cloudProvider] == .onlyChoice)
  }

  @Test func `a cloud that was chosen before is not changed by a filter`() {
    var app = Self.atProvider(from: "ashburn-va")
    app.take(
      .form(.picked(.cloudProvider, "gce", filter: "")), .form(.backPressed),
      .form(.picked(.telnyxRegion, "ashburn-va", filter: "us-east-1")))
    #expect(app.form.draft[.cloudProvider] == "gce")
  }

  @Test func `where a picked answer leads`() {
    var app = Self.opened(networks: [.sample, Self.other])
    app.take(.form(.picked(.network, Network.sample.id, filter: "")))
    #expect(app.form.question(following: .network, typedAhead: false) == .name)
    app.take(.form(.answerEdited(.name, "x")))
    #expect(app.form.question(following: .network, typedAhead: false) == nil)
    app.take(.form(.nextPressed))
    #expect(app.form.question(following: .telnyxRegion, typedAhead: false) == nil)
    app.take(.form(.picked(.telnyxRegion, "ashburn-va", filter: "")), .form(.nextPressed))
    app.take(.form(.picked(.cloudProvider, "aws", filter: "")))
    #expect(app.form.question(following: .cloudProvider, typedAhead: false) == .cloudRegion)
    app.take(.form(.picked(.cloudProvider, "azure", filter: "")))
    #expect(
      app.form.question(following: .cloudProvider, typedAhead: false) == .primaryAccount,
      "its one region has answered itself")
    #expect(
      app.form.question(following: .cloudProvider, typedAhead: true) == .cloudRegion,
      "who typed ahead could not know that")
  }
}

/// A secondary circuit as one choice of three.
@Suite struct SecondaryChoiceTests {
  private static func atCircuits(_ provider: CloudProvider) -> App {
    var app = App.answering(.sample(provider).answering([.wantsSecondary: "no"]))
    for _ in 1...4 { app.take(.form(.nextPressed)) }
    return app
  }

  private static let key = Secret("ABCDEFGHIJKLMNOPQRST")

  @Test func `with a generated key nothing else is to be done, and the addresses are Telnyx's`()
    throws
  {
    var app = Self.atCircuits(.aws)
    #expect(
      app.effects(of: .form(.picked(.wantsSecondary, "generated", filter: "")))
        == [.generateKey(.secondaryBGPKey)])
    #expect(app.form.question(following: .wantsSecondary, typedAhead: false) == nil)
    app.take(.form(.nextPressed))
    #expect(app.step == .review, "a key that is being made is as good as there")
    #expect(app.effects(of: .form(.submitPressed)) == [], "it is not sent without it")
    app.take(.form(.keyGenerated(.secondaryBGPKey, Self.key)))
    let request = try app.form.draft.makeRequest()
    #expect(request["secondary_bgp_key"] == .string(Self.key.revealed))
    #expect(request["secondary_telnyx_ip"] == nil)
  }

  @Test func `addresses of one's own are kept, unsent, while the key is generated`() throws {
    var app = Self.atCircuits(.aws)
    app.take(
      .form(.picked(.wantsSecondary, "yes", filter: "")),
      .form(.answerEdited(.secondaryTelnyxIP, "169.254.0.5")),
      .form(.picked(.wantsSecondary, "generated", filter: "")),
      .form(.keyGenerated(.secondaryBGPKey, Self.key)))
    #expect(try app.form.draft.makeRequest()["secondary_telnyx_ip"] == nil)
    app.take(.form(.picked(.wantsSecondary, "yes", filter: "")))
    #expect(try app.form.draft.makeRequest()["secondary_telnyx_ip"] == .string("169.254.0.5"))
  }

  @Test func `a key that is there is not replaced`() {
    var app = Self.atCircuits(.aws)
    app.take(
      .form(.picked(.wantsSecondary, "yes", filter: "")),
      .form(.answerEdited(.secondaryBGPKey, "mykey123")))
    #expect(app.effects(of: .form(.picked(.wantsSecondary, "generated", filter: ""))) == [])
    #expect(app.form.draft[.secondaryBGPKey] == "mykey123")
  }

  @Test func `one's own values are asked for at once, where something is needed`() {
    var app = Self.atCircuits(.aws)
    app.take(.form(.picked(.wantsSecondary, "yes", filter: "")))
    #expect(app.form.question(following: .wantsSecondary, typedAhead: false) == .secondaryTelnyxIP)
  }

  @Test(arguments: ["generated", "yes"])
  func `Google's second pairing key is asked for with either yes`(choice: String) {
    var app = Self.atCircuits(.googleCloud)
    app.take(.form(.picked(.wantsSecondary, choice, filter: "")))
    #expect(app.form.question(following: .wantsSecondary, typedAhead: false) == .secondaryAccount)
  }

  @Test func `a resumed draft has its key made anew, and nothing to type again`() {
    var app = Self.atCircuits(.aws)
    app.take(
      .form(.picked(.wantsSecondary, "generated", filter: "")),
      .form(.keyGenerated(.secondaryBGPKey, Self.key)))
    let draft = SavedDraft(id: "a", savedAt: .sent, progress: app.progress)
    var next = App.opened()
    var found = FoundDrafts()
    found.offered = [draft]
    next.take(.records(.draftsFound(found)))
    #expect(
      next.effects(of: .records(.resumePressed)).contains(.generateKey(.secondaryBGPKey)))
    #expect(next.form.draft[.wantsSecondary] == "generated")
  }
}
