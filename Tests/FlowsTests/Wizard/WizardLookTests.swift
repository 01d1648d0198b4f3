import FoundationEssentials
import TestSupport
import Testing
@testable import CrossConnect
@testable import Flows
@testable import Presentation
@testable import TelnyxAPI

/// Finding out what became of an order without an answer.
@Suite struct WizardLookTests {
  static let lost = APIFailure.outcomeUnknown(.lost(.timedOut(seconds: 30)))

  /// An order whose answer was lost; `there` was on its network before.
  static func unknown(
    _ provider: CloudProvider = .aws, there: [VirtualCrossConnect] = [], isNoted: Bool = true
  ) -> Wizard {
    var wizard = Wizard.sample(provider)
    let note = CrossConnectList(there, failure: isNoted ? nil : lost)
    wizard.take(
      .submitPressed, .connectsNoted(note, at: .sent), .orderSent(at: .sent),
      .orderAnswered(.failure(lost), at: .answered))
    return wizard
  }

  static func order(_ wizard: Wizard) -> UnknownOrder? {
    guard case .unknown(let unknown) = wizard.order else { return nil }
    return unknown
  }

  private static func findings(_ wizard: Wizard) -> [UnknownOrder.Look.Finding] {
    order(wizard)?.looks.map(\.finding) ?? []
  }

  @Test func `a look asks once for the network's list, the first by itself`() {
    var wizard = Self.unknown()
    #expect(wizard.effects(of: .lookPressed) == [], "one look at a time")
    wizard.take(.lookAnswered(CrossConnectList([]), at: .answered + 15))
    #expect(wizard.effects(of: .lookPressed) == [.look(onNetwork: Network.sample.id)])
    wizard.take(.lookAnswered(CrossConnectList(failure: Self.lost), at: .answered + 45))
    #expect(Self.order(wizard)?.looks.map(\.at) == [.answered + 15, .answered + 45])
    #expect(Self.findings(wizard) == [.missing, .failed(Self.lost)])
    #expect(wizard.place == .outcomeUnknown)
  }

  @Test(arguments: CloudProvider.allCases)
  func `the only new one that agrees is the order, and its hour counts from the sending`(
    provider: CloudProvider
  ) throws {
    let there = try #require(VirtualCrossConnect.sample(provider, ["id": .string("old")]))
    var wizard = Self.unknown(provider, there: [there])
    let found = try #require(VirtualCrossConnect.sample(provider))
    wizard.take(.lookAnswered(CrossConnectList([there, found]), at: .answered + 15))
    #expect(wizard.place == .result)
    #expect(wizard.order == .created(found.ordered(with: wizard.draft), at: .sent))
  }

  @Test(
    arguments: [
      ["name": .string("TEST  interface")],
      ["cloud_provider": .string("AWS")],
      ["cloud_provider_region": .string(" us-east-1\u{A0}")],
      ["primary_cloud_account_id": .string("1234-5678-9012")],
      ["region_code": .null],
      ["bandwidth_mbps": .string("50.0")],
      ["bgp_asn": .null],
      ["primary_telnyx_ip": .string("169.254.0.1/30")],
      ["created_at": .string("2026-07-15T11:42:10Z")],
      ["created_at": .null],
    ] as [[String: JSONValue]])
  func `spelling, prefix lengths and clocks make no other order`(changes: [String: JSONValue])
    throws
  {
    var wizard = Self.unknown()
    let found = try #require(VirtualCrossConnect.sample(.aws, changes))
    wizard.take(.lookAnswered(CrossConnectList([found]), at: .answered + 15))
    #expect(wizard.place == .result)
  }

  @Test(
    arguments: [
      (
        ["name": .string("another")],
        [.init(key: "name", ordered: "test interface", found: "another")]
      ),
      (["name": .null], [.init(key: "name", ordered: "test interface", found: nil)]),
      (
        ["cloud_provider": .string("azure")],
        [.init(key: "cloud_provider", ordered: "aws", found: "azure")]
      ),
      (
        ["primary_cloud_account_id": .string("********9012")],
        [.init(key: "primary_cloud_account_id", ordered: "123456789012", found: nil)]
      ),
      (
        ["region_code": .string("chicago-il"), "bandwidth_mbps": .integer(500)],
        [
          .init(key: "region_code", ordered: "ashburn-va", found: "chicago-il"),
          .init(key: "bandwidth_mbps", ordered: "50", found: "500"),
        ]
      ),
    ] as [([String: JSONValue], [Candidate.Difference])])
  func `a new one in doubt is for the person to take or leave`(
    changes: [String: JSONValue], differences: [Candidate.Difference]
  ) throws {
    var wizard = Self.unknown()
    let other = try #require(VirtualCrossConnect.sample(.aws, changes))
    wizard.take(.lookAnswered(CrossConnectList([other]), at: .answered + 15))
    #expect(wizard.place == .outcomeUnknown)
    #expect(Self.findings(wizard) == [.candidates(1)], "never \"not there\" while it stands there")
    #expect(Self.order(wizard)?.candidates.map(\.differences) == [differences])
    #expect(Self.order(wizard)?.nextLook == nil)

    var taken = wizard
    taken.take(.candidateTaken(other.id))
    #expect(taken.order == .created(other.ordered(with: taken.draft), at: .sent))
    #expect(OutcomeText(of: taken).found.hasPrefix("Taken as your order, as you said."))
    wizard.take(.candidateDismissed(other.id))
    #expect(Self.order(wizard)?.candidates == [])
    wizard.take(.lookPressed, .lookAnswered(CrossConnectList([other]), at: .answered + 30))
    #expect(Self.findings(wizard).last == .missing)
  }

  @Test func `of two that agree neither is taken`() throws {
    var wizard = Self.unknown()
    let one = try #require(VirtualCrossConnect.sample(.aws))
    let two = try #require(VirtualCrossConnect.sample(.aws, ["id": .string("twin")]))
    wizard.take(.lookAnswered(CrossConnectList([one, two]), at: .answered + 15))
    #expect(Self.findings(wizard) == [.candidates(2)])
  }

  @Test func `what was there before is not the order, however much it agrees`() throws {
    let twin = try #require(VirtualCrossConnect.sample(.aws, ["created_at": .null]))
    var wizard = Self.unknown(there: [twin])
    wizard.take(.lookAnswered(CrossConnectList([twin]), at: .answered + 15))
    #expect(Self.findings(wizard) == [.missing])
  }

  @Test func `without a note of what was there nothing is taken without asking`() throws {
    let one = try #require(VirtualCrossConnect.sample(.aws))
    var wizard = Self.unknown(isNoted: false)
    wizard.take(.lookAnswered(CrossConnectList([one]), at: .answered + 15))
    #expect(Self.findings(wizard) == [.candidates(1)])

    let old = try #require(
      VirtualCrossConnect(
        .object(one.members.merging(["name": .string("old")]) { _, new in new }),
        servedAt: .answered + 86_400))
    wizard = Self.unknown(isNoted: false)
    wizard.take(.lookAnswered(CrossConnectList([old]), at: .answered + 15))
    #expect(Self.findings(wizard) == [.missing], "by the server's clock it is a day old")
  }

  @Test func `an incomplete list proves nothing`() throws {
    let rest = APIFailure.incomplete(read: 100, total: 600)
    var wizard = Self.unknown()
    wizard.take(.lookAnswered(CrossConnectList([], failure: rest), at: .answered + 15))
    #expect(Self.findings(wizard) == [.failed(rest)])
    let found = try #require(VirtualCrossConnect.sample(.aws))
    wizard.take(
      .lookPressed, .lookAnswered(CrossConnectList([found], failure: rest), at: .answered + 30))
    #expect(Self.findings(wizard).last == .candidates(1), "a twin may be on the rest")
  }

  @Test func `an order without a name matches whatever Telnyx named it`() throws {
    var wizard = Wizard.reviewing(.sample(.aws).answering([.name: ""]))
    wizard.take(
      .submitPressed, .noted, .orderSent(at: .sent),
      .orderAnswered(.failure(Self.lost), at: .answered))
    let found = try #require(VirtualCrossConnect.sample(.aws, ["name": .string("vxc-1")]))
    wizard.take(.lookAnswered(CrossConnectList([found]), at: .answered + 15))
    #expect(wizard.place == .result)
  }

  @Test func `it is looked for every 15 s until it was missing three times`() {
    var wizard = Self.unknown()
    let look: [Effect] = [.look(onNetwork: Network.sample.id)]
    for turn in 1...3 {
      let now = Date.answered + 15 * Double(turn)
      #expect(wizard.effects(of: .clockTicked(now)) == [], "a look is under way")
      wizard.take(.lookAnswered(CrossConnectList([]), at: now))
      #expect(wizard.effects(of: .clockTicked(now + 14)) == [])
      #expect(wizard.nextTick(after: now) == (turn < 3 ? now + 1 : nil))
      #expect(wizard.effects(of: .clockTicked(now + 15)) == (turn < 3 ? look : []))
    }
    #expect(wizard.effects(of: .lookPressed) == look, "one may look again by hand")
  }

  @Test func `a look waits as long as the API asks`() {
    var wizard = Self.unknown()
    wizard.take(
      .lookAnswered(
        CrossConnectList(failure: .tooManyRequests(.seconds(120), [])), at: .answered))
    #expect(Self.order(wizard)?.nextLook == .answered + 120)
  }

  @Test func `it may be created again only after three looks, and when asked for twice`() throws {
    var wizard = Self.unknown()
    let request = try wizard.draft.makeRequest()
    for missing in 0..<3 {
      #expect(wizard.effects(of: .createAgainPressed) == [], "missing \(missing) times")
      wizard.take(
        .lookAnswered(CrossConnectList(failure: Self.lost), at: .answered), .lookPressed,
        .lookAnswered(CrossConnectList([]), at: .answered), .lookPressed)
    }
    #expect(wizard.effects(of: .createAgainPressed) == [], "a look is under way")
    wizard.take(.lookAnswered(CrossConnectList(failure: Self.lost), at: .answered))
    #expect(wizard.effects(of: .createAgainPressed) == [], "it is asked once more")
    #expect(wizard.place == .outcomeUnknown)
    #expect(
      wizard.effects(of: .createAgainPressed) == [.noteConnects(onNetwork: Network.sample.id)])
    #expect(wizard.effects(of: .noted) == [.send(request)])
    #expect(wizard.effects(of: .createAgainPressed) == [])
  }

  @Test func `an order that is waited for can be given up, and is then looked for`() throws {
    var wizard = Wizard.sample(.aws)
    let request = try wizard.draft.makeRequest()
    #expect(wizard.effects(of: .stopWaitingPressed) == [])
    wizard.take(.submitPressed, .noted, .orderSent(at: .sent))
    #expect(wizard.effects(of: .stopWaitingPressed) == [.cancel([.send(request)])])
    #expect(wizard.place == .sending, "until it is known what became of it")
    #expect(
      wizard.effects(
        of: .orderAnswered(.failure(.outcomeUnknown(.lost(.cancelled))), at: .answered))
        == [.look(onNetwork: Network.sample.id)])
  }

  @Test func `before it is sent it can be stopped without a trace`() {
    var wizard = Wizard.sample(.aws)
    wizard.take(.submitPressed)
    let note = Effect.noteConnects(onNetwork: Network.sample.id)
    #expect(wizard.effects(of: .stopWaitingPressed) == [.cancel([note])])
    #expect(wizard.place == .step(.review) && wizard.order == .open)
    #expect(wizard.effects(of: .noted) == [], "a late note sends nothing")
  }
}
