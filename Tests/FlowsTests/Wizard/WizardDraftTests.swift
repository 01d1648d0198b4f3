import FoundationEssentials
import TestSupport
import Testing
@testable import CrossConnect
@testable import Flows
@testable import Presentation
@testable import TelnyxAPI

/// When drafts and receipts are written, offered, resumed and removed.
@Suite struct WizardDraftTests {
  private static func saved(_ wizard: Wizard, id: String = "a") -> SavedDraft {
    SavedDraft(id: id, savedAt: .sent, progress: wizard.progress)
  }

  private static func found(_ drafts: SavedDraft...) -> Message {
    var found = FoundDrafts()
    found.offered = drafts
    return .draftsFound(found)
  }

  /// A wizard that has just been started, and what it begins with.
  private static func started(hasKey: Bool = true) -> Wizard {
    var wizard = Wizard(
      destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: hasKey)
    _ = wizard.start()
    return wizard
  }

  // MARK: Writing

  @Test func `drafts are looked for at the start, after everything else`() {
    var wizard = Wizard(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true)
    #expect(wizard.start() == [.loadNetworks, .loadCoverage, .findDrafts])
    var keyless = Wizard(
      destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: false)
    #expect(keyless.start() == [.findDrafts])
  }

  @Test func `a draft is written when a field or a step is left, not at every key`() {
    var wizard = Wizard.opened()
    #expect(wizard.update(.fieldLeft(.name)) == [], "nothing was typed")
    #expect(wizard.update(.answerEdited(.name, "n")) == [])
    #expect(wizard.update(.fieldLeft(.name)) == [.saveDraft(wizard.progress)])
    #expect(wizard.update(.fieldLeft(.name)) == [], "nothing has changed")
    wizard.take(.answerEdited(.network, Network.sample.id))
    #expect(wizard.update(.nextPressed) == [.saveDraft(wizard.progress)])
    #expect(wizard.update(.backPressed) == [.saveDraft(wizard.progress)])
    wizard.take(.answerEdited(.name, ""), .answerEdited(.network, ""))
    #expect(wizard.update(.fieldLeft(.name)) == [.saveDraft(wizard.progress)], "emptied again")
  }

  @Test func `a draft is written when the person quits, and when a signal ends the program`() {
    var quitting = Wizard.opened()
    quitting.take(.answerEdited(.name, "n"))
    var interrupted = quitting
    #expect(quitting.update(.quitConfirmed) == [.saveDraft(quitting.progress), .leave])
    #expect(interrupted.update(.interrupted) == [.saveDraft(interrupted.progress)])
  }

  @Test func `a draft that is discarded is removed`() {
    var wizard = Wizard.sample(.aws)
    #expect(wizard.update(.discardConfirmed) == [.removeDraft, .leave])
  }

  @Test(arguments: CloudProvider.allCases)
  func `the draft says that an order is sent, before it is`(provider: CloudProvider) throws {
    var wizard = Wizard.sample(provider)
    let request = try wizard.draft.makeRequest()
    wizard.take(.submitPressed)
    #expect(!wizard.progress.mayBeOrdered, "nothing is sent while it is noted what is there")
    let effects = wizard.update(.noted)
    #expect(wizard.progress.mayBeOrdered)
    #expect(effects == [.saveDraft(wizard.progress), .send(request)])
  }

  @Test func `after a success there is a receipt and no draft`() throws {
    var wizard = Wizard.sample(.aws)
    let key = "ssNOzjPPZuHlHWnFuCJ8Q7bC"
    wizard.take(.answerEdited(.primaryBGPKey, key), .submitPressed, .noted, .orderSent(at: .sent))
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    let receipt = Effect.saveReceipt(
      connect.ordered(with: wizard.draft), answeredAt: .answered, withholding: [Secret(key)])
    #expect(wizard.update(.orderAnswered(.success(connect), at: .answered)) == [receipt])
    #expect(wizard.update(.quitConfirmed) == [], "the answer has a key that was never shown")
    #expect(wizard.caution == .leavesUnseenKey)
    #expect(wizard.update(.quitConfirmed) == [.leave])
    #expect(wizard.update(.saveReceiptPressed) == [receipt])
    wizard.take(.receiptSaved(path: "~/r", at: .answered))
    #expect(wizard.receiptFile.path == "~/r")
  }

  @Test func `after a refusal the draft no longer says that an order was sent`() {
    var wizard = Wizard.sample(.aws)
    wizard.take(.submitPressed, .noted, .orderSent(at: .sent))
    let refusal = APIFailure.refused(status: 422, [])
    let effects = wizard.update(.orderAnswered(.failure(refusal), at: .answered))
    #expect(!wizard.progress.mayBeOrdered)
    #expect(effects == [.saveDraft(wizard.progress)])
  }

  @Test func `while the outcome is unknown the draft remembers the order`() {
    var wizard = Wizard.sample(.aws)
    wizard.take(.submitPressed, .noted, .orderSent(at: .sent))
    let failure = APIFailure.outcomeUnknown(.lost(.timedOut(seconds: 30)))
    wizard.take(.orderAnswered(.failure(failure), at: .answered))
    #expect(wizard.progress.orderedAt == .sent)
    #expect(wizard.savedProgress == wizard.progress)
  }

  @Test func `a draft that could not be written is tried again, and stops nothing`() {
    let full = StorageFailure.system(path: "~/d", reason: "the disk is full")
    var wizard = Wizard.opened()
    wizard.take(.answerEdited(.name, "n"), .fieldLeft(.name))
    #expect(wizard.update(.draftNotSaved(full)) == [])
    #expect(wizard.draftFile == .failed(full))
    #expect(wizard.update(.fieldLeft(.name)) == [.saveDraft(wizard.progress)])
    wizard.take(.draftSaved(path: "~/d/a", at: .sent))
    #expect(wizard.draftFile == .written(path: "~/d/a", at: .sent))
  }

  @Test func `a demo writes nothing and looks for nothing`() throws {
    var wizard = Wizard(destination: .demo, hasKey: true)
    #expect(wizard.start() == [.startDemo])
    wizard.take(.answerEdited(.name, "n"))
    #expect(wizard.update(.fieldLeft(.name)) == [])
    #expect(wizard.update(.quitConfirmed) == [.leave])
    #expect(!wizard.hasSomethingToKeep)
  }

  // MARK: Offering

  @Test func `drafts are offered one by one, the newest first`() {
    var wizard = Self.started()
    wizard.take(
      Self.found(Self.saved(.sample(.aws), id: "a"), Self.saved(.sample(.azure), id: "b")))
    #expect(wizard.offeredDrafts.map(\.id) == ["a", "b"])
    #expect(wizard.update(.leaveFoundPressed) == [.releaseDrafts(ids: ["a"])])
    #expect(wizard.update(.discardFoundPressed) == [.discardDraft(id: "b")])
    #expect(wizard.offeredDrafts == [])
    #expect(wizard.update(.discardFoundPressed) == [])
    #expect(wizard.place == .step(.network))
  }

  @Test func `whoever has begun to type is only told`() {
    var wizard = Self.started()
    wizard.take(.began)
    #expect(
      wizard.update(Self.found(Self.saved(.sample(.aws)))) == [.releaseDrafts(ids: ["a"])])
    #expect(wizard.offeredDrafts == [])
    #expect(
      wizard.notice.map { NoticeText.sentence($0, in: wizard.draft) }
        == "A draft of 14:42 UTC is kept; the next start offers it again.")
  }

  @Test(arguments: CloudProvider.allCases)
  func `resuming restores the answers and the page`(provider: CloudProvider) {
    let saved = Self.saved(.sample(provider))
    var wizard = Self.started()
    wizard.take(Self.found(saved, Self.saved(.sample(.aws), id: "b")))
    #expect(
      wizard.update(.resumePressed) == [.adoptDraft(id: "a"), .releaseDrafts(ids: ["b"])])
    #expect(wizard.place == .step(.review))
    #expect(wizard.draft == saved.progress.draft)
    #expect(wizard.progress == saved.progress, "and nothing has to be written again")
    #expect(wizard.update(.interrupted) == [])
  }

  @Test func `who has to sign in first finds the page behind it`() {
    var wizard = Self.started(hasKey: false)
    wizard.take(Self.found(Self.saved(.sample(.aws))), .resumePressed)
    #expect(wizard.place == .signIn)
    wizard.take(.keyEntered(Secret("k")), .keyChecked(nil))
    #expect(wizard.place == .step(.review))
    #expect(wizard.draft == .sample(.aws))
  }

  @Test func `what no draft keeps is asked for again`() throws {
    var before = Wizard.sample(.googleCloud)
    before.take(.answerEdited(.primaryBGPKey, "ssNOzjPPZuHlHWnFuCJ8Q7bC"))
    var wizard = Wizard.opened()
    wizard.take(Self.found(Self.saved(before)), .resumePressed)
    #expect(
      wizard.notice.map { NoticeText.sentence($0, in: wizard.draft) }
        == "Draft of 14:42 UTC resumed. Type again: Pairing key, Primary BGP key.")
    let key = try #require(wizard.draft.field(.primaryBGPKey))
    let reminder = Finding.warns("No draft keeps it; type it again. Empty: Telnyx assigns.")
    #expect(wizard.shownFindings(for: key) == [reminder])
    #expect(wizard.progress.withheld == before.progress.withheld, "also in the next draft")
    wizard.take(.answerEdited(.primaryBGPKey, "ge1lONeK9RcA83uuWaw9DvZy"))
    #expect(wizard.shownFindings(for: key) == [])
  }

  @Test func `an order that was sent is looked for first`() throws {
    var before = Wizard.sample(.googleCloud)
    before.take(.submitPressed, .noted, .orderSent(at: .sent))
    var wizard = Wizard.opened()
    wizard.take(Self.found(Self.saved(before)))
    #expect(
      wizard.update(.resumePressed)
        == [.adoptDraft(id: "a"), .checkAccount(hasNetwork: Network.sample.id)])
    #expect(wizard.place == .outcomeUnknown)
    wizard.take(.accountChecked(.success(true), at: .answered))
    let connect = try #require(VirtualCrossConnect.sample(.googleCloud))
    let effects = wizard.update(.lookAnswered(CrossConnectList([connect]), at: .answered))
    #expect(wizard.place == .result)
    #expect(effects.count == 1, "the receipt, which removes the draft once it is kept")
  }

  @Test func `an order that is nowhere is not sent again with what the draft has of it`() {
    var before = Wizard.sample(.googleCloud)
    before.take(.submitPressed, .noted, .orderSent(at: .sent))
    var wizard = Wizard.opened()
    wizard.take(
      Self.found(Self.saved(before)), .resumePressed,
      .accountChecked(.success(true), at: .answered),
      .lookAnswered(CrossConnectList([]), at: .answered))
    for _ in 0..<UnknownOrder.looksNeeded {
      wizard.take(.lookPressed, .lookAnswered(CrossConnectList([]), at: .answered))
    }
    wizard.take(.createAgainPressed)
    #expect(wizard.place == .outcomeUnknown)
    #expect(wizard.effects(of: .createAgainPressed) == [], "nothing is sent")
    #expect(wizard.place == .step(.review))
    #expect(wizard.update(.submitPressed) == [])
    #expect(wizard.problems.map(\.field) == [.primaryAccount])
  }

  @Test func `what was found and can't be offered is said`() {
    var found = FoundDrafts()
    found.inUse = 1
    var wizard = Self.started()
    wizard.take(.draftsFound(found))
    #expect(
      wizard.notice.map { NoticeText.sentence($0, in: wizard.draft) }
        == "Another vxc has a draft open; it is not offered here.")
    found.setAside = [.init(path: "~/d/a.json.damaged", isNewer: false)]
    wizard.take(.draftsFound(found))
    #expect(
      wizard.notice.map { NoticeText.sentence($0, in: wizard.draft) }
        == "A draft was set aside, since it can't be read: a.json.damaged")
    found = FoundDrafts()
    found.failure = .noHome
    wizard.take(.draftsFound(found))
    #expect(wizard.draftFile == .failed(.noHome))
  }
}
