import FoundationEssentials
import TestSupport
import Testing
@testable import CrossConnect
@testable import Flows
@testable import Presentation
@testable import TelnyxAPI

/// More than one attempt, and other runs of the program.
@Suite struct AttemptTests {
  private static func missedThreeTimes(_ app: App) -> App {
    var app = app
    for look in 1...3 {
      app.take(
        .submission(.lookPressed),
        .submission(.lookAnswered(CrossConnectList([]), at: .answered + Double(look) * 15)))
    }
    return app
  }

  /// The next run of the program, which goes on with the order and has looked for it once.
  private static func resumed(_ app: App) -> App {
    var found = FoundDrafts()
    found.offered = [SavedDraft(id: "a", savedAt: .sent, progress: app.progress)]
    var next = App.opened()
    next.take(
      .records(.draftsFound(found)), .records(.resumePressed),
      .submission(.accountChecked(.success(true), at: .answered)),
      .submission(.lookAnswered(CrossConnectList([]), at: .answered)))
    return next
  }

  @Test func `a second attempt that surely created nothing leaves the first unknown`() throws {
    var app = Self.missedThreeTimes(LookTests.unknown())
    app.take(.submission(.createAgainPressed), .submission(.createAgainPressed), .noted)
    let refused = APIFailure.notSent(.connectionFailed(host: "api.telnyx.com", detail: "refused"))
    app.take(
      .submission(.orderSent(at: .answered + 70)),
      .submission(.orderAnswered(.failure(refused), at: .answered + 71)))
    #expect(app.place == .outcomeUnknown)
    #expect(app.report.map(FailureReport.init) == FailureReport(.secondAttemptFailed(refused)))
    let after = try #require(LookTests.order(app))
    #expect(after.attempts.map(\.sentAt) == [.sent])
    #expect(app.caution == nil && after.mayCreateAgain, "a third attempt is asked for twice again")
  }

  @Test(arguments: [true, false])
  func `an order that has appeared by the second attempt is not sent again`(
    isWhole: Bool
  ) throws {
    var app = Self.missedThreeTimes(LookTests.unknown())
    let first = try #require(VirtualCrossConnect.sample(.aws, ["id": .string("first")]))
    app.take(.submission(.createAgainPressed), .submission(.createAgainPressed))
    let list = CrossConnectList([first], failure: isWhole ? nil : LookTests.lost)
    let reaction = app.update(.submission(.connectsNoted(list, at: .answered + 60)))
    #expect(
      !reaction.effects.contains { if case .send = $0 { true } else { false } },
      "one of them would be one too many")
    guard isWhole else {
      let unknown = try #require(LookTests.order(app))
      #expect(unknown.candidates.map(\.connect.id) == ["first"] && !unknown.mayCreateAgain)
      return
    }
    #expect(app.place == .result && app.ordered?.connect.id == "first")
    #expect(!app.submission.isOrderedAgain)
  }

  @Test func `a wait that the API asked for holds for a second attempt, too`() throws {
    var app = Self.missedThreeTimes(LookTests.unknown())
    app.take(
      .submission(.createAgainPressed), .submission(.createAgainPressed), .noted,
      .submission(.orderSent(at: .answered + 70)),
      .submission(
        .orderAnswered(.failure(.tooManyRequests(.seconds(60), [])), at: .answered + 71)))
    #expect(app.heldBackUntil == .answered + 131)
    let look = app.update(.submission(.lookPressed))
    #expect(look.effects == [] && look.occurrences == [.heldBack])
    app.take(.submission(.createAgainPressed))
    let again = app.update(.submission(.createAgainPressed))
    #expect(again.effects == [] && again.occurrences == [.heldBack])
    app.take(.clockTicked(.answered + 131), .submission(.createAgainPressed))
    #expect(
      app.effects(of: .submission(.createAgainPressed)) == [
        .noteConnects(onNetwork: Network.sample.id)
      ])
  }

  @Test func `all attempts are kept, and the first is recognised after the second was lost too`()
    throws
  {
    var app = Self.missedThreeTimes(LookTests.unknown())
    let first = try #require(VirtualCrossConnect.sample(.aws, ["id": .string("first")]))
    app.take(
      .submission(.createAgainPressed), .submission(.createAgainPressed), .noted,
      .submission(.orderSent(at: .answered + 70)))
    let saved = SavedDraft(id: "a", savedAt: .answered + 70, progress: app.progress)
    let restored = try SavedDraft(saved.data(withholding: Secret("")), id: "a")
    #expect(restored.progress.attempts.map(\.sentAt) == [.sent, .answered + 70])

    var found = FoundDrafts()
    found.offered = [restored]
    var next = App.opened()
    next.take(.records(.draftsFound(found)), .records(.resumePressed))
    next.take(
      .submission(.accountChecked(.success(true), at: .answered + 100)),
      .submission(.lookAnswered(CrossConnectList([first]), at: .answered + 101)))
    #expect(
      next.place == .result, "it was there before neither of them")
    #expect(next.submission.isOrderedAgain)
  }

  @Test func `an order of another account is looked for nowhere`() throws {
    var app = LookTests.unknown()
    let saved = SavedDraft(id: "a", savedAt: .sent, progress: app.progress)
    var found = FoundDrafts()
    found.offered = [saved]
    app = App.opened()
    app.take(.records(.draftsFound(found)))
    let check = Effect.checkAccount(hasNetwork: Network.sample.id)
    #expect(app.effects(of: .records(.resumePressed)) == [check])
    #expect(app.effects(of: .submission(.accountChecked(.success(false), at: .answered))) == [])
    let unknown = try #require(LookTests.order(app))
    #expect(unknown.looks.map(\.finding) == [.otherAccount])
    #expect(unknown.isOfOtherAccount && unknown.nextLook == nil && !unknown.mayCreateAgain)
    app.take(.session(.keyNeeded))
    #expect(app.place == .signIn)
    app.take(.session(.keyEntered(Secret("KEY2"))))
    #expect(app.effects(of: .session(.keyChecked(nil))) == [check], "the other key is checked too")
    #expect(app.place == .outcomeUnknown)
  }

  @Test func `the record of an order is discarded only when it was asked for twice`() {
    var app = LookTests.unknown()
    #expect(app.update(.discardConfirmed).effects == [])
    #expect(app.caution == .discardsOrder)
    app.take(.submission(.lookPressed))
    #expect(app.caution == nil, "another act takes the question back")
    app.take(.discardConfirmed)
    #expect(app.update(.discardConfirmed).effects.contains(.removeDraft))
  }

  @Test func `an order whose key was generated gets a new one when it is created again`() throws {
    let draft = Draft.sample(.aws).answering([.wantsSecondary: "generated"])
    var app = App.answering(draft)
    for _ in Step.allCases.dropLast() { app.take(.form(.nextPressed)) }
    app.take(
      .form(.keyGenerated(.secondaryBGPKey, Secret("0tCGVCDmqBmiOqGOQvYN5Qrq"))),
      .form(.submitPressed), .noted, .submission(.orderSent(at: .sent)),
      .submission(.orderAnswered(.failure(LookTests.lost), at: .answered)))
    #expect(app.place == .outcomeUnknown)
    var next = Self.missedThreeTimes(Self.resumed(app))
    next.take(.submission(.createAgainPressed))
    #expect(
      next.effects(of: .submission(.createAgainPressed)) == [.generateKey(.secondaryBGPKey)])
  }

  @Test func `an order keeps its network, whatever else was typed as its account`() throws {
    var app = App.answering(
      Draft.sample(.azure).answering([.primaryAccount: Network.sample.id]))
    for _ in Step.allCases.dropLast() { app.take(.form(.nextPressed)) }
    app.take(
      .form(.submitPressed), .noted, .submission(.orderSent(at: .sent)),
      .submission(.orderAnswered(.failure(LookTests.lost), at: .answered)))
    let saved = SavedDraft(id: "a", savedAt: .sent, progress: app.progress)
    let restored = try SavedDraft(saved.data(withholding: Secret("")), id: "a")
    #expect(restored.progress.attempts.map(\.network) == [Network.sample.id])
    #expect(restored.progress.draft[.network] == Network.sample.id)
  }

  @Test func `an order whose record has no network is looked for nowhere, and it is said`() {
    let request = CreateVXCRequest(
      members: [.init(key: "name", value: .string("a"), isSecret: false)])
    let unknown = UnknownOrder(
      [Attempt(request, sentAt: .sent, note: .none)], reason: .outcomeUnknown(.earlierRun))
    #expect(unknown.nextLook == nil && !unknown.mayCreateAgain)
    #expect(
      unknown.advice
        == "Its record does not say on which network: look for it in the Telnyx portal.")
  }

  @Test func `an order that another run sent can be created again from the review only`() throws {
    let app = LookTests.unknown()
    var next = Self.missedThreeTimes(Self.resumed(app))
    next.take(.submission(.createAgainPressed), .submission(.createAgainPressed))
    #expect(next.place == .step(.review))
    #expect(next.mayHaveOrdered && Ending(of: next).code == 6, "the first order is still unknown")
    #expect(next.progress.attempts.count == 1)
  }
}
