import FoundationEssentials
import TestSupport
import Testing
@testable import CrossConnect
@testable import Flows
@testable import Presentation
@testable import TelnyxAPI

/// More than one attempt, and other runs of the program.
@Suite struct WizardAttemptTests {
  private static func missedThreeTimes(_ wizard: Wizard) -> Wizard {
    var wizard = wizard
    for look in 1...3 {
      wizard.take(
        .lookPressed, .lookAnswered(CrossConnectList([]), at: .answered + Double(look) * 15))
    }
    return wizard
  }

  @Test func `a second attempt that surely created nothing leaves the first unknown`() throws {
    var wizard = Self.missedThreeTimes(WizardLookTests.unknown())
    wizard.take(.createAgainPressed, .createAgainPressed, .noted)
    let refused = APIFailure.notSent(.connectionFailed(host: "api.telnyx.com", detail: "refused"))
    wizard.take(
      .orderSent(at: .answered + 70), .orderAnswered(.failure(refused), at: .answered + 71))
    #expect(wizard.place == .outcomeUnknown)
    #expect(wizard.report.map(FailureReport.init) == FailureReport(.secondAttemptFailed(refused)))
    let after = try #require(WizardLookTests.order(wizard))
    #expect(after.attempts.map(\.sentAt) == [.sent])
    #expect(!after.isAskingAgain, "a third attempt is asked for twice again")
  }

  @Test func `all attempts are kept, and the first is recognised after the second was lost too`()
    throws
  {
    var wizard = Self.missedThreeTimes(WizardLookTests.unknown())
    let first = try #require(VirtualCrossConnect.sample(.aws, ["id": .string("first")]))
    wizard.take(
      .createAgainPressed, .createAgainPressed,
      .connectsNoted(CrossConnectList([first]), at: .answered + 60),
      .orderSent(at: .answered + 70))
    let saved = SavedDraft(id: "a", savedAt: .answered + 70, progress: wizard.progress)
    let restored = try SavedDraft(saved.data(withholding: Secret("")), id: "a")
    #expect(restored.progress.attempts.map(\.sentAt) == [.sent, .answered + 70])

    var found = FoundDrafts()
    found.offered = [restored]
    var next = Wizard.opened()
    next.take(.draftsFound(found), .resumePressed)
    next.take(
      .accountChecked(.success(true), at: .answered + 100),
      .lookAnswered(CrossConnectList([first]), at: .answered + 101))
    #expect(
      next.place == .result, "it was there before the second attempt, but not before the first")
    #expect(next.isOrderedAgain)
  }

  @Test func `an order of another account is looked for nowhere`() throws {
    var wizard = WizardLookTests.unknown()
    let saved = SavedDraft(id: "a", savedAt: .sent, progress: wizard.progress)
    var found = FoundDrafts()
    found.offered = [saved]
    wizard = Wizard.opened()
    wizard.take(.draftsFound(found))
    let check = Effect.checkAccount(hasNetwork: Network.sample.id)
    #expect(wizard.effects(of: .resumePressed) == [check])
    #expect(wizard.effects(of: .accountChecked(.success(false), at: .answered)) == [])
    let unknown = try #require(WizardLookTests.order(wizard))
    #expect(unknown.looks.map(\.finding) == [.otherAccount])
    #expect(unknown.isOfOtherAccount && unknown.nextLook == nil && !unknown.mayCreateAgain)
    wizard.take(.otherKeyPressed)
    #expect(wizard.place == .signIn)
    wizard.take(.keyEntered(Secret("KEY2")))
    let key = Message.answered(.keyChecked(nil), signIn: wizard.signIns)
    #expect(wizard.effects(of: key) == [check], "the other key is checked too")
    #expect(wizard.place == .outcomeUnknown)
  }

  @Test func `the record of an order is discarded only when it was asked for twice`() {
    var wizard = WizardLookTests.unknown()
    #expect(wizard.update(.discardConfirmed) == [])
    #expect(wizard.caution == .discardsOrder)
    wizard.take(.lookPressed)
    #expect(wizard.caution == nil, "another act takes the question back")
    wizard.take(.discardConfirmed)
    #expect(wizard.update(.discardConfirmed).contains(.removeDraft))
  }

  @Test func `an order that another run sent can be created again from the review only`() throws {
    let wizard = WizardLookTests.unknown()
    var found = FoundDrafts()
    found.offered = [SavedDraft(id: "a", savedAt: .sent, progress: wizard.progress)]
    var next = Wizard.opened()
    next.take(
      .draftsFound(found), .resumePressed, .accountChecked(.success(true), at: .answered),
      .lookAnswered(CrossConnectList([]), at: .answered))
    next = Self.missedThreeTimes(next)
    next.take(.createAgainPressed, .createAgainPressed)
    #expect(next.place == .step(.review))
    #expect(next.mayHaveOrdered && Ending(of: next).code == 6, "the first order is still unknown")
    #expect(next.progress.attempts.count == 1)
  }
}
