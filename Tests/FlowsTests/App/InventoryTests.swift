import CrossConnect
import FoundationEssentials
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
    #expect(app.start() == [.loadConnects, .findDrafts])
    return app
  }

  @Test func `it is opened from the form, and one is back with every answer`() throws {
    var app = App.answering(.sample(.aws))
    let draft = app.form.draft
    #expect(app.effects(of: .inventory(.opened)) == [.loadConnects])
    #expect(app.place == .inventory)
    app.take(.inventory(.connectsLoaded(.success(try Self.connects()))))
    #expect(app.effects(of: .inventory(.chosen("az-2"))) == [.checkStatus(id: "az-2")])
    #expect(app.place == .result)
    #expect(app.connection?.connect.id == "az-2")
    app.take(.connectionClosed)
    #expect(app.place == .inventory)
    app.take(.inventory(.closed))
    #expect(app.place == .step(.network))
    #expect(app.form.draft == draft)
  }

  @Test func `it can't be opened while an order is under way`() {
    var app = App.sample(.aws)
    app.take(.form(.submitPressed), .noted)
    #expect(app.effects(of: .inventory(.opened)) == [])
    #expect(app.place == .sending)
  }

  @Test(arguments: [
    ("0ccc7b54-4df3-4bca-a65a-3da1ecc777f0", "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0"),
    ("0ccc", "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0"), ("az-1", "az-1"),
    ("aws-prod", "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0"),
  ])
  func `what is named on the command line is opened once the list is here`(
    wanted: String, id: String
  ) throws {
    var app = Self.managing(wanted)
    #expect(
      app.effects(of: .inventory(.connectsLoaded(.success(try Self.connects()))))
        == [.checkStatus(id: id)])
    #expect(app.connection?.connect.id == id)
  }

  @Test(arguments: [("az", true), ("nothing", false)])
  func `a name that none or several have leaves the list, and says so`(
    wanted: String, isSeveral: Bool
  ) throws {
    var app = Self.managing(wanted)
    app.take(.inventory(.connectsLoaded(.success(try Self.connects()))))
    #expect(app.place == .inventory)
    #expect(app.report == .notFound(wanted, several: isSeveral))
  }

  @Test func `an order is what it was, whatever else is looked at`() throws {
    var app = App.sample(.aws)
    let own = try #require(VirtualCrossConnect.sample(.aws))
    app.take(
      .form(.submitPressed), .noted, .submission(.orderAnswered(.success(own), at: .answered)),
      .inventory(.opened), .inventory(.connectsLoaded(.success(try Self.connects()))),
      .inventory(.chosen("az-1")))
    #expect(app.connection?.connect.id == "az-1")
    guard case .created(let connect, at: .answered) = app.order else {
      Issue.record("the order is \(app.order)")
      return
    }
    #expect(connect.id == own.id)
    app.take(.inventory(.opened), .inventory(.connectsLoaded(.success(try Self.connects()))))
    app.take(.inventory(.chosen(own.id)))
    #expect(app.opened == nil, "one's own is the one that was ordered")
  }

  @Test func `another like it begins with what isn't its own`() throws {
    var app = App.opened()
    let connect = try #require(
      VirtualCrossConnect.sample(
        .aws, ["id": .string("a"), "primary_cloud_account_id": .string("123456789012")]))
    app.take(
      .inventory(.opened), .inventory(.connectsLoaded(.success([connect]))),
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
      .inventory(.opened), .inventory(.connectsLoaded(.success(try Self.connects()))),
      .inventory(.chosen("az-1")), .anotherPressed)
    #expect(app.caution == .replacesAnswers && app.form.draft == draft)
    app.take(.anotherPressed)
    #expect(app.caution == nil && app.form.draft != draft)
    #expect(app.place == .step(.network))
  }

  @Test func `signed in late, the list is asked for at once`() {
    var app = App(
      destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: false,
      for: .managing(nil))
    _ = app.start()
    app.take(.session(.keyEntered(Secret("KEY0123456789"))))
    #expect(app.effects(of: .session(.keyChecked(nil))) == [.loadConnects])
    #expect(app.place == .inventory)
  }

  @Test func `looking alone ends with 0, and with 7 what was waited for in vain`() throws {
    var app = Self.managing("az-1")
    #expect(Ending(of: app).code == 0)
    app.take(
      .inventory(.connectsLoaded(.success(try Self.connects()))),
      .connection(.followAnswered(.success(try Self.connects()[1]), at: .answered)),
      .connection(.waitPressed))
    #expect(Ending(of: app).code == 7)
  }
}
