import FoundationEssentials
import TestSupport
import Testing
@testable import CrossConnect
@testable import Flows
@testable import Presentation
@testable import TelnyxAPI

/// Finding out what became of an order without an answer.
@Suite struct LookTests {
  static let lost = APIFailure.outcomeUnknown(.lost(.timedOut(seconds: 30)))

  /// An order whose answer was lost; `there` was on its network before.
  static func unknown(
    _ provider: CloudProvider = .aws, there: [VirtualCrossConnect] = [], isNoted: Bool = true
  ) -> App {
    var app = App.sample(provider)
    let note = CrossConnectList(there, failure: isNoted ? nil : lost)
    app.take(
      .form(.submitPressed), .submission(.connectsNoted(note, at: .sent)),
      .submission(.orderSent(at: .sent)),
      .submission(.orderAnswered(.failure(lost), at: .answered)))
    return app
  }

  static func order(_ app: App) -> UnknownOrder? {
    guard case .unknown(let unknown) = app.order else { return nil }
    return unknown
  }

  private static func findings(_ app: App) -> [UnknownOrder.Look.Finding] {
    order(app)?.looks.map(\.finding) ?? []
  }

  @Test func `a look asks once for the network's list, the first by itself`() {
    var app = Self.unknown()
    #expect(app.effects(of: .submission(.lookPressed)) == [], "one look at a time")
    app.take(.submission(.lookAnswered(CrossConnectList([]), at: .answered + 15)))
    #expect(app.effects(of: .submission(.lookPressed)) == [.look(onNetwork: Network.sample.id)])
    app.take(.submission(.lookAnswered(CrossConnectList(failure: Self.lost), at: .answered + 45)))
    #expect(Self.order(app)?.looks.map(\.at) == [.answered + 15, .answered + 45])
    #expect(Self.findings(app) == [.missing, .failed(Self.lost)])
    #expect(app.place == .outcomeUnknown)
  }

  @Test func `the first look waits as long as the API wants to be left alone`() {
    var app = App.sample(.aws)
    app.take(
      .form(.submitPressed), .noted, .submission(.orderSent(at: .sent)))
    let busy = APIFailure.outcomeUnknown(.status(503, [], .seconds(20)))
    #expect(app.effects(of: .submission(.orderAnswered(.failure(busy), at: .answered))) == [])
    #expect(Self.order(app)?.nextLook == .answered + 20)
    #expect(app.effects(of: .clockTicked(.answered + 19)) == [])
    let pressed = app.update(.submission(.lookPressed))
    #expect(pressed.effects == [] && pressed.occurrences == [.heldBack], "nor by hand")
    #expect(app.effects(of: .clockTicked(.answered + 20)) == [.look(onNetwork: Network.sample.id)])
  }

  @Test(arguments: ["ticket...12", "xxxx", "a**b"])
  func `a name that looks like a mask is a name`(name: String) throws {
    var app = App.answering(Draft.sample(.aws).answering([.name: name]))
    for _ in Step.allCases.dropLast() { app.take(.form(.nextPressed)) }
    app.take(
      .form(.submitPressed), .noted, .submission(.orderSent(at: .sent)),
      .submission(.orderAnswered(.failure(Self.lost), at: .answered)))
    let other = try #require(VirtualCrossConnect.sample(.aws))
    app.take(.submission(.lookAnswered(CrossConnectList([other]), at: .answered + 15)))
    #expect(app.place == .outcomeUnknown)
    #expect(
      Self.order(app)?.candidates.first?.differences
        == [.init(key: "name", ordered: name, found: "test interface")])
  }

  @Test(arguments: CloudProvider.allCases)
  func `the only new one that agrees is the order, and its hour counts from the sending`(
    provider: CloudProvider
  ) throws {
    let there = try #require(VirtualCrossConnect.sample(provider, ["id": .string("old")]))
    var app = Self.unknown(provider, there: [there])
    let found = try #require(VirtualCrossConnect.sample(provider))
    app.take(.submission(.lookAnswered(CrossConnectList([there, found]), at: .answered + 15)))
    #expect(app.place == .result)
    #expect(app.order == .created(found.ordered(with: app.form.draft), at: .sent))
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
    var app = Self.unknown()
    let found = try #require(VirtualCrossConnect.sample(.aws, changes))
    app.take(.submission(.lookAnswered(CrossConnectList([found]), at: .answered + 15)))
    #expect(app.place == .result)
  }

  @Test(
    arguments: [
      (
        ["name": .string("another")],
        [.init(key: "name", ordered: "test interface", found: "another")]
      ),
      (["name": .null], [.init(key: "name", ordered: "test interface", found: nil)]),
      (
        ["secondary_telnyx_ip": .string("169.254.0.5")],
        [.init(key: Candidate.Difference.circuit, ordered: "none", found: "one")]
      ),
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
    var app = Self.unknown()
    let other = try #require(VirtualCrossConnect.sample(.aws, changes))
    app.take(.submission(.lookAnswered(CrossConnectList([other]), at: .answered + 15)))
    #expect(app.place == .outcomeUnknown)
    #expect(Self.findings(app) == [.candidates(1)], "never \"not there\" while it stands there")
    #expect(Self.order(app)?.candidates.map(\.differences) == [differences])
    #expect(Self.order(app)?.nextLook == nil)

    var taken = app
    taken.take(.submission(.candidateTaken(other.id)))
    #expect(taken.order == .created(other.ordered(with: taken.form.draft), at: .sent))
    #expect(OutcomeText(of: taken).found.hasPrefix("Taken as your order, as you said."))
    app.take(.submission(.candidateDismissed(other.id)))
    #expect(Self.order(app)?.candidates == [])
    app.take(
      .submission(.lookPressed),
      .submission(.lookAnswered(CrossConnectList([other]), at: .answered + 30)))
    #expect(Self.findings(app).last == .missing)
  }

  @Test func `of two that agree neither is taken`() throws {
    var app = Self.unknown()
    let one = try #require(VirtualCrossConnect.sample(.aws))
    let two = try #require(VirtualCrossConnect.sample(.aws, ["id": .string("twin")]))
    app.take(.submission(.lookAnswered(CrossConnectList([one, two]), at: .answered + 15)))
    #expect(Self.findings(app) == [.candidates(2)])
  }

  @Test func `what was there before is not the order, however much it agrees`() throws {
    let twin = try #require(VirtualCrossConnect.sample(.aws, ["created_at": .null]))
    var app = Self.unknown(there: [twin])
    app.take(.submission(.lookAnswered(CrossConnectList([twin]), at: .answered + 15)))
    #expect(Self.findings(app) == [.missing])
  }

  @Test func `without a note of what was there nothing is taken without asking`() throws {
    let one = try #require(VirtualCrossConnect.sample(.aws))
    var app = Self.unknown(isNoted: false)
    app.take(.submission(.lookAnswered(CrossConnectList([one]), at: .answered + 15)))
    #expect(Self.findings(app) == [.candidates(1)])

    let old = try #require(
      VirtualCrossConnect(
        .object(one.members.merging(["name": .string("old")]) { _, new in new }),
        servedAt: .answered + 86_400))
    app = Self.unknown(isNoted: false)
    app.take(.submission(.lookAnswered(CrossConnectList([old]), at: .answered + 15)))
    #expect(Self.findings(app) == [.missing], "by the server's clock it is a day old")
  }

  @Test func `an incomplete list proves nothing`() throws {
    let rest = APIFailure.incomplete(read: 100, total: 600)
    var app = Self.unknown()
    app.take(.submission(.lookAnswered(CrossConnectList([], failure: rest), at: .answered + 15)))
    #expect(Self.findings(app) == [.failed(rest)])
    let found = try #require(VirtualCrossConnect.sample(.aws))
    app.take(
      .submission(.lookPressed),
      .submission(.lookAnswered(CrossConnectList([found], failure: rest), at: .answered + 30)))
    #expect(Self.findings(app).last == .candidates(1), "a twin may be on the rest")
  }

  @Test func `an order without a name matches whatever Telnyx named it`() throws {
    var app = App.reviewing(.sample(.aws).answering([.name: ""]))
    app.take(
      .form(.submitPressed), .noted, .submission(.orderSent(at: .sent)),
      .submission(.orderAnswered(.failure(Self.lost), at: .answered)))
    let found = try #require(VirtualCrossConnect.sample(.aws, ["name": .string("vxc-1")]))
    app.take(.submission(.lookAnswered(CrossConnectList([found]), at: .answered + 15)))
    #expect(app.place == .result)
  }

  @Test func `it is looked for every 15 s until it was missing three times`() {
    var app = Self.unknown()
    let look: [Effect] = [.look(onNetwork: Network.sample.id)]
    for turn in 1...3 {
      let now = Date.answered + 15 * Double(turn)
      #expect(app.effects(of: .clockTicked(now)) == [], "a look is under way")
      app.take(.submission(.lookAnswered(CrossConnectList([]), at: now)))
      #expect(app.effects(of: .clockTicked(now + 14)) == [])
      #expect(app.nextTick(after: now) == (turn < 3 ? now + 1 : nil))
      #expect(app.effects(of: .clockTicked(now + 15)) == (turn < 3 ? look : []))
    }
    #expect(app.effects(of: .submission(.lookPressed)) == look, "one may look again by hand")
  }

  @Test func `a look waits as long as the API asks`() {
    var app = Self.unknown()
    app.take(
      .submission(
        .lookAnswered(
          CrossConnectList(failure: .tooManyRequests(.seconds(120), [])), at: .answered)))
    #expect(Self.order(app)?.nextLook == .answered + 120)
  }

  @Test func `it may be created again only after three looks, and when asked for twice`() throws {
    var app = Self.unknown()
    let request = try app.form.draft.makeRequest()
    for missing in 0..<3 {
      #expect(app.effects(of: .submission(.createAgainPressed)) == [], "missing \(missing) times")
      app.take(
        .submission(.lookAnswered(CrossConnectList(failure: Self.lost), at: .answered)),
        .submission(.lookPressed),
        .submission(.lookAnswered(CrossConnectList([]), at: .answered)), .submission(.lookPressed))
    }
    #expect(app.effects(of: .submission(.createAgainPressed)) == [], "a look is under way")
    app.take(.submission(.lookAnswered(CrossConnectList(failure: Self.lost), at: .answered)))
    #expect(app.effects(of: .submission(.createAgainPressed)) == [], "it is asked once more")
    #expect(app.place == .outcomeUnknown)
    #expect(
      app.effects(of: .submission(.createAgainPressed)) == [
        .noteConnects(onNetwork: Network.sample.id)
      ])
    #expect(app.effects(of: .noted) == [.send(request)])
    #expect(app.effects(of: .submission(.createAgainPressed)) == [])
  }

  @Test func `an order that is waited for can be given up, and is then looked for`() throws {
    var app = App.sample(.aws)
    let request = try app.form.draft.makeRequest()
    #expect(app.effects(of: .submission(.stopWaitingPressed)) == [])
    app.take(.form(.submitPressed), .noted, .submission(.orderSent(at: .sent)))
    #expect(app.effects(of: .submission(.stopWaitingPressed)) == [], "it is asked once more")
    #expect(app.effects(of: .submission(.stopWaitingPressed)) == [.cancel([.send(request)])])
    #expect(app.place == .sending, "until it is known what became of it")
    #expect(
      app.effects(
        of: .submission(.orderAnswered(.failure(.outcomeUnknown(.lost(.cancelled))), at: .answered))
      )
        == [.look(onNetwork: Network.sample.id)])
  }

  @Test func `before it is sent it can be stopped without a trace`() {
    var app = App.sample(.aws)
    app.take(.form(.submitPressed))
    let note = Effect.noteConnects(onNetwork: Network.sample.id)
    #expect(app.effects(of: .submission(.stopWaitingPressed)) == [.cancel([note])])
    #expect(app.place == .step(.review) && app.order == .open)
    #expect(app.effects(of: .noted) == [], "a late note sends nothing")
  }
}
