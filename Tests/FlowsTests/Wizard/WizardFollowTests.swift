import CrossConnect
import Flows
import FoundationEssentials
import Presentation
import TelnyxAPI
import TestSupport
import Testing

/// Following a cross connect that was created.
@Suite struct WizardFollowTests {
  private static func created() throws -> Wizard {
    var wizard = Wizard.sample(.aws)
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    wizard.take(.submitPressed, .noted, .orderAnswered(.success(connect), at: .answered))
    return wizard
  }

  @Test func `the status is asked for one at a time and keeps the time of the order`() throws {
    var wizard = try Self.created()
    let id = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0"
    #expect(wizard.effects(of: .checkStatusPressed) == [.checkStatus(id: id)])
    #expect(wizard.isFollowing)
    #expect(wizard.effects(of: .checkStatusPressed) == [])
    #expect(wizard.effects(of: .enablePressed) == [])
    let later = try #require(
      VirtualCrossConnect.sample(.aws, ["status": .string("provisioning")]))
    wizard.take(.followAnswered(.success(later), at: .answered + 9))
    #expect(wizard.order == .created(later, at: .answered))
    #expect(!wizard.isFollowing)
    #expect(wizard.effects(of: .enablePressed) == [.enable([.primary], id: id)])
  }

  @Test(arguments: [.string("oracle"), .null, nil] as [JSONValue?])
  func `an answer without a known cloud keeps the steps and the deadline of the order`(
    word: JSONValue?
  ) throws {
    var wizard = Wizard.sample(.aws)
    let odd = try #require(VirtualCrossConnect.sample(.aws, ["cloud_provider": word]))
    for messages in [
      [.submitPressed, .noted, .orderAnswered(.success(odd), at: .answered)],
      [.checkStatusPressed, .followAnswered(.success(odd), at: .answered + 9)],
    ] as [[Message]] {
      messages.forEach { wizard.take($0) }
      guard case .created(let connect, at: let date) = wizard.order else {
        Issue.record("created, the order is \(wizard.order)")
        continue
      }
      #expect(connect.nextSteps == CloudProvider.aws.rules.nextSteps(odd))
      #expect(Acceptance(of: connect, orderedAt: date) != nil)
      let shown = ResponseReport(of: connect).lines.first { $0.key == "cloud_provider" }
      #expect(shown?.value == word.map { $0 == .null ? "not set" : "oracle" })
    }
  }

  @Test(
    arguments: [
      (
        .notSent(.connectTimedOut(host: "api.telnyx.com", seconds: 10)),
        "Could not reach the cross connect",
        ["api.telnyx.com did not answer the connection within 10 s."]
      ),
      (
        .refused(status: 422, [APIError(code: "10015", message: "Not accepted", source: nil)]),
        "The API refused", ["The API answered 422:", "Not accepted (code 10015)"]
      ),
      (
        .outcomeUnknown(.lost(.timedOut(seconds: 30))), "No usable answer",
        ["No answer came within 30 s."]
      ),
      (
        .tooManyRequests(.seconds(5), []), "The API refused",
        ["Telnyx asks to wait 5 s before the next request."]
      ),
    ] as [(APIFailure, String, [String])])
  func `following that fails says why and can be tried again`(
    failure: APIFailure, title: String, lines: [String]
  ) throws {
    var wizard = try Self.created()
    wizard.take(.checkStatusPressed, .followAnswered(.failure(failure), at: .answered + 9))
    #expect(wizard.report.map(FailureReport.init) == FailureReport(title: title, lines: lines))
    #expect(wizard.place == .result)
    #expect(wizard.effects(of: .checkStatusPressed).count == 1)
    #expect(wizard.report == nil)
  }

  @Test func `waiting asks every 10 s until it is provisioned`() throws {
    var wizard = try Self.created()
    let check: [Effect] = [.checkStatus(id: "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0")]
    #expect(wizard.effects(of: .waitPressed) == check)
    #expect(wizard.isWaiting)
    let created = try #require(VirtualCrossConnect.sample(.aws))
    wizard.take(.followAnswered(.success(created), at: .answered + 1))
    #expect(wizard.nextFollow == .answered + 11)
    #expect(wizard.effects(of: .clockTicked(.answered + 10)) == [])
    #expect(wizard.nextTick(after: .answered + 10) == .answered + 11)
    #expect(wizard.effects(of: .clockTicked(.answered + 11)) == check)
    #expect(wizard.effects(of: .clockTicked(.answered + 12)) == [], "one question at a time")
    let done = try #require(VirtualCrossConnect.sample(.aws, ["status": .string("provisioned")]))
    wizard.take(.followAnswered(.success(done), at: .answered + 13))
    #expect(!wizard.isWaiting)
    #expect(wizard.effects(of: .clockTicked(.answered + 60)) == [])
    #expect(wizard.effects(of: .waitPressed) == [], "there is nothing left to wait for")
  }

  @Test func `waiting can be stopped, goes on after a lost answer, and ends when it is gone`()
    throws
  {
    var wizard = try Self.created()
    wizard.take(
      .waitPressed,
      .followAnswered(.failure(.outcomeUnknown(.status(502, []))), at: .answered + 1))
    #expect(wizard.isWaiting)
    #expect(wizard.effects(of: .waitPressed) == [])
    #expect(!wizard.isWaiting)
    wizard.take(
      .waitPressed, .followAnswered(.failure(.refused(status: 404, [])), at: .answered + 9))
    #expect(!wizard.isWaiting)
    #expect(wizard.report == nil)
    guard case .gone(_, wasAwaited: true) = wizard.order else {
      Issue.record("it is not gone: \(wizard.order)")
      return
    }
    #expect(Ending(of: wizard).code == 7)
  }

  @Test func `a deadline is told anew each minute, and nothing wakes without one`() throws {
    let wizard = try Self.created()
    let deadline = try #require(
      VirtualCrossConnect.sample(.aws).flatMap { Acceptance(of: $0, orderedAt: .answered) }
    ).deadline
    #expect(wizard.nextTick(after: deadline - 90) == deadline - 60)
    #expect(wizard.nextTick(after: deadline + 1) == nil)
    #expect(Wizard.sample(.aws).nextTick(after: .answered) == nil)
    var azure = Wizard.sample(.azure)
    azure.take(
      .submitPressed, .noted,
      .orderAnswered(.success(try #require(VirtualCrossConnect.sample(.azure))), at: .answered))
    #expect(azure.nextTick(after: .answered) == nil)
  }

  @Test func `a wait that the API asked for is counted down by the second`() {
    var wizard = Wizard.sample(.aws)
    wizard.take(
      .submitPressed, .noted,
      .orderAnswered(.failure(.tooManyRequests(.seconds(30), [])), at: .answered))
    #expect(wizard.waitUntil == .answered + 30)
    #expect(wizard.nextTick(after: .answered + 2) == .answered + 3)
    #expect(wizard.nextTick(after: .answered + 30) == nil)
    wizard.take(.submitPressed)
    #expect(wizard.waitUntil == nil)
  }

  @Test func `a key rejected on the result is replaced, and one is back on the result`() throws {
    var wizard = try Self.created()
    let rejected = APIFailure.keyRejected(status: 401, [])
    wizard.take(.checkStatusPressed, .followAnswered(.failure(rejected), at: .answered + 9))
    #expect(wizard.place == .signIn)
    wizard.take(.keyEntered(Secret("KEY-ANOTHER")), .keyChecked(nil))
    #expect(wizard.place == .result)
    #expect(!wizard.isFollowing)
  }
}
