import CrossConnect
import Flows
import TelnyxAPI
import TestSupport
import Testing

/// Where the API's errors are shown.
@Suite struct ErrorPlacementTests {
  private static func refused(_ errors: [APIError], _ provider: CloudProvider = .aws) -> App {
    var app = App.sample(provider)
    app.take(
      .form(.submitPressed), .noted, .submission(.orderSent(at: .sent)),
      .submission(.orderAnswered(.failure(.refused(status: 422, errors)), at: .answered)))
    return app
  }

  private static func error(_ source: String?, _ message: String = "is wrong") -> APIError {
    APIError(code: "10015", message: message, source: source)
  }

  private static func fromAPI(_ field: FieldID?, _ sentence: String) -> Problem {
    Problem(field: field, .blocks(sentence), isFromAPI: true)
  }

  @Test(arguments: [402, 405, 413, 415, 418, 451])
  func `a status that is no usual refusal is told with the errors`(status: Int) {
    var app = App.sample(.aws)
    app.take(
      .form(.submitPressed), .noted, .submission(.orderSent(at: .sent)),
      .submission(
        .orderAnswered(
          .failure(.refused(status: status, [Self.error("/name"), Self.error(nil)])), at: .answered)
      ))
    #expect(
      app.form.problems == [
        Self.fromAPI(.name, "is wrong"), Self.fromAPI(nil, "is wrong"),
        Self.fromAPI(nil, "The status was \(status)."),
      ])
  }

  @Test(arguments: [
    "/primary_cloud_ip", "/data/primary_cloud_ip", "primary_cloud_ip", "data.primary_cloud_ip",
    "#/primary_cloud_ip", "/data/attributes/primary_cloud_ip", "/primary_cloud_ip/",
    "/primary_cloud_ip/0", "/data/attributes/primary_cloud_ip/address", "primary_cloud_ip[0]",
    "$.body['primary_cloud_ip']", "data[attributes][primary_cloud_ip]", "/data/primaryCloudIp",
    "/virtual_cross_connect/primary_cloud_ip/0/value",
  ])
  func `a pointer of any style leads to its field`(source: String) {
    let app = Self.refused([Self.error(source)])
    #expect(app.place == .step(.review))
    #expect(app.order == .open)
    #expect(app.report == nil)
    #expect(app.form.problems == [Self.fromAPI(.primaryCloudIP, "is wrong")])
  }

  @Test(arguments: CloudProvider.allCases)
  func `every field that is asked can be pointed at`(provider: CloudProvider) {
    for field in Draft.sample(provider).fields {
      guard let key = field.wire.key else { continue }
      let app = Self.refused([Self.error("/" + key)], provider)
      #expect(app.form.problems == [Self.fromAPI(field.id, "is wrong")])
    }
  }

  @Test(arguments: [
    (nil, "is wrong"), ("", "is wrong"), ("/", "is wrong"),
    ("/unknown_key", "unknown_key: is wrong"),
    ("/data/vlan", "vlan: is wrong"), ("/flux_capacitor/0", "flux_capacitor: is wrong"),
    ("/data/attributes/secondary_cloud_ip/0", "secondary_cloud_ip: is wrong"),
    ("/data/attributes", "is wrong"), ("/0", "is wrong"), ("/a~1b", "a/b: is wrong"),
    ("/secondary_cloud_ip/address", "secondary_cloud_ip: is wrong"),
    ("/a\u{1B}[2J", "a^[[2J: is wrong"),
    ("/secondary_cloud_ip", "secondary_cloud_ip: is wrong"),
    ("/secondary_cloud_account_id", "secondary_cloud_account_id: is wrong"),
  ])
  func `an error without a shown field stands in the summary with its key`(
    source: String?, sentence: String
  ) {
    #expect(Self.refused([Self.error(source)]).form.problems == [Self.fromAPI(nil, sentence)])
  }

  @Test func `the second circuit's key of a cloud that has one key is that key`() {
    let app = Self.refused([Self.error("/secondary_bgp_key")], .azure)
    #expect(app.form.problems == [Self.fromAPI(.primaryBGPKey, "is wrong")])
  }

  @Test(
    arguments: [
      ("/bandwidth_mbps", [.loadCoverage]), ("/cloud_provider_region", [.loadCoverage]),
      ("/region_code", [.loadCoverage]), ("/network_id", [.loadNetworks]), ("/name", []),
    ] as [(String, [Effect])])
  func `choices that were refused are loaded anew`(source: String, effects: [Effect]) {
    var app = App.sample(.aws)
    app.take(.form(.submitPressed), .noted, .submission(.orderSent(at: .sent)))
    let refusal = APIFailure.refused(status: 422, [Self.error(source)])
    #expect(
      app.effects(of: .submission(.orderAnswered(.failure(refusal), at: .answered))) == effects)
    #expect(app.choices.coverage.isLoading == effects.contains(.loadCoverage))
    #expect(app.form.problems.map(\.sentence) == ["is wrong"])
  }

  @Test func `all errors are shown, several for one field too, in their order`() throws {
    let app = Self.refused([
      Self.error("/bgp_asn", "is reserved"), Self.error("/name", "is taken"),
      Self.error("/bgp_asn", "is not yours"), Self.error(nil, "is odd"),
    ])
    #expect(
      app.form.problems == [
        Self.fromAPI(.asn, "is reserved"), Self.fromAPI(.name, "is taken"),
        Self.fromAPI(.asn, "is not yours"), Self.fromAPI(nil, "is odd"),
      ])
    let asn = try #require(app.form.draft.field(.asn))
    #expect(
      app.shownFindings(for: asn) == [.blocks("is reserved"), .blocks("is not yours")])
  }

  @Test func `an error's words can't move the cursor`() {
    let app = Self.refused([Self.error("/name", "is \u{1B}[31mred\r\n\u{202E}")])
    #expect(app.form.problems.map(\.sentence) == ["is ^[[31mred  <U+202E>"])
  }

  @Test func `an error of the API stays at its field until the field is edited`() {
    var app = Self.refused([
      Self.error("/name", "is taken"), Self.error("/bgp_asn", "is not yours"),
    ])
    app.take(.form(.changeRequested(.network)))
    #expect(app.form.problems.map(\.sentence) == ["is taken", "is not yours"])
    app.take(.form(.fieldLeft(.network)), .form(.answerEdited(.name, "another")))
    #expect(app.form.problems == [Self.fromAPI(.asn, "is not yours")])
    app.take(.form(.nextPressed))
    #expect(app.place == .step(.review))
    #expect(
      app.form.problems == [Self.fromAPI(.asn, "is not yours")],
      "what wasn't mended yet is still told")
    app.take(
      .form(.changeRequested(.circuits)), .form(.answerEdited(.asn, "65000")), .form(.nextPressed))
    #expect(app.place == .step(.review))
    #expect(app.form.problems == [])
  }

  @Test func `errors of the API survive looking at a page without a change`() {
    var app = Self.refused([
      Self.error("/name", "is taken"), Self.error("/bgp_asn", "is not yours"),
    ])
    let problems = app.form.problems
    app.take(.form(.changeRequested(.circuits)), .form(.backPressed))
    #expect(app.form.problems == problems)
  }

  @Test func `errors of the API don't stop the order from being sent again`() throws {
    var app = Self.refused([Self.error("/name", "is taken"), Self.error(nil, "is odd")])
    app.take(.form(.submitPressed))
    #expect(app.form.problems == [])
    #expect(app.effects(of: .noted) == [.send(try app.form.draft.makeRequest())])
  }

  @Test func `an edit to what can't be sent replaces all of a field's errors by one`() {
    var app = Self.refused([
      Self.error("/bgp_asn", "is reserved"), Self.error("/bgp_asn", "is not yours"),
    ])
    app.take(.form(.changeRequested(.circuits)), .form(.answerEdited(.asn, "0")))
    #expect(app.form.problems == [Problem(field: .asn, .blocks("ASN 0 is reserved by RFC 7607."))])
  }

  @Test func `errors about one cloud's answers are not told of another's`() {
    var app = Self.refused([
      Self.error("/primary_cloud_ip"), Self.error("/bgp_asn"), Self.error("/name", "is taken"),
    ])
    app.take(.form(.changeRequested(.provider)), .form(.answerEdited(.cloudProvider, "gce")))
    #expect(app.form.problems == [Self.fromAPI(.name, "is taken")])
  }

  @Test func `an error about a field that is hidden since goes with it`() {
    var app = App.reviewing(.fullSample(.aws))
    app.take(
      .form(.submitPressed), .noted,
      .submission(
        .orderAnswered(
          .failure(.refused(status: 422, [Self.error("/secondary_bgp_key")])), at: .answered)))
    #expect(app.form.problems == [Self.fromAPI(.secondaryBGPKey, "is wrong")])
    app.take(.form(.changeRequested(.circuits)), .form(.answerEdited(.wantsSecondary, "no")))
    #expect(app.form.problems == [])
  }
}
