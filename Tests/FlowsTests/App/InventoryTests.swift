import CrossConnect
import FoundationEssentials
import Presentation
import TelnyxAPI
import TestSupport
import Testing

@testable import Flows

/// The list of all cross connects, and what is opened from it.
@Suite struct InventoryTests {
  private static func connects() throws -> [VirtualCrossConnect] {
    [
      try #require(VirtualCrossConnect.sample(.aws, ["name": .string("aws-prod")])),
      try #require(
        VirtualCrossConnect.sample(.azure, ["id": .string("az-1"), "name": .string("az")])),
      try #require(
        VirtualCrossConnect.sample(.azure, ["id": .string("az-2"), "name": .string("az")])),
    ]
  }

  private static func managing(_ wanted: String? = nil) -> App {
    var app = App(
      destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true,
      for: .managing(wanted))
    #expect(app.start() == [.loadConnects, .loadNetworks, .findDrafts])
    return app
  }

  @Test func `it is opened from the form, and one is back with every answer`() throws {
    var app = App.answering(.sample(.aws))
    let draft = app.form.draft
    #expect(app.effects(of: .inventory(.opened)) == [.loadConnects])
    #expect(app.place == .inventory)
    app.take(.inventory(.connectsLoaded(.success(try Self.connects()), at: .answered)))
    #expect(app.effects(of: .inventory(.chosen("az-2"))) == [.checkStatus(id: "az-2")])
    #expect(app.place == .result)
    #expect(app.connection?.connect.id == "az-2")
    app.take(.connectionClosed)
    #expect(app.place == .inventory)
    app.take(.inventory(.closed))
    #expect(app.place == .step(.network))
    #expect(app.form.draft == draft)
  }

  @Test(arguments: [App.Event.inventory(.closed), .inventory(.chosen("az-1"))])
  func `who has gone elsewhere meanwhile is neither called back nor told of a name`(
    way: App.Event
  ) throws {
    var app = Self.managing("aws-prod")
    let connects = try Self.connects()
    app.take(.inventory(.connectsArrived([connects[1]], at: .answered)), way)
    let before = app
    app.take(.inventory(.connectsLoaded(.success(connects), at: .answered)))
    #expect(app.report == nil && app.place == before.place)
    #expect(app.connection == before.connection)
  }

  @Test func `a rejected key is asked for from the list, too`() {
    var app = Self.managing()
    let rejected = APIFailure.keyRejected(status: 401, [])
    app.take(.inventory(.connectsLoaded(.failure(rejected), at: .answered)))
    #expect(app.place == .signIn && Ending(of: app).code == 3)
    app.take(.session(.keyEntered(Secret("KEY-ANOTHER"))))
    #expect(app.effects(of: .session(.keyChecked(nil))) == [.loadConnects, .loadNetworks])
    #expect(app.place == .inventory)
  }

  @Test func `it can't be opened while an order is under way`() {
    var app = App.sample(.aws)
    app.take(.form(.submitPressed), .noted)
    #expect(app.effects(of: .inventory(.opened)) == [])
    #expect(app.place == .sending)
  }

  @Test(arguments: [
    ("0ccc", "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0"), ("az-1", "az-1"),
    ("aws-prod", "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0"),
  ])
  func `what is named on the command line is opened once the list is here`(
    wanted: String, id: String
  ) throws {
    var app = Self.managing(wanted)
    #expect(
      app.effects(of: .inventory(.connectsLoaded(.success(try Self.connects()), at: .answered)))
        == [.checkStatus(id: id)])
    #expect(app.connection?.connect.id == id)
  }

  @Test(arguments: [("az", true), ("nothing", false)])
  func `a name that none or several have leaves the list, and says so`(
    wanted: String, isSeveral: Bool
  ) throws {
    var app = Self.managing(wanted)
    app.take(.inventory(.connectsLoaded(.success(try Self.connects()), at: .answered)))
    #expect(app.place == .inventory)
    #expect(app.report == .notFound(wanted, several: isSeveral))
  }

  @Test func `an order is what it was, whatever else is looked at`() throws {
    var app = App.sample(.aws)
    let own = try #require(VirtualCrossConnect.sample(.aws))
    app.take(
      .form(.submitPressed), .noted, .submission(.orderAnswered(.success(own), at: .answered)),
      .inventory(.opened),
      .inventory(.connectsLoaded(.success(try Self.connects()), at: .answered)),
      .inventory(.chosen("az-1")))
    #expect(app.connection?.connect.id == "az-1")
    guard case .created(let connect, at: .answered) = app.order else {
      Issue.record("the order is \(app.order)")
      return
    }
    #expect(connect.id == own.id)
    app.take(
      .inventory(.opened), .inventory(.connectsLoaded(.success(try Self.connects()), at: .answered))
    )
    app.take(.inventory(.chosen(own.id)))
    #expect(app.opened == nil, "one's own is the one that was ordered")
  }

  @Test func `another like it begins with what isn't its own`() throws {
    var app = App.opened()
    let connect = try #require(
      VirtualCrossConnect.sample(
        .aws, ["id": .string("a"), "primary_cloud_account_id": .string("123456789012")]))
    app.take(
      .inventory(.opened), .inventory(.connectsLoaded(.success([connect]), at: .answered)),
      .inventory(.chosen("a")), .anotherPressed)
    #expect(app.place == .step(.network))
    let draft = app.form.draft
    #expect(draft.provider == .aws)
    #expect(draft[.network] == Network.sample.id)
    #expect(draft[.telnyxRegion] == "ashburn-va" && draft[.cloudRegion] == "us-east-1")
    #expect(draft[.bandwidth] == "50")
    #expect(draft[.name].isEmpty && draft[.primaryTelnyxIP].isEmpty)
    #expect(draft[.primaryBGPKey].isEmpty)
  }

  @Test func `answers that are in the form are replaced only when it is asked for twice`() throws {
    var app = App.answering(.sample(.azure))
    let draft = app.form.draft
    app.take(
      .inventory(.opened),
      .inventory(.connectsLoaded(.success(try Self.connects()), at: .answered)),
      .inventory(.chosen("az-1")), .anotherPressed)
    #expect(app.caution == .replacesAnswers && app.form.draft == draft)
    app.take(.anotherPressed)
    #expect(app.caution == nil && app.form.draft != draft)
    #expect(app.place == .step(.network))
  }

  @Test func `an order whose outcome is open is known by its answers: none like another then`()
    throws
  {
    var app = App.sample(.aws)
    app.take(
      .form(.submitPressed), .noted,
      .submission(.orderAnswered(.failure(.outcomeUnknown(.status(502, []))), at: .answered)))
    let progress = app.progress
    app = Self.managing()
    var found = FoundDrafts()
    found.offered = [SavedDraft(id: "a", savedAt: .answered, progress: progress)]
    app.take(.records(.draftsFound(found)), .records(.resumePressed))
    #expect(app.place == .outcomeUnknown, "what may be billed comes before the list")
    app.take(.submission(.accountChecked(.success(true), at: .answered)))
    for _ in 0..<UnknownOrder.looksNeeded {
      app.take(
        .submission(.lookPressed),
        .submission(.lookAnswered(CrossConnectList(), at: .answered)))
    }
    app.take(
      .submission(.createAgainPressed), .submission(.createAgainPressed), .inventory(.opened),
      .inventory(.connectsLoaded(.success(try Self.connects()), at: .answered)),
      .inventory(.chosen("az-1")))
    #expect(app.obstacleToAnother == .mayHaveOrdered)
    let draft = app.form.draft
    app.take(.anotherPressed, .anotherPressed)
    #expect(app.form.draft == draft && app.place == .result)
  }

  @Test func `signed in late, the list is asked for at once`() {
    var app = App(
      destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: false,
      for: .managing(nil))
    _ = app.start()
    app.take(.session(.keyEntered(Secret("KEY0123456789"))))
    #expect(app.effects(of: .session(.keyChecked(nil))) == [.loadConnects, .loadNetworks])
    #expect(app.place == .inventory)
  }

  @Test func `looking alone ends with 0, and with 7 what was waited for in vain`() throws {
    var app = Self.managing("az-1")
    #expect(Ending(of: app).code == 0)
    app.take(
      .inventory(.connectsLoaded(.success(try Self.connects()), at: .answered)),
      .connection(.followAnswered(.success(try Self.connects()[1]), at: .answered)),
      .connection(.waitPressed))
    #expect(Ending(of: app).code == 7)
  }

  @Test func `a row has the network's name, and how old it is by the server's clock`() throws {
    var app = App.opened()
    let served = Date.answered + 10_800  // Three hours ahead of us.
    let ages: [(seconds: Double, words: String)] = [
      (-3600, "2026-07-15"), (20, "< 1 min"), (2460, "41 min"), (10_900, "3 h"),
      (86_400 * 12.5, "12 d"),
    ]
    let connects = try ages.enumerated().map { index, age in
      var members = VirtualCrossConnect.sampleMembers(.aws)
      members["id"] = .string("id-\(index)")
      members["name"] = .string("test \(index)")
      members["created_at"] = .string((served - age.seconds).formatted(.iso8601))
      return try #require(VirtualCrossConnect(.object(members), servedAt: served))
    }
    app.take(.inventory(.opened))
    app.take(.inventory(.connectsLoaded(.success(connects), at: .answered)))
    let rows = try #require(app.inventory.list.value).choices.map(\.columns)
    #expect(rows.map(\.last) == ages.map(\.words))
    #expect(
      rows[2] == [
        "test 2", "created", "AWS us-east-1", "ashburn-va", "50M", Network.sample.name,
        "41 min",
      ])
  }

  @Test func `a network's name that comes late is put in, and filters`() throws {
    var app = Self.managing()
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    app.take(.inventory(.connectsLoaded(.success([connect]), at: .answered)))
    func passes(_ filter: String) -> Bool {
      app.inventory.list.value?.places(passing: ChoiceFilter(filter)) == [0]
    }
    #expect(app.inventory.list.value?.choices[0].columns[5] == String(Network.sample.id.prefix(8)))
    #expect(!passes("prod-core"))
    app.take(.choices(.networksLoaded(.success([.sample]))))
    #expect(app.inventory.list.value?.choices[0].columns[5] == Network.sample.name)
    #expect(passes("prod ashburn aws created 50m") && passes(Network.sample.id))
  }

  @Test func `a network without a name is told by the beginning of its identifier`() throws {
    var app = Self.managing()
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    app.take(
      .choices(.networksLoaded(.success([Network(id: Network.sample.id, name: "")]))),
      .inventory(.connectsLoaded(.success([connect]), at: .answered)))
    #expect(app.inventory.list.value?.choices[0].columns[5] == String(Network.sample.id.prefix(8)))
  }

  @Test func `who came to manage is offered only what may have been ordered`() throws {
    var app = Self.managing()
    var typed = App.opened()
    typed.take(.form(.answerEdited(.name, "half done")))
    var found = FoundDrafts()
    found.offered = [SavedDraft(id: "form", savedAt: .answered, progress: typed.progress)]
    #expect(
      app.update(.records(.draftsFound(found))).effects.contains(.releaseDrafts(ids: ["form"])))
    #expect(app.records.offered == [])
  }

  @Test func `a whole identifier is opened without the list, which comes only where it fails`()
    throws
  {
    let id = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0"
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    var app = App(
      destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true, for: .managing(id))
    let asked = app.start()
    #expect(asked.contains(.find(id: id)) && !asked.contains(.loadConnects))
    var other = app
    app.take(.inventory(.found(.success(connect), at: .answered)))
    #expect(app.place == .result && app.connection?.connect == connect)
    let effects = other.update(
      .inventory(.found(.failure(.refused(status: 404, [])), at: .answered))
    ).effects
    #expect(effects == [.loadConnects])
    other.take(.inventory(.connectsLoaded(.success([]), at: .answered)))
    #expect(other.report == .notFound(id, several: false))
  }

  @Test func `names that are alike are told apart by their identifiers, also when asked again`()
    throws
  {
    let connects = try ["11111111-a", "22222222-b", "33333333-c"].map { id in
      try #require(
        VirtualCrossConnect.sample(
          .aws, ["id": .string(id), "name": .string(id.hasPrefix("3") ? "alone" : "dup")]))
    }
    var app = App.opened()
    for _ in 1...2 {
      app.take(
        .inventory(.opened), .inventory(.connectsArrived([connects[0]], at: .answered)),
        .inventory(.connectsLoaded(.success(Array(connects[1...])), at: .answered)))
      #expect(
        app.inventory.list.value?.choices.map(\.title)
          == ["dup (11111111)", "dup (22222222)", "alone"])
      app.take(.inventory(.closed))
    }
  }

  @Test func `another like one with a secondary has a secondary with a key made for it`() throws {
    let connect = try #require(
      VirtualCrossConnect.sample(.aws, ["secondary_bgp_key": .string("key-of-secondary")]))
    var app = App.opened()
    app.take(
      .inventory(.opened), .inventory(.connectsLoaded(.success([connect]), at: .answered)),
      .inventory(.chosen(connect.id)))
    #expect(app.effects(of: .anotherPressed) == [.generateKey(.secondaryBGPKey)])
    #expect(app.form.draft.wantsSecondary)
    #expect(
      CreateCommandText(resembling: connect).options.suffix(2)
        == ["--secondary", "--generate-bgp-keys"])
    let google = try #require(VirtualCrossConnect.sample(.googleCloud))
    #expect(CreateCommandText(resembling: google).options.contains("--account @FILE"))
  }
}
