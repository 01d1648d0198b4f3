import CrossConnect
import Flows
import Presentation
import TelnyxAPI
import TestSupport
import Testing

/// What can be picked, while it loads, when it fails, and by hand.
@Suite struct ChoicesTests {
  private static let lost = APIFailure.outcomeUnknown(.lost(.timedOut(seconds: 30)))

  private static func asking(_ app: App, _ id: FieldID) throws -> Asking {
    app.asking(of: try #require(app.form.draft.field(id)))
  }

  private static func words(_ asking: Asking) -> FailureReport? {
    guard case .failed(let report) = asking else { return nil }
    return FailureReport(report)
  }

  private static func words(_ rest: ChoiceList.Rest) -> FailureReport? {
    guard case .failed(let report) = rest else { return nil }
    return FailureReport(report)
  }

  private static func choices(_ app: App, _ id: FieldID) throws -> [Choice] {
    guard case .choices(let list) = try asking(app, id) else { return [] }
    return list.choices
  }

  @Test func `choices that are on their way are loading`() throws {
    var app = App(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true)
    _ = app.start()
    #expect(try Self.asking(app, .network) == .loading)
    #expect(try Self.asking(app, .telnyxRegion) == .loading)
    #expect(
      app.effects(of: .choices(.reloadPressed)) == [], "what is under way isn't asked for twice")
    app.take(.choices(.networksLoaded(.success([.sample]))))
    #expect(app.effects(of: .choices(.reloadPressed)) == [.loadNetworks])
  }

  private static func list(_ app: App, _ id: FieldID) throws -> ChoiceList {
    guard case .choices(let list) = try asking(app, id) else { return ChoiceList([]) }
    return list
  }

  @Test func `networks can be chosen while others follow, each of them once`() throws {
    let others = ["b", "c"].map { Network(id: $0, name: $0) }
    var app = App.opened()
    _ = app.update(.choices(.reloadPressed))
    app.take(.choices(.networksArrived([.sample])))
    #expect(try Self.list(app, .network).choices.map(\.value) == [Network.sample.id])
    #expect(try Self.list(app, .network).rest == .loading)
    #expect(
      app.effects(of: .choices(.reloadPressed)) == [], "what is under way isn't asked for twice")

    app.take(
      .choices(.networksArrived([others[0]])),
      .choices(.networksLoaded(.success([.sample, others[1]]))))
    #expect(try Self.list(app, .network).choices.map(\.value) == [Network.sample.id, "b", "c"])
    #expect(try Self.list(app, .network).rest == .nothing)
    app.take(.choices(.networksArrived([Network(id: "d", name: "late")])))
    #expect(try Self.list(app, .network).choices.count == 3, "nothing comes after the last")
  }

  @Test func `what came before a failure stays, and says that it is not all`() throws {
    var app = App.opened()
    _ = app.update(.choices(.reloadPressed))
    app.take(
      .choices(.networksArrived([.sample])), .choices(.coverageArrived(.sample)),
      .choices(.networksLoaded(.failure(Self.lost))),
      .choices(.coverageLoaded(.failure(Self.lost))))
    let cause = ["No answer came within 30 s."]
    #expect(try Self.list(app, .network).choices.map(\.value) == [Network.sample.id])
    #expect(
      Self.words(try Self.list(app, .network).rest)
        == FailureReport(title: "Could not load all of the networks", lines: cause))
    #expect(
      Self.words(try Self.list(app, .telnyxRegion).rest)
        == FailureReport(
          title: "Could not load all of Telnyx's coverage", lines: cause))
    app.take(
      .form(.createNetworkPressed), .form(.networkCreated(.success(Network(id: "n", name: "n")))))
    #expect(try Self.list(app, .network).choices.map(\.value) == ["n", Network.sample.id])
  }

  @Test func `coverage that is not all here refuses nothing`() throws {
    var app = App.sample(.azure)
    let rows = Coverage.sample.rows(from: "ashburn-va").filter { $0.provider == .aws }
    _ = app.update(.form(.changeRequested(.provider)))
    _ = app.update(.choices(.reloadPressed))
    app.take(.choices(.coverageArrived(Coverage(rows))))
    #expect(
      try Self.list(app, .cloudProvider).choices.map(\.columns) == [
        ["AWS Direct Connect", "2 cloud regions"], ["Azure ExpressRoute"],
        ["Google Partner Interconnect"],
      ])
    #expect(try Self.list(app, .cloudProvider).choices.allSatisfy { $0.obstacle == nil })
    #expect(try Self.asking(app, .cloudRegion) == .loading)
    _ = app.update(.form(.nextPressed))
    #expect(app.form.problems == [])

    app.take(.choices(.coverageLoaded(.success(Coverage([])))))
    _ = app.update(.form(.changeRequested(.provider)))
    _ = app.update(.form(.nextPressed))
    #expect(app.form.problems.map(\.field) == [.cloudProvider, .cloudRegion])
  }

  @Test func `choices that can't be had say why, and can be asked for again`() throws {
    var app = App.opened()
    app.take(
      .choices(.networksLoaded(.failure(Self.lost))),
      .choices(.coverageLoaded(.failure(.refused(status: 404, [])))))
    #expect(
      Self.words(try Self.asking(app, .network))
        == FailureReport(
          title: "Could not load the networks", lines: ["No answer came within 30 s."]))
    #expect(
      Self.words(try Self.asking(app, .telnyxRegion))
        == FailureReport(
          title: "Could not load Telnyx's coverage",
          lines: ["The API answered 404 without a reason."]))
    #expect(app.effects(of: .choices(.reloadPressed)) == [.loadNetworks, .loadCoverage])
    #expect(try Self.asking(app, .network) == .loading)
  }

  @Test func `no networks and no coverage have their own words`() throws {
    var app = App.opened()
    app.take(
      .choices(.networksLoaded(.success([]))), .choices(.coverageLoaded(.success(Coverage([])))))
    #expect(
      try Self.asking(app, .network) == .nothing(.networks)
        && Asking.Lack.networks.sentence
          == "This account has no networks yet. Create one, or enter an ID."
    )
    let lack = Asking.Lack.coverage(omission: nil)
    #expect(
      try Self.asking(app, .telnyxRegion) == .nothing(lack)
        && lack.sentence
          == "Telnyx lists no coverage for this account. Ask Telnyx support, or enter the region by hand."
    )
  }

  @Test func `networks show their name and identifier`() throws {
    var app = App.opened()
    app.take(.choices(.networksLoaded(.success([.sample, Network(id: "x\u{1B}", name: "")]))))
    let choices = try Self.choices(app, .network)
    #expect(choices.map(\.columns) == [["prod-core", Network.sample.id], ["(no name)", "x^["]])
    #expect(choices.map(\.value) == [Network.sample.id, "x\u{1B}"])
  }

  @Test(
    arguments: [
      ("ashburn", ["ashburn-va"]), ("CH1", ["chicago-il"]), ("iad", ["ashburn-va"]),
      ("emea", ["frankfurt-de"]), ("amer google", ["ashburn-va", "chicago-il"]),
      ("us-east-2", ["ashburn-va", "chicago-il"]), ("washington", ["ashburn-va"]),
      ("azure", ["ashburn-va", "frankfurt-de"]), ("nowhere", []),
      ("", ["ashburn-va", "chicago-il", "frankfurt-de"]),
    ] as [(String, [String])])
  func `a region is found by all its names and by what it reaches`(
    filter: String, codes: [String]
  ) throws {
    let list = ChoiceList(try Self.choices(.opened(), .telnyxRegion))
    let places = list.places(passing: ChoiceFilter(filter))
    #expect(places.map { list.choices[$0].value } == codes)
  }

  @Test func `a region shows its code, name, PoP, part of the world and clouds`() throws {
    #expect(
      try Self.choices(.opened(), .telnyxRegion).map(\.columns) == [
        ["ashburn-va", "Ashburn VA, US", "DC2", "AMER", "AWS Azure Google"],
        ["chicago-il", "Chicago IL, US", "CH1", "AMER", "AWS Google"],
        ["frankfurt-de", "Frankfurt, DE", "FR5", "EMEA", "Azure"],
      ])
  }

  @Test func `clouds that aren't reachable are listed with the reason`() throws {
    var app = App.opened()
    app.take(.form(.answerEdited(.telnyxRegion, "chicago-il")))
    let choices = try Self.choices(app, .cloudProvider)
    #expect(choices.map(\.value) == ["aws", "azure", "gce"])
    #expect(
      choices.map(\.columns) == [
        ["AWS Direct Connect", "1 cloud region"],
        ["Azure ExpressRoute", "not reachable from chicago-il"],
        ["Google Partner Interconnect", "1 cloud region"],
      ])
    #expect(
      choices.map(\.obstacle) == [nil, .unreachable(.azure, from: "chicago-il"), nil])
    #expect(
      choices[1].obstacle?.finding
        == .blocks(
          """
          Azure ExpressRoute can't be reached from chicago-il. Choose another, or another Telnyx \
          region.
          """))
  }

  @Test(
    arguments: [
      (.aws, [["us-east-1", "50-500 Mbps"], ["us-east-2", "50 Mbps"]]),
      (.azure, [["Washington DC", "50-1000 Mbps"]]),
      (.googleCloud, [["us-east4", "50-100 Mbps"]]),
    ] as [(CloudProvider, [[String]])])
  func `cloud regions are those of the pairing`(provider: CloudProvider, columns: [[String]]) throws
  {
    #expect(try Self.choices(.sample(provider), .cloudRegion).map(\.columns) == columns)
  }

  @Test(
    arguments: [
      (
        .aws,
        [
          ["50 Mbps", "$100 a month"], ["100 Mbps", "$125 a month"], ["200 Mbps", "$150 a month"],
          ["500 Mbps", "$225 a month"],
        ]
      ),
      (
        .azure,
        [
          ["As on the circuit", "not sent"], ["50 Mbps", "$200 a month"],
          ["1000 Mbps", "$1000 a month"],
        ]
      ),
      (.googleCloud, [["50 Mbps", "$100 a month"], ["100 Mbps", "$125 a month"]]),
    ] as [(CloudProvider, [[String]])])
  func `bandwidths have their list price`(provider: CloudProvider, columns: [[String]]) throws {
    #expect(try Self.choices(.sample(provider), .bandwidth).map(\.columns) == columns)
  }

  @Test func `by hand, any region, cloud and bandwidth can be typed`() throws {
    var app = App.opened()
    app.take(
      .choices(.coverageLoaded(.failure(Self.lost))),
      .form(.answerEdited(.network, Network.sample.id)),
      .form(.nextPressed), .form(.nextPressed))
    #expect(app.step == .region)
    #expect(app.form.problems.map(\.sentence) == ["Choose a Telnyx region."])
    app.take(.form(.entryChanged(.telnyxRegion, .byHand)))
    #expect(app.form.problems == [])
    #expect(try Self.asking(app, .telnyxRegion) == .text)
    app.take(
      .form(.answerEdited(.telnyxRegion, "lisbon-pt")), .form(.nextPressed),
      .form(.answerEdited(.cloudProvider, "aws")),
      .form(.answerEdited(.cloudRegion, "eu-west-9")),
      .form(.answerEdited(.primaryAccount, "123456789012")),
      .form(.nextPressed))
    #expect(app.step == .bandwidth)
    #expect(try Self.asking(app, .cloudRegion) == .text)
    #expect(try Self.asking(app, .bandwidth) == .text)
    app.take(.form(.answerEdited(.bandwidth, "70")), .form(.nextPressed), .form(.nextPressed))
    #expect(app.step == .review)
    #expect(try app.form.draft.makeRequest()["region_code"] == .string("lisbon-pt"))
  }

  @Test func `once coverage is there again, what was typed is measured by it`() throws {
    var app = App.answering(.sample(.aws).answering([.telnyxRegion: "lisbon-pt"]))
    app.take(
      .form(.nextPressed), .form(.entryChanged(.telnyxRegion, .byHand)),
      .choices(.coverageLoaded(.success(.sample))),
      .form(.nextPressed))
    #expect(app.step == .region)
    #expect(
      app.form.problems.map(\.sentence)
        == ["Telnyx does not offer lisbon-pt. Choose another region."])
  }

  @Test func `a network's identifier can be typed`() throws {
    var app = App.opened()
    app.take(.form(.entryChanged(.network, .byHand)))
    #expect(try Self.asking(app, .network) == .text)
    app.take(.form(.answerEdited(.network, " {\(Draft.sampleUUID)} ")), .form(.nextPressed))
    #expect(app.step == .region)
    #expect(app.form.draft.requestSoFar["network_id"] == .string(Draft.sampleUUID))
  }

  @Test func `a picked answer is shown by its name, a typed one made harmless`() throws {
    let app = App.sample(.azure)
    let shown = app.form.draft.fields.map { ($0.id, app.shownValue(of: $0)) }
    #expect(shown.first { $0.0 == .network }?.1 == "prod-core")
    #expect(shown.first { $0.0 == .cloudProvider }?.1 == "Azure ExpressRoute")
    #expect(shown.first { $0.0 == .bandwidth }?.1 == "As on the circuit")
    var typed = app
    typed.take(.form(.answerEdited(.name, "a\u{1B}]0;b\u{7}")))
    let name = try #require(typed.form.draft.field(.name))
    #expect(typed.shownValue(of: name) == "a^[]0;b^G")
  }
}
