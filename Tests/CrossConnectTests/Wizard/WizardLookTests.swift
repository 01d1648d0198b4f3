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
    #expect(wizard.effects(of: .lookPressed) == [], "one look at a time")
    wizard.take(.lookAnswered(.success([]), at: .answered + 15))
    #expect(wizard.effects(of: .lookPressed) == [.look(onNetwork: Network.sample.id)])
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
      ["name": .string("")],
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

  @Test func `an order without a name matches whatever Telnyx named it`() throws {
    var wizard = Wizard.reviewing(.sample(.aws).answering([.name: ""]))
    wizard.take(
      .submitPressed, .orderSent(at: .sent), .orderAnswered(.failure(Self.lost), at: .answered))
    let found = try #require(VirtualCrossConnect.sample(.aws, ["name": .string("vxc-1")]))
    wizard.take(.lookPressed, .lookAnswered(.success([found]), at: .answered + 15))
    #expect(wizard.place == .result)
  }

  @Test func `it is looked for every 15 s until it was missing three times`() {
    var wizard = Self.unknown()
    let look: [Effect] = [.look(onNetwork: Network.sample.id)]
    for turn in 1...3 {
      let now = Date.answered + 15 * Double(turn)
      #expect(wizard.effects(of: .clockTicked(now)) == [], "a look is under way")
      wizard.take(.lookAnswered(.success([]), at: now))
      #expect(wizard.effects(of: .clockTicked(now + 14)) == [])
      #expect(wizard.nextTick(after: now) == (turn < 3 ? now + 1 : nil))
      #expect(wizard.effects(of: .clockTicked(now + 15)) == (turn < 3 ? look : []))
    }
    #expect(wizard.effects(of: .lookPressed) == look, "one may look again by hand")
  }

  @Test func `it may be created again only after three looks, and when asked for twice`() throws {
    var wizard = Self.unknown()
    let request = try wizard.draft.makeRequest()
    for missing in 0..<3 {
      #expect(wizard.effects(of: .createAgainPressed) == [], "missing \(missing) times")
      wizard.take(
        .lookAnswered(.failure(Self.lost), at: .answered), .lookPressed,
        .lookAnswered(.success([]), at: .answered), .lookPressed)
    }
    #expect(wizard.effects(of: .createAgainPressed) == [], "a look is under way")
    wizard.take(.lookAnswered(.failure(Self.lost), at: .answered))
    #expect(wizard.effects(of: .createAgainPressed) == [], "it is asked once more")
    #expect(wizard.place == .outcomeUnknown)
    #expect(wizard.effects(of: .createAgainPressed) == [.send(request)])
    #expect(wizard.order == .sending(request, since: nil))
    #expect(wizard.effects(of: .createAgainPressed) == [])
  }

  @Test func `an order that is waited for can be given up, and is then looked for`() throws {
    var wizard = Wizard.sample(.aws)
    let request = try wizard.draft.makeRequest()
    #expect(wizard.effects(of: .stopWaitingPressed) == [])
    wizard.take(.submitPressed, .orderSent(at: .sent))
    #expect(wizard.effects(of: .stopWaitingPressed) == [.cancel([.send(request)])])
    #expect(wizard.place == .sending, "until it is known what became of it")
    #expect(
      wizard.effects(
        of: .orderAnswered(.failure(.outcomeUnknown(.lost(.cancelled))), at: .answered))
        == [.look(onNetwork: Network.sample.id)])
  }
}

extension WizardLookTests {
  private static func missedThreeTimes() -> Wizard {
    var wizard = unknown()
    for look in 1...3 {
      wizard.take(.lookAnswered(.success([]), at: .answered + Double(look) * 15), .lookPressed)
    }
    return wizard
  }

  @Test func `a second attempt that surely created nothing leaves the first unknown`() {
    var wizard = Self.missedThreeTimes()
    wizard.take(.lookAnswered(.success([]), at: .answered + 60), .createAgainPressed)
    guard case .unknown(let before) = wizard.order else {
      Issue.record("the first question sends nothing: \(wizard.order)")
      return
    }
    #expect(before.isAskingAgain)
    #expect(Wizard.sends(in: wizard.effects(of: .createAgainPressed)) == 1)
    let refused = APIFailure.notSent(.connectionFailed(host: "api.telnyx.com", detail: "refused"))
    wizard.take(
      .orderSent(at: .answered + 70), .orderAnswered(.failure(refused), at: .answered + 71))
    #expect(wizard.place == .outcomeUnknown)
    #expect(wizard.report == FailureReport(secondAttempt: refused))
    guard case .unknown(let after) = wizard.order else {
      Issue.record("the first order was forgotten: \(wizard.order)")
      return
    }
    #expect(after.sentAt == before.sentAt)
    #expect(!after.isAskingAgain, "a third attempt is asked for twice again")
  }
}

extension Wizard {
  fileprivate static func sends(in effects: [Effect]) -> Int {
    effects.count { if case .send = $0 { true } else { false } }
  }
}
