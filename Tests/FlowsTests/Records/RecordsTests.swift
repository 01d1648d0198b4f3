import FoundationEssentials
import TestSupport
import Testing
@testable import CrossConnect
@testable import Flows
@testable import Presentation
@testable import TelnyxAPI

/// When drafts and receipts are written, offered, resumed and removed.
@Suite struct RecordsTests {
  private static func saved(_ app: App, id: String = "a") -> SavedDraft {
    SavedDraft(id: id, savedAt: .sent, progress: app.progress)
  }

  private static func found(_ drafts: SavedDraft...) -> App.Event {
    var found = FoundDrafts()
    found.offered = drafts
    return .records(.draftsFound(found))
  }

  /// A wizard that has just been started, and what it begins with.
  private static func started(hasKey: Bool = true) -> App {
    var app = App(
      destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: hasKey)
    _ = app.start()
    return app
  }

  // MARK: Writing

  @Test func `drafts are looked for at the start, after everything else`() {
    var app = App(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true)
    #expect(app.start() == [.loadNetworks, .loadCoverage, .findDrafts])
    var keyless = App(
      destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: false)
    #expect(keyless.start() == [.findDrafts])
  }

  @Test func `a draft is written when a field or a step is left, not at every key`() {
    var app = App.opened()
    #expect(app.update(.form(.fieldLeft(.name))).effects == [], "nothing was typed")
    #expect(app.update(.form(.answerEdited(.name, "n"))).effects == [])
    #expect(app.update(.form(.fieldLeft(.name))).effects == [.saveDraft(app.progress)])
    #expect(app.update(.form(.fieldLeft(.name))).effects == [], "nothing has changed")
    app.take(.form(.answerEdited(.network, Network.sample.id)))
    #expect(app.update(.form(.nextPressed)).effects == [.saveDraft(app.progress)])
    #expect(app.update(.form(.backPressed)).effects == [.saveDraft(app.progress)])
    app.take(.form(.answerEdited(.name, "")), .form(.answerEdited(.network, "")))
    #expect(
      app.update(.form(.fieldLeft(.name))).effects == [.saveDraft(app.progress)], "emptied again")
  }

  @Test func `a draft is written when the person quits, and when a signal ends the program`() {
    var quitting = App.opened()
    quitting.take(.form(.answerEdited(.name, "n")))
    var interrupted = quitting
    #expect(quitting.update(.quitConfirmed).effects == [.saveDraft(quitting.progress), .leave])
    #expect(interrupted.update(.interrupted).effects == [.saveDraft(interrupted.progress)])
  }

  @Test func `a draft that is discarded is removed`() {
    var app = App.sample(.aws)
    #expect(app.update(.discardConfirmed).effects == [.removeDraft, .leave])
  }

  @Test(arguments: CloudProvider.allCases)
  func `the draft says that an order is sent, before it is`(provider: CloudProvider) throws {
    var app = App.sample(provider)
    let request = try app.form.draft.makeRequest()
    app.take(.form(.submitPressed))
    #expect(!app.progress.mayBeOrdered, "nothing is sent while it is noted what is there")
    let effects = app.update(.noted)
    #expect(app.progress.mayBeOrdered)
    #expect(effects == [.saveDraft(app.progress, isNeeded: true), .send(request)])
  }

  @Test func `who was asked and orders without a draft needs none`() throws {
    let failure = StorageFailure.system(path: "~/x", reason: "No space left on device")
    var app = App.sample(.aws)
    app.take(
      .records(.draftNotSaved(failure)), .form(.submitPressed), .form(.submitPressed))
    app.take(.records(.draftNotSaved(failure)))
    let effects = app.update(.noted).effects
    #expect(effects == [.saveDraft(app.progress), .send(try app.form.draft.makeRequest())])
  }

  @Test func `after a success there is a receipt and no draft`() throws {
    var app = App.sample(.aws)
    let key = "ssNOzjPPZuHlHWnFuCJ8Q7bC"
    app.take(
      .form(.answerEdited(.primaryBGPKey, key)), .form(.submitPressed), .noted,
      .submission(.orderSent(at: .sent)))
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    let effects = app.update(.submission(.orderAnswered(.success(connect), at: .answered))).effects
    let ordered = try #require(app.ordered)
    #expect(ordered.orderedAt == .answered)
    #expect(try ordered.request == app.form.draft.makeRequest())
    let receipt = Effect.saveReceipt(ordered, withholding: [Secret(key)])
    #expect(effects == [receipt])
    #expect(app.update(.quitConfirmed).effects == [], "the answer has a key that was never shown")
    #expect(app.caution == .leavesUnseenKey)
    #expect(app.update(.quitConfirmed).effects == [.leave])
    #expect(app.update(.saveReceiptPressed).effects == [receipt])
    app.take(.records(.receiptSaved(path: "~/r", at: .answered)))
    #expect(app.records.receiptFile.path == "~/r")
  }

  @Test func `after a refusal the draft no longer says that an order was sent`() {
    var app = App.sample(.aws)
    app.take(.form(.submitPressed), .noted, .submission(.orderSent(at: .sent)))
    let refusal = APIFailure.refused(status: 422, [])
    let reaction = app.update(.submission(.orderAnswered(.failure(refusal), at: .answered)))
    #expect(!app.progress.mayBeOrdered)
    #expect(reaction.effects == [.saveDraft(app.progress)])
  }

  @Test func `while the outcome is unknown the draft remembers the order`() {
    var app = App.sample(.aws)
    app.take(.form(.submitPressed), .noted, .submission(.orderSent(at: .sent)))
    let failure = APIFailure.outcomeUnknown(.lost(.timedOut(seconds: 30)))
    app.take(.submission(.orderAnswered(.failure(failure), at: .answered)))
    #expect(app.progress.orderedAt == .sent)
    #expect(app.update(.form(.fieldLeft(.name))).effects == [], "it is saved as it is")
  }

  @Test func `a draft that could not be written is tried again, and stops nothing`() {
    let full = StorageFailure.system(path: "~/d", reason: "the disk is full")
    var app = App.opened()
    app.take(.form(.answerEdited(.name, "n")), .form(.fieldLeft(.name)))
    #expect(app.update(.records(.draftNotSaved(full))).effects == [])
    #expect(app.records.draftFile == .failed(full))
    #expect(app.update(.form(.fieldLeft(.name))).effects == [.saveDraft(app.progress)])
    app.take(.records(.draftSaved(path: "~/d/a", at: .sent)))
    #expect(app.records.draftFile == .written(path: "~/d/a", at: .sent))
  }

  @Test func `a demo writes nothing and looks for nothing`() throws {
    var app = App(destination: .demo, hasKey: true)
    #expect(app.start() == [.startDemo])
    app.take(.form(.answerEdited(.name, "n")))
    #expect(app.update(.form(.fieldLeft(.name))).effects == [])
    #expect(app.update(.quitConfirmed).effects == [.leave])
    #expect(!app.hasSomethingToKeep)
  }

  // MARK: Offering

  @Test func `drafts are offered one by one, the newest first`() {
    var app = Self.started()
    app.take(
      Self.found(Self.saved(.sample(.aws), id: "a"), Self.saved(.sample(.azure), id: "b")))
    #expect(app.records.offered.map(\.id) == ["a", "b"])
    #expect(app.update(.records(.leaveFoundPressed)).effects == [.releaseDrafts(ids: ["a"])])
    #expect(app.update(.records(.discardFoundPressed)).effects == [.discardDraft(id: "b")])
    #expect(app.records.offered == [])
    #expect(app.update(.records(.discardFoundPressed)).effects == [])
    #expect(app.place == .step(.network))
  }

  @Test func `whoever has begun to type is only told`() {
    var app = Self.started()
    app.take(.records(.began))
    #expect(
      app.update(Self.found(Self.saved(.sample(.aws)))).effects == [.releaseDrafts(ids: ["a"])])
    #expect(app.records.offered == [])
    #expect(
      app.notice.map { NoticeText.sentence($0, in: app.form.draft) }
        == "A draft of 14:42 UTC is kept; the next start offers it again.")
  }

  @Test(arguments: CloudProvider.allCases)
  func `resuming restores the answers and the page`(provider: CloudProvider) {
    let saved = Self.saved(.sample(provider))
    var app = Self.started()
    app.take(Self.found(saved, Self.saved(.sample(.aws), id: "b")))
    #expect(
      app.update(.records(.resumePressed)).effects == [
        .adoptDraft(id: "a"), .releaseDrafts(ids: ["b"]),
      ])
    #expect(app.place == .step(.review))
    #expect(app.form.draft == saved.progress.draft)
    #expect(app.progress == saved.progress, "and nothing has to be written again")
    #expect(app.update(.interrupted).effects == [])
  }

  @Test func `who has to sign in first finds the page behind it`() {
    var app = Self.started(hasKey: false)
    app.take(Self.found(Self.saved(.sample(.aws))), .records(.resumePressed))
    #expect(app.place == .signIn)
    app.take(.session(.keyEntered(Secret("k"))), .session(.keyChecked(nil)))
    #expect(app.place == .step(.review))
    #expect(app.form.draft == .sample(.aws))
  }

  @Test func `what the program had made is made anew, and nobody is asked to type it`() throws {
    var before = App.answering(Draft.sample(.aws).answering([.wantsSecondary: "generated"]))
    #expect(QuitPage.blocks(of: before).contains(.text("The next start offers the draft again.")))
    before.take(
      .form(.keyGenerated(.secondaryBGPKey, Secret("0tCGVCDmqBmiOqGOQvYN5Qrq"))))
    let words = "Made anew: Secondary BGP key."
    #expect(
      QuitPage.blocks(of: before).contains(.text("The next start offers the draft again. \(words)"))
    )
    let saved = Self.saved(before)
    #expect(
      DraftSummary(of: saved, in: before, now: .answered).remark == "No draft keeps keys. \(words)")
    var app = App.opened()
    app.take(Self.found(saved), .records(.resumePressed))
    #expect(
      app.notice.map { NoticeText.sentence($0, in: app.form.draft) }
        == "Draft of 14:42 UTC resumed. \(words)")
  }

  @Test func `what no draft keeps is asked for again`() throws {
    var before = App.sample(.googleCloud)
    before.take(.form(.answerEdited(.primaryBGPKey, "ssNOzjPPZuHlHWnFuCJ8Q7bC")))
    var app = App.opened()
    app.take(Self.found(Self.saved(before)), .records(.resumePressed))
    #expect(
      app.notice.map { NoticeText.sentence($0, in: app.form.draft) }
        == "Draft of 14:42 UTC resumed. Type again: Pairing key, Primary BGP key.")
    let key = try #require(app.form.draft.field(.primaryBGPKey))
    let reminder = Finding.warns("No draft keeps it; type it again. Empty: Telnyx assigns.")
    #expect(app.shownFindings(for: key) == [reminder])
    #expect(app.progress.withheld == before.progress.withheld, "also in the next draft")
    app.take(.form(.answerEdited(.primaryBGPKey, "ge1lONeK9RcA83uuWaw9DvZy")))
    #expect(app.shownFindings(for: key) == [])
  }

  @Test func `an order that was sent is looked for first`() throws {
    var before = App.sample(.googleCloud)
    before.take(.form(.submitPressed), .noted, .submission(.orderSent(at: .sent)))
    var app = App.opened()
    app.take(Self.found(Self.saved(before)))
    #expect(
      app.update(.records(.resumePressed)).effects
        == [.adoptDraft(id: "a"), .checkAccount(hasNetwork: Network.sample.id)])
    #expect(app.place == .outcomeUnknown)
    app.take(.submission(.accountChecked(.success(true), at: .answered)))
    let connect = try #require(VirtualCrossConnect.sample(.googleCloud))
    let effects = app.update(
      .submission(.lookAnswered(CrossConnectList([connect]), at: .answered))
    ).effects
    #expect(app.place == .result)
    #expect(effects.count == 1, "the receipt, which removes the draft once it is kept")
  }

  @Test func `an order that is nowhere is not sent again with what the draft has of it`() {
    var before = App.sample(.googleCloud)
    before.take(.form(.submitPressed), .noted, .submission(.orderSent(at: .sent)))
    var app = App.opened()
    app.take(
      Self.found(Self.saved(before)), .records(.resumePressed),
      .submission(.accountChecked(.success(true), at: .answered)),
      .submission(.lookAnswered(CrossConnectList([]), at: .answered)))
    for _ in 0..<UnknownOrder.looksNeeded {
      app.take(
        .submission(.lookPressed), .submission(.lookAnswered(CrossConnectList([]), at: .answered)))
    }
    app.take(.submission(.createAgainPressed))
    #expect(app.place == .outcomeUnknown)
    #expect(app.effects(of: .submission(.createAgainPressed)) == [], "nothing is sent")
    #expect(app.place == .step(.review))
    #expect(app.update(.form(.submitPressed)).effects == [])
    #expect(app.form.problems.map(\.field) == [.primaryAccount])
  }

  @Test func `what was found and can't be offered is said`() {
    var found = FoundDrafts()
    found.inUse = 1
    var app = Self.started()
    app.take(.records(.draftsFound(found)))
    #expect(
      app.notice.map { NoticeText.sentence($0, in: app.form.draft) }
        == "Another vxc has a draft open; it is not offered here.")
    found.setAside = [.init(path: "~/d/a.json.damaged", isNewer: false)]
    app.take(.records(.draftsFound(found)))
    #expect(
      app.notice.map { NoticeText.sentence($0, in: app.form.draft) }
        == "A draft was set aside, since it can't be read: a.json.damaged")
    found = FoundDrafts()
    found.failure = .noHome
    app.take(.records(.draftsFound(found)))
    #expect(app.records.draftFile == .failed(.noHome))
  }
}
