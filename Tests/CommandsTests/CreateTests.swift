import Flows
import Commands
import CrossConnect
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

@Suite struct CreateTests {
  static let path = "/virtual_cross_connects"

  /// An API with the sample's network and coverage, which takes every order.
  static func answer(
    _ request: HTTPRequest, connects: [JSONValue] = [], hasCoverage: Bool = true,
    order: ScriptedTransport.Answer? = nil
  ) -> ScriptedTransport.Answer {
    let path = request.path.prefix { $0 != "?" }
    switch (request.method, path) {
    case (.get, "/networks"):
      return .data(
        .array([
          .object(["id": .string(Network.sample.id), "name": .string("prod-core")]),
          .object(["id": .string(Draft.sampleUUID), "name": .string("made")]),
        ]))
    case (.get, "/virtual_cross_connects_coverage"):
      return hasCoverage
        ? .data(Coverage.sample.json) : .refusal(400, code: "10015", "No coverage.")
    case (.get, Self.path): return .data(.array(connects))
    case (.post, Self.path):
      let body = request.body.flatMap { try? JSONValue(parsing: $0) }
      return order
        ?? .data(.object(JSONValue.connect().members.merging(body?.members ?? [:]) { $1 }))
    default: return .refusal(404, code: "10005", "Not there.")
    }
  }

  @Test(arguments: Journey.all)
  func `options lead to the same request as the form`(journey: Journey) async throws {
    let stage = Stage { request, _ in
      Self.answer(request, hasCoverage: journey.hasCoverage)
    }
    let code = await stage.run.create(OrderOptions(for: journey.draft))
    #expect(code == 0, "\(stage.streams.words)")
    #expect(stage.transport.changes == ["POST \(Self.path)"])
    let body = stage.transport.received.compactMap(\.body).first
    #expect(body.map { String(decoding: $0, as: UTF8.self) } == journey.body)
    stage.expectNoKey(["ssNOzjPPZuHlHWnFuCJ8Q7bC", "0tCGVCDmqBmiOqGOQvYN5Qrq"])
    #expect(stage.kept.map { $0.prefix(9) } == ["receipts/"])
  }

  @Test(arguments: Journey.all)
  func `a request that was saved leads to itself`(journey: Journey) async throws {
    let stage = Stage { request, _ in
      Self.answer(request, hasCoverage: journey.hasCoverage)
    }
    var options = OrderOptions()
    options.source = .init(name: "order.json", data: Data(journey.body.utf8))
    options.isConfirmed = true
    #expect(await stage.run.create(options) == 0, "\(stage.streams.words)")
    let body = stage.transport.received.compactMap(\.body).first
    #expect(body.map { String(decoding: $0, as: UTF8.self) } == journey.body)
  }

  @Test(arguments: ["gce", "GOOGLE", "Google Partner Interconnect", "google "])
  func `a cloud is known by its names`(name: String) async throws {
    let draft = Draft.sample(.googleCloud)
    let stage = Stage { request, _ in Self.answer(request) }
    var options = OrderOptions(for: draft)
    options.answers[.cloudProvider] = name
    #expect(await stage.run.create(options) == 0, "\(stage.streams.words)")
    let body = try #require(stage.transport.received.compactMap(\.body).first)
    #expect(try JSONValue(parsing: body)["cloud_provider"] == .string("gce"))
  }

  @Test(arguments: ["[]", "5"])
  func `a file that is no order is the only problem`(text: String) async {
    var options = OrderOptions()
    options.source = .init(name: "order.json", data: Data(text.utf8))
    options.isConfirmed = true
    let stage = Stage { request, _ in Self.answer(request) }
    #expect(await stage.run.create(options) == 2)
    #expect(
      stage.streams.words == [
        "vxc: Nothing was ordered. There is something to put right:",
        "  --from: order.json holds no JSON object.",
      ])
  }

  @Test func `all problems come at once, each by its option`() async {
    var options = OrderOptions()
    options.answers = [
      .network: "prod-core", .telnyxRegion: "ashburn-va", .cloudProvider: "AWS",
      .cloudRegion: "eu-west-1", .primaryAccount: "12345", .bandwidth: "fast",
      .secondaryTelnyxIP: "1.2.3.4", .asn: "0",
    ]
    options.isConfirmed = true
    let stage = Stage { request, _ in Self.answer(request) }
    #expect(await stage.run.create(options) == 2)
    #expect(
      stage.streams.words == [
        "vxc: Nothing was ordered. There is something to put right:",
        "  --secondary-ips: there is no secondary circuit without --secondary.",
        "  --cloud-region: eu-west-1 can't be reached from ashburn-va. Choose another.",
        "  --account: An AWS account ID has 12 digits; this has 5.",
        "  --bandwidth: A bandwidth is a whole number of Mbps, such as 500.",
        "  --asn: ASN 0 is reserved by RFC 7607.",
      ])
    #expect(stage.transport.changes.isEmpty && stage.kept.isEmpty)
  }

  @Test func `what a cloud doesn't take is named`() async {
    var options = OrderOptions(for: .sample(.googleCloud))
    options.answers[.primaryTelnyxIP] = "169.254.0.1"
    let stage = Stage { request, _ in Self.answer(request) }
    #expect(await stage.run.create(options) == 2)
    #expect(
      stage.streams.words.last
        == "  --primary-ips: Google Partner Interconnect takes none. Leave it out.")
  }

  @Test func `a network is found by its name, and not by another`() async {
    for (name, code) in [("prod-core", Int32(0)), ("prod", 2)] {
      var options = OrderOptions(for: .sample(.aws))
      options.answers[.network] = name
      let stage = Stage { request, _ in Self.answer(request) }
      #expect(await stage.run.create(options) == code)
      #expect(stage.transport.changes.count == (code == 0 ? 1 : 0))
    }
  }

  @Test func `checking, showing and curl order nothing`() async {
    for purpose in [OrderOptions.Purpose.check, .showRequest, .showCurl] {
      var options = OrderOptions(for: .fullSample(.aws))
      options.purpose = purpose
      let stage = Stage { request, _ in Self.answer(request) }
      #expect(await stage.run.create(options) == 0)
      #expect(stage.transport.changes.isEmpty && !stage.streams.results.isEmpty)
      #expect(purpose == .check || stage.transport.received.isEmpty, "nothing has to be asked")
      stage.expectNoKey(["yFV4wEPtPVPfDUGLWiyQzwga", "ge1lONeK9RcA83uuWaw9DvZy"])
    }
  }

  @Test func `a curl command means the same to every shell, and has no key`() async {
    var options = OrderOptions(for: .sample(.aws))
    options.answers[.name] = "it's a \\ and \"b\" ü"
    options.keys[.primaryBGPKey] = Secret("yFV4wEPtPVPfDUGLWiyQzwga")
    options.purpose = .showCurl
    let stage = Stage { request, _ in Self.answer(request) }
    #expect(await stage.run.create(options) == 0)
    #expect(stage.streams.results.first == "test -s PRIMARY_BGP_KEY_FILE &&", "or nothing is sent")
    let lines = Array(stage.streams.results.dropFirst())
    #expect(
      lines.first == #"printf '%s\n' "header = \"Authorization: Bearer $TELNYX_API_KEY\"" \"#)
    #expect(lines[2].hasPrefix("  'data = {\"network_id\":"))
    #expect(
      lines[2].contains(
        #""name":"it\u0027s\u0020a\u0020\u005c\u0020and\u0020\u0022b\u0022\u0020\u00fc""#))
    #expect(lines[2].contains(#""primary_bgp_key":"'"$(cat PRIMARY_BGP_KEY_FILE)"'""#))
    stage.expectNoKey(["yFV4wEPtPVPfDUGLWiyQzwga"])
  }

  @Test(arguments: ["abcdef\\tgh", "abcdef gh", "abcdef\"gh"])
  func `a key that JSON or a shell would read otherwise is in no curl command`(key: String) async {
    var options = OrderOptions(for: .sample(.aws))
    options.keys[.primaryBGPKey] = Secret(key)
    options.purpose = .showCurl
    let stage = Stage { request, _ in Self.answer(request) }
    #expect(await stage.run.create(options) == 2)
    #expect(stage.streams.results == [] && stage.streams.words.last?.contains("--curl:") == true)
  }

  @Test func `where the region is missing nothing else is said about it`() async {
    var options = OrderOptions(for: .sample(.aws))
    options.answers[.telnyxRegion] = nil
    let stage = Stage { request, _ in Self.answer(request) }
    #expect(await stage.run.create(options) == 2)
    #expect(stage.streams.words.filter { $0.contains("--") }.count == 1, "\(stage.streams.words)")
  }

  @Test func `a bandwidth with its unit is the one without`() async {
    var options = OrderOptions(for: .sample(.aws))
    options.answers[.bandwidth] = "50 Mbps"
    let stage = Stage { request, _ in Self.answer(request) }
    #expect(await stage.run.create(options) == 0, "\(stage.streams.words)")
  }

  @Test func `keys that are made are in a file before the order is sent`() async throws {
    var options = OrderOptions(for: .sample(.aws))
    options.answers[.wantsSecondary] = "yes"
    options.generatesKeys = true
    let stage = Stage { request, _ in Self.answer(request) }
    #expect(await stage.run.create(options) == 0, "\(stage.streams.words)")
    let file = try #require(stage.files.disk.files.first { $0.key.hasPrefix("keys/") })
    let keys = try JSONValue(parsing: Data(file.value.utf8))
    let body = try JSONValue(parsing: #require(stage.transport.received.compactMap(\.body).first))
    for name in ["primary_bgp_key", "secondary_bgp_key"] {
      #expect(keys[name].text?.count == 20 && keys[name] == body[name])
      stage.expectNoKey([keys[name].text ?? ""])
    }
    #expect(stage.streams.words.contains { $0.contains(file.key) })

    let full = Stage(
      files: MemoryStorage(failing: .system(path: "keys", reason: "the disk is full"), in: [.keys])
    ) { request, _ in Self.answer(request) }
    #expect(await full.run.create(options) == 2)
    #expect(full.transport.changes.isEmpty, "no order with a key that nobody has")
  }

  @Test func `an order that can't be written down is not sent`() async {
    let options = OrderOptions(for: .fullSample(.aws))
    let files = MemoryStorage(
      failing: .system(path: "drafts", reason: "the disk is full"), in: [.drafts])
    let stage = Stage(files: files) { request, _ in Self.answer(request) }
    #expect(await stage.run.create(options) == 2)
    #expect(stage.transport.changes.isEmpty, "a run after a lost answer would order again")
    #expect(stage.streams.words.contains { $0.contains("could not be written down") })
    #expect(stage.kept == [])
  }

  @Test func `a terminal is asked for the word, with all that is ordered`() async {
    for (answers, code) in [(["create"], Int32(0)), (["yes"], 130), ([], 130)] {
      var options = OrderOptions(for: .fullSample(.aws))
      options.isConfirmed = false
      let stage = Stage(answers: answers, canAsk: true) { request, _ in Self.answer(request) }
      #expect(await stage.run.create(options) == code)
      #expect(stage.streams.questions == ["Order this cross connect? Type create: "])
      #expect(stage.streams.words.contains("  AWS account ID: 123456789012"))
      #expect(stage.transport.changes.count == (code == 0 ? 1 : 0))
      stage.expectNoKey(["yFV4wEPtPVPfDUGLWiyQzwga"])
    }
  }

  @Test func `an order whose outcome isn't known is looked for before the next`() async throws {
    let files = MemoryStorage()
    let lost = Stage(files: files) { request, _ in
      Self.answer(request, order: .failure(.outcomeUnknown(.timedOut(seconds: 30))))
    }
    #expect(await lost.run.create(OrderOptions(for: .sample(.aws))) == 6)
    #expect(lost.streams.results.isEmpty && lost.transport.changes.count == 1)
    #expect(files.disk.files.keys.contains { $0.hasPrefix("drafts/") })

    // It is there after all: the same order again is that one.
    let order = try Draft.sample(.aws).makeRequest()
    let members = Dictionary(uniqueKeysWithValues: order.members.map { ($0.key, $0.value) })
    let there = JSONValue.connect(.aws, members)
    let again = Stage(files: files) { request, _ in
      Self.answer(request, connects: [there])
    }
    #expect(await again.run.create(OrderOptions(for: .sample(.aws))) == 0, "\(again.streams.words)")
    #expect(again.transport.changes.isEmpty, "nothing is ordered twice")
    #expect(
      again.streams.words.contains("The earlier order was this one: nothing is ordered again."))
    #expect(again.kept.map { $0.prefix(9) } == ["receipts/"])
  }

  @Test(arguments: [
    (FieldID.name, ""), (.asn, ""), (.wantsSecondary, "yes"),
  ])
  func `an earlier order is not taken for one that lacks its answers, or asks for more`(
    field: FieldID, answer: String
  ) async throws {
    let draft = Draft.sample(.aws).answering([.asn: "65001"])
    let files = MemoryStorage()
    let lost = Stage(files: files) { request, _ in
      Self.answer(request, order: .failure(.outcomeUnknown(.timedOut(seconds: 30))))
    }
    #expect(await lost.run.create(OrderOptions(for: draft)) == 6)
    let order = try draft.makeRequest()
    let there = JSONValue.connect(
      .aws, Dictionary(uniqueKeysWithValues: order.members.map { ($0.key, $0.value) }))
    let other = Stage(files: files) { request, _ in Self.answer(request, connects: [there]) }
    var options = OrderOptions(for: draft.answering([field: answer]))
    options.generatesKeys = field == .wantsSecondary
    #expect(await other.run.create(options) == 0, "\(other.streams.words)")
    #expect(other.transport.changes == ["POST \(Self.path)"], "\(other.streams.words)")
  }

  @Test func `a command does not wait for hours to look for its order`() async {
    let stage = Stage { request, _ in
      Self.answer(
        request,
        order: .json(.object([:]), status: 503, headers: ["retry-after": "3600"]))
    }
    let begun = stage.now
    #expect(await stage.run.create(OrderOptions(for: .sample(.aws))) == 6)
    #expect(stage.now.timeIntervalSince(begun) < 60)
    #expect(
      stage.streams.words.contains { $0.hasPrefix("  Telnyx asks to wait ") },
      "\(stage.streams.words)")
    #expect(stage.files.disk.files.keys.contains { $0.hasPrefix("drafts/") }, "its record is kept")
  }

  @Test func `keys made anew do not make a repeated command another order`() async throws {
    var options = OrderOptions(for: .sample(.aws))
    options.generatesKeys = true
    let files = MemoryStorage()
    let lost = Stage(files: files) { request, _ in
      Self.answer(request, order: .failure(.outcomeUnknown(.timedOut(seconds: 30))))
    }
    #expect(await lost.run.create(options) == 6)
    let body = try #require(lost.transport.received.compactMap(\.body).first)
    // The stage makes the same keys each time; a machine doesn't.
    let members = try JSONValue(parsing: body).members
    let there = JSONValue.connect(
      .aws, members.merging(["primary_bgp_key": .string("keyOfTheFirstCommand")]) { $1 })
    let keyFiles = files.disk.files.filter { $0.key.hasPrefix("keys/") }
    let again = Stage(files: files) { request, _ in Self.answer(request, connects: [there]) }
    #expect(await again.run.create(options) == 0, "\(again.streams.words)")
    #expect(again.transport.changes.isEmpty, "nothing is ordered twice")
    #expect(
      again.streams.words.contains("It has the BGP keys of the earlier order, if any."))
    #expect(files.disk.files.filter { $0.key.hasPrefix("keys/") } == keyFiles)
  }

  @Test(arguments: [
    (ScriptedTransport.Answer.refusal(422, code: "10015", "No.", pointer: "/name"), 0),
    (.failure(.outcomeUnknown(.timedOut(seconds: 30))), 1),
  ])
  func `a file of made keys goes with a refused order, and stays with an open one`(
    answer: ScriptedTransport.Answer, files: Int
  ) async {
    var options = OrderOptions(for: .sample(.aws))
    options.generatesKeys = true
    let stage = Stage { request, _ in Self.answer(request, order: answer) }
    #expect(await stage.run.create(options) == (files == 0 ? 4 : 6))
    #expect(stage.files.disk.files.count { $0.key.hasPrefix("keys/") } == files)
    #expect(
      stage.streams.words.contains("  The file with the BGP keys was deleted.") == (files == 0))
  }

  @Test func `another order goes out after an earlier one was found`() async throws {
    let files = MemoryStorage()
    let lost = Stage(files: files) { request, _ in
      Self.answer(request, order: .failure(.outcomeUnknown(.timedOut(seconds: 30))))
    }
    #expect(await lost.run.create(OrderOptions(for: .sample(.aws))) == 6)
    let there = JSONValue.connect()
    let other = Stage(files: files) { request, _ in
      Self.answer(request, connects: [there], order: .data(.connect(.aws, ["id": .string("2d")])))
    }
    var options = OrderOptions(for: .sample(.aws))
    options.answers[.name] = "another"
    #expect(await other.run.create(options) == 0, "\(other.streams.words)")
    #expect(other.transport.changes == ["POST \(Self.path)"])
  }

  @Test func `an earlier order is named while its outcome is open, and no other is sent`()
    async throws
  {
    let files = MemoryStorage()
    let lost = Stage(files: files) { request, _ in
      Self.answer(request, order: .failure(.outcomeUnknown(.timedOut(seconds: 30))))
    }
    #expect(await lost.run.create(OrderOptions(for: .sample(.aws))) == 6)
    let other = Stage(files: files) { request, _ in Self.answer(request) }
    other.pass(seconds: 90)
    var options = OrderOptions(for: .sample(.aws))
    options.answers[.name] = "another"
    #expect(await other.run.create(options) == 6, "\(other.streams.words)")
    #expect(other.transport.changes.isEmpty)
    let first = "\"test interface\" on network prod-core"
    let words = other.streams.words.first ?? ""
    #expect(
      words.hasPrefix(
        "vxc: The outcome of an earlier order is not known: \(first), sent 14:42 UTC, 1 min ago."),
      "\(words)")
    #expect(words.hasSuffix("vxc looks for it first."))
    #expect(other.streams.words.contains("  The new order was not sent."))
  }

  @Test func `an earlier order's cause is told again`() async {
    let files = MemoryStorage()
    let lost = Stage(files: files) { request, _ in
      Self.answer(request, order: .refusal(503, code: "10007", "No."))
    }
    #expect(await lost.run.create(OrderOptions(for: .sample(.aws))) == 6)
    let again = Stage(files: files) { request, _ in Self.answer(request) }
    #expect(await again.run.create(OrderOptions(for: .sample(.aws))) == 6)
    #expect(
      again.streams.words.contains {
        $0.hasSuffix(
          "The API answered 503. The vxc that sent it ended before the outcome was known.")
      }, "\(again.streams.words)")
  }

  @Test(arguments: [
    (["provisioning", "provisioned"], 0, "provisioned"), (["provisioning", "gone"], 7, "gone"),
    (["provisioning", "401"], 3, "provisioning"), (["created"], 7, "created"),
  ])
  func `an order that is waited for is one document, its last state`(
    states: [String], code: Int32, status: String
  ) async throws {
    let stage = Stage { request, number in
      guard request.path.hasSuffix(JSONValue.sampleID) else { return Self.answer(request) }
      switch states[min(number - 5, states.count - 1)] {
      case "gone": return .refusal(404, code: "10005", "Not there.")
      case "401": return .refusal(401, code: "10009", "No.")
      case let state: return .data(.connect(.aws, ["status": .string(state)]))
      }
    }
    var options = OrderOptions(for: .sample(.aws))
    options.waitsSeconds = 60
    options.result.form = .json
    #expect(await stage.run.create(options) == code, "\(stage.streams.words)")
    #expect(stage.streams.results.count == 1)
    let json = try JSONValue(parsing: Data(stage.streams.results.joined().utf8))
    #expect(json["data"]["status"] == .string(status))
    #expect(json["data"]["id"] == .string(JSONValue.sampleID))
    #expect(stage.streams.words.contains { $0.hasSuffix("  created") }, "for people")
  }

  @Test func `what was refused leaves no draft`() async {
    let stage = Stage { request, _ in
      Self.answer(
        request,
        order: .refusal(422, code: "10015", "Too fast.", pointer: "/bandwidth_mbps"))
    }
    #expect(await stage.run.create(OrderOptions(for: .sample(.aws))) == 4)
    #expect(
      stage.streams.words == ["vxc: Not created. Telnyx refused it:", "  --bandwidth: Too fast."])
    #expect(stage.kept.isEmpty)
  }

  @Test func `another like a cross connect is without what is only its own`() async throws {
    for wrapper in ["data", "virtual_cross_connect"] {
      var options = OrderOptions()
      options.source = .init(
        name: "it.json", data: Data(JSONValue.object([wrapper: .connect()]).jsonText.utf8))
      options.purpose = .showRequest
      let stage = Stage { request, _ in Self.answer(request) }
      #expect(await stage.run.create(options) == 0, "\(stage.streams.words)")
      let text = stage.streams.results.joined()
      #expect(text.contains("ashburn-va") && text.contains("123456789012"))
      #expect(!text.contains("test interface") && !text.contains("169.254"))
    }
  }
}
