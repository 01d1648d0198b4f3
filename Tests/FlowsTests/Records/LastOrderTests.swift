import FoundationEssentials
import TestSupport
import Testing
@testable import CrossConnect
@testable import Flows
@testable import TelnyxAPI

/// What the form begins with after an order: where it went, and nothing that is only its own.
@Suite struct LastOrderTests {
  private static func app(remembers: Bool = true) -> App {
    var app = App(
      destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true,
      remembers: remembers)
    _ = app.start()
    return app
  }

  private static let last = Draft.fullSample(.aws)

  @Test func `network, region, cloud and account are those of the last order, and said to be`() {
    var app = Self.app()
    app.take(.records(.remembered(Self.last)))
    let places: [FieldID] = [
      .network, .telnyxRegion, .cloudProvider, .cloudRegion, .primaryAccount,
    ]
    #expect(
      app.form.draft == Draft(answers: Self.last.answers.filter { places.contains($0.key.field) }))
    #expect(places.allSatisfy { app.form.origins[$0] == .lastOrder })
    #expect(app.notice == .remembered)
    #expect(!app.hasSomethingToKeep, "nobody has answered anything")
    #expect(app.update(.form(.fieldLeft(.name))).effects == [], "no draft of it is written")
  }

  @Test func `it is not taken where somebody has begun, or doesn't want it`() {
    var begun = Self.app()
    begun.take(.records(.began), .records(.remembered(Self.last)))
    #expect(begun.form.draft == Draft())
    var typed = Self.app()
    typed.take(.form(.answerEdited(.name, "n")), .records(.remembered(Self.last)))
    #expect(typed.form.draft == Draft([.name: "n"]))
    var unwanted = Self.app(remembers: false)
    unwanted.take(.records(.remembered(Self.last)))
    #expect(unwanted.form.draft == Draft())
  }

  @Test func `what the account has no more is not begun with`() {
    var app = Self.app()
    app.take(
      .records(.remembered(Self.last.answering([.network: Draft.sampleUUID]))),
      .choices(.networksLoaded(.success([.sample, Network(id: "2", name: "other")]))))
    #expect(app.form.draft[.network].isEmpty)
    #expect(app.form.draft[.telnyxRegion] == "ashburn-va")
  }

  @Test func `the newest receipt of the same API tells, and no key is in it`() throws {
    let files = MemoryStorage()
    let keeper = RecordKeeper(context: .test(files: files))
    for (id, region, minutes) in [("a", "chicago-il", 0.0), ("b", "ashburn-va", 1)] {
      let connect = try #require(
        VirtualCrossConnect.sample(.aws, ["id": .string(id), "region_code": .string(region)]))
      _ = keeper.saveReceipt(
        Receipt(
          of: connect, withholding: [], answeredAt: .answered + 60 * minutes, writtenAt: .answered,
          destination: BaseURL.telnyx.description))
    }
    let last = try #require(keeper.findLastOrder(for: .telnyx))
    #expect(last[.telnyxRegion] == "ashburn-va" && last[.primaryAccount] == "123456789012")
    #expect(last[.primaryBGPKey].isEmpty && last[.name].isEmpty)
    #expect(keeper.findLastOrder(for: .loopback) == nil)
  }

  @Test func `what was offered is kept for a shell to complete, once and harmlessly`() {
    let files = MemoryStorage()
    let keeper = RecordKeeper(context: .test(files: files))
    keeper.keepSeen(.sample)
    let seen = SeenCoverage(in: files)
    #expect(seen.regions == ["ashburn-va", "chicago-il", "frankfurt-de"])
    #expect(seen.cloudRegions.contains("Washington DC"))
    files.disk.put(
      #"{"format":"vxc coverage","version":1,"regions":["a","$(rm x)"]}"#, at: "seen/coverage.json")
    #expect(SeenCoverage(in: files).regions == ["a"], "a shell must not run what a name says")
    files.disk.put("junk", at: "seen/coverage.json")
    #expect(SeenCoverage(in: files).regions.isEmpty)
  }
}
