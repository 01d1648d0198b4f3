import FoundationEssentials
import TestSupport
import Testing
@testable import CrossConnect
@testable import Flows

/// What a draft's file holds, and what is made of it later.
@Suite struct SavedDraftTests {
  /// A wizard whose person has answered everything, for one cloud after the other.
  private static func manyMinded(_ last: CloudProvider) -> App {
    var app = App.opened()
    for provider in CloudProvider.allCases.filter({ $0 != last }) + [last] {
      let draft = Draft.fullSample(provider)
      for field in [.cloudProvider] + FieldID.allCases {
        app.take(.form(.answerEdited(field, draft[field])))
      }
    }
    return app
  }

  private static func saved(_ app: App) -> SavedDraft {
    SavedDraft(id: "0123456789ab", savedAt: .sent, progress: app.progress)
  }

  /// Everything that was typed and must not be in a file.
  private static func secrets(in app: App) -> [String] {
    app.form.draft.confidentialAnswers.map(\.revealed).filter { !$0.isEmpty }
  }

  @Test(arguments: CloudProvider.allCases)
  func `a draft is read as it was written`(provider: CloudProvider) throws {
    var app = Self.manyMinded(provider)
    app.take(.form(.nextPressed), .form(.nextPressed), .form(.entryChanged(.telnyxRegion, .byHand)))
    let saved = Self.saved(app)
    let read = try SavedDraft(saved.data(withholding: Secret("")), id: saved.id)
    #expect(read == saved)
    #expect(read.progress.step == .provider)
    #expect(read.progress.draft[.primaryBGPKey] == "")
    #expect(read.progress.draft[.name] == "test interface")
  }

  @Test(arguments: CloudProvider.allCases)
  func `no secret is in a draft's file, whatever cloud it was typed for`(
    provider: CloudProvider
  ) throws {
    let app = Self.manyMinded(provider)
    let secrets = Self.secrets(in: app)
    #expect(secrets.count == 8, "five BGP keys, a service key, two pairing keys")
    let text = String(decoding: Self.saved(app).data(withholding: Secret("")), as: UTF8.self)
    #expect(secrets.filter(text.contains) == [])
    #expect(text.contains("123456789012"), "an AWS account ID is none")
  }

  @Test func `a secret that was pasted into another field is kept out too`() throws {
    let pairingKey = Draft.sample(.googleCloud)[.primaryAccount]
    var app = App.answering(.sample(.aws))
    app.take(.form(.answerEdited(.primaryAccount, pairingKey)))
    for (field, text) in [
      (FieldID.cloudProvider, "gce"), (.primaryAccount, pairingKey), (.name, "of KEY0123"),
    ] {
      app.take(.form(.answerEdited(field, text)))
    }
    let data = Self.saved(app).data(withholding: Secret("KEY0123"))
    let text = String(decoding: data, as: UTF8.self)
    #expect(!text.contains(pairingKey))
    #expect(!text.contains("KEY0123"))
  }

  @Test func `what was left out is named`() throws {
    let progress = App.sample(.googleCloud).progress
    #expect(progress.withheld.map(\.field) == [.primaryAccount])
    #expect(App.sample(.aws).progress.withheld == [])
  }

  @Test func `an order that was sent is in it`() throws {
    var app = App.sample(.aws)
    #expect(!app.progress.mayBeOrdered)
    app.take(.form(.submitPressed), .noted)
    let before = try SavedDraft(Self.saved(app).data(withholding: Secret("")), id: "a")
    #expect(before.progress.orderedAt == .sent, "written before it is known when it was sent")
    app.take(.submission(.orderSent(at: .sent + 5)))
    let after = try SavedDraft(Self.saved(app).data(withholding: Secret("")), id: "a")
    #expect(after.progress.orderedAt == .sent + 5)
  }

  @Test(arguments: [
    "", "{", "null", "[]", "{}", #"{"format":"vxc draft"}"#, #"{"format":"x","version":1}"#,
    #"{"format":"vxc draft","version":0}"#, #"{"format":"vxc draft","version":"1"}"#,
    #"{"format":"vxc draft","version":1,"saved_at":"2026-07-15T14:42:10Z"}"#,
    #"{"format":"vxc draft","version":1,"saved_at":"soon","destination":"d","answers":{}}"#,
    "\u{0}\u{0}\u{0}",
  ])
  func `a damaged file is told`(text: String) {
    #expect(throws: StoredJSON.Unusable.damaged) { try SavedDraft(Data(text.utf8), id: "a") }
  }

  @Test func `every truncated file is damaged`() {
    let data = Self.saved(.sample(.aws)).data(withholding: Secret(""))
    for count in 0..<(data.count - 2) {
      #expect(throws: StoredJSON.Unusable.damaged) {
        try SavedDraft(data.prefix(count), id: "a")
      }
    }
  }

  @Test func `a newer file is told, whatever else is in it`() {
    let text = #"{"format":"vxc draft","version":2}"#
    #expect(throws: StoredJSON.Unusable.newer(version: 2)) {
      try SavedDraft(Data(text.utf8), id: "a")
    }
  }

  @Test func `what isn't known is passed over`() throws {
    let text = """
      {"format":"vxc draft","version":1,"saved_at":"2026-07-15T14:42:10Z","destination":"d",
      "step":"payment","more":[1],"network_entry":7,"withheld":{"aws":[1,"x"],"moon":["name"]},
      "answers":{"shared":{"name":"n","colour":"red","network":5,"bandwidth":"50"},
      "aws":{"bandwidth":"50","primaryBGPKey":"k","name":"m"},"moon":{"bandwidth":"1"},"gce":7}}
      """
    let draft = try SavedDraft(Data(text.utf8), id: "a")
    #expect(draft.progress.step == .network)
    #expect(
      draft.progress.draft.answers == [
        .init(field: .name, provider: nil): "n", .init(field: .bandwidth, provider: .aws): "50",
      ])
    #expect(draft.progress.withheld == [])
  }

  @Test func `nothing typed is not worth keeping`() {
    var app = App.opened()
    #expect(!app.progress.isWorthKeeping)
    app.take(.form(.answerEdited(.name, "n")))
    #expect(app.progress.isWorthKeeping)
  }
}
