import CrossConnect
import FoundationEssentials
import TestSupport
import Testing

/// Finding out what became of an order without an answer, and following one that was created.
@Suite struct WizardLookTests {
  private static let lost = APIFailure.outcomeUnknown(.lost(.timedOut(seconds: 30)))

  private static func unknown(_ provider: CloudProvider = .aws) -> Wizard {
    var wizard = Wizard.sample(provider)
    wizard.take(
      .submitPressed, .orderSent(at: .sent), .orderAnswered(.failure(lost), at: .answered))
    return wizard
  }

  private static func looks(_ wizard: Wizard) -> [UnknownOrder.Look] {
    guard case .unknown(let unknown) = wizard.order else { return [] }
    return unknown.looks
  }

  @Test func `a look asks once for the network's list, the first by itself`() {
    var wizard = Self.unknown()
    #expect(wizard.update(.lookPressed) == [], "one look at a time")
    wizard.take(.lookAnswered(.success([]), at: .answered + 15))
    #expect(wizard.update(.lookPressed) == [.look(onNetwork: Network.sample.id)])
    wizard.take(.lookAnswered(.failure(Self.lost), at: .answered + 45))
    #expect(
      Self.looks(wizard).map(\.at) == [.answered + 15, .answered + 45])
    #expect(Self.looks(wizard).map(\.failure) == [nil, Self.lost])
    #expect(wizard.place == .outcomeUnknown)
  }

  @Test(arguments: CloudProvider.allCases)
  func `a cross connect that matches is the order's`(provider: CloudProvider) throws {
    var wizard = Self.unknown(provider)
    let found = try #require(VirtualCrossConnect.sample(provider))
    let other = try #require(
      VirtualCrossConnect.sample(provider, ["name": .string("another"), "id": .string("x")]))
    wizard.take(.lookPressed, .lookAnswered(.success([other, found]), at: .answered + 15))
    #expect(wizard.place == .result)
    #expect(wizard.order == .created(found, at: .answered + 15))
  }

  @Test(
    arguments: [
      ["name": .string("another")],
      ["name": nil],
      ["cloud_provider": .string("azure")],
      ["cloud_provider_region": .string("us-east-2")],
      ["primary_cloud_account_id": .string("123456789013")],
      ["primary_cloud_account_id": .null],
      ["created_at": .string("2026-07-15T14:40:00Z")],
      ["created_at": .string("2018-02-02T22:25:27.521Z")],
    ] as [[String: JSONValue?]])
  func `one that differs in anything, or is older, is not`(changes: [String: JSONValue?]) throws {
    var wizard = Self.unknown()
    let other = try #require(VirtualCrossConnect.sample(.aws, changes))
    wizard.take(.lookPressed, .lookAnswered(.success([other]), at: .answered + 15))
    #expect(wizard.place == .outcomeUnknown)
    #expect(Self.looks(wizard).count == 1)
  }

  @Test func `clocks may differ by a minute`() throws {
    var wizard = Self.unknown()
    let found = try #require(
      VirtualCrossConnect.sample(.aws, ["created_at": .string("2026-07-15T14:41:30Z")]))
    wizard.take(.lookPressed, .lookAnswered(.success([found]), at: .answered + 15))
    #expect(wizard.place == .result)
  }

  @Test func `an order without a name matches one without a name`() throws {
    var wizard = Wizard.reviewing(.sample(.aws).answering([.name: ""]))
    wizard.take(
      .submitPressed, .orderSent(at: .sent), .orderAnswered(.failure(Self.lost), at: .answered))
    let found = try #require(VirtualCrossConnect.sample(.aws, ["name": .null]))
    wizard.take(.lookPressed, .lookAnswered(.success([found]), at: .answered + 15))
    #expect(wizard.place == .result)
  }

  private static func created() throws -> Wizard {
    var wizard = Wizard.sample(.aws)
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    wizard.take(.submitPressed, .orderAnswered(.success(connect), at: .answered))
    return wizard
  }

  @Test func `the status is asked for one at a time and keeps the time of the order`() throws {
    var wizard = try Self.created()
    let id = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0"
    #expect(wizard.update(.checkStatusPressed) == [.checkStatus(id: id)])
    #expect(wizard.isFollowing)
    #expect(wizard.update(.checkStatusPressed) == [])
    #expect(wizard.update(.enablePrimaryPressed) == [])
    let later = try #require(
      VirtualCrossConnect.sample(.aws, ["status": .string("provisioning")]))
    wizard.take(.followAnswered(.success(later), at: .answered))
    #expect(wizard.order == .created(later, at: .answered))
    #expect(!wizard.isFollowing)
    #expect(wizard.update(.enablePrimaryPressed) == [.enablePrimary(id: id)])
  }

  @Test(
    arguments: [
      (
        .refused(status: 404, []), "This cross connect is gone",
        ["It was deleted, or, on AWS, not accepted in time."]
      ),
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
        .keyRejected(status: 401, []), "The API refused", ["The API answered 401."]
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
    wizard.take(.checkStatusPressed, .followAnswered(.failure(failure), at: .answered))
    #expect(wizard.report == FailureReport(title: title, lines: lines))
    #expect(wizard.place == .result)
    #expect(wizard.update(.checkStatusPressed).count == 1)
    #expect(wizard.report == nil)
  }
}
