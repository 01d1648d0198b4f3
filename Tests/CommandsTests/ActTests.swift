import Commands
import CrossConnect
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

@Suite struct ActTests {
  private static let path = "/virtual_cross_connects/\(JSONValue.sampleID)"

  /// A stage with one cross connect, which takes every change.
  private func stage(
    _ connect: JSONValue = .connect(), answers: [String] = [], canAsk: Bool = false
  ) -> Stage {
    Stage(answers: answers, canAsk: canAsk) { request, _ in
      guard request.method == .patch, let body = request.body,
        let changes = try? JSONValue(parsing: body)
      else {
        return .data(
          request.method == .delete
            ? .object(connect.members.merging(["status": .string("deleting")]) { $1 }) : connect)
      }
      return .data(.object(connect.members.merging(changes.members) { $1 }))
    }
  }

  private func act(_ act: Act, _ stage: Stage, isConfirmed: Bool = true) async -> Int32 {
    await stage.run.act(act, on: JSONValue.sampleID, isConfirmed: isConfirmed, ResultOptions())
  }

  private static let provisioned: [String: JSONValue] = [
    "status": .string("provisioned"), "primary_enabled": .bool(true),
    "secondary_enabled": .bool(true),
  ]
  private static let announced = provisioned.merging([
    "primary_routing_announcement": .bool(true), "secondary_routing_announcement": .bool(true),
  ]) { $1 }

  @Test(
    arguments: [
      (Act.enable([]), [:], #"{"primary_enabled":true}"#),
      (.enable([.secondary]), [:], #"{"secondary_enabled":true}"#),
      (
        .enable([]), ["secondary_telnyx_ip": .string("169.254.0.5")],
        #"{"primary_enabled":true,"secondary_enabled":true}"#
      ),
      (.disable([.secondary]), provisioned, #"{"secondary_enabled":false}"#),
      (.disable([]), provisioned, #"{"primary_enabled":false,"secondary_enabled":false}"#),
      (
        .announce([]), provisioned,
        #"{"primary_routing_announcement":true,"secondary_routing_announcement":true}"#
      ),
      (
        .withdraw([]), announced,
        #"{"primary_routing_announcement":false,"secondary_routing_announcement":false}"#
      ),
      (.withdraw([.primary]), announced, #"{"primary_routing_announcement":false}"#),
    ] as [(Act, [String: JSONValue], String)])
  func `one request with only what changes`(
    act: Act, changes: [String: JSONValue], body: String
  ) async throws {
    let stage = stage(.connect(.aws, changes))
    #expect(await self.act(act, stage) == 0, "\(stage.streams.words)")
    #expect(stage.transport.changes == ["PATCH \(Self.path)"])
    let sent = try #require(stage.transport.received.last?.body)
    #expect(try JSONValue(parsing: sent).jsonText == body)
    #expect(stage.streams.results.count == 1)
    stage.expectNoKey()
  }

  @Test func `Google's addresses go out with the enabling`() async throws {
    let stage = stage(.connect(.googleCloud))
    let pair = ConnectionAction.AddressPair(
      telnyx: "169.254.131.251/29", cloud: "169.254.131.250/29")
    #expect(await act(.setAddresses([.primary: pair]), stage) == 0, "\(stage.streams.words)")
    let sent = try #require(stage.transport.received.last?.body)
    #expect(
      try JSONValue(parsing: sent).jsonText
        == #"{"primary_cloud_ip":"169.254.131.250/29","primary_enabled":true,"primary_telnyx_ip":"169.254.131.251/29"}"#
    )
  }

  @Test(arguments: [
    (
      Act.announce([]), JSONValue.connect(.aws, ["primary_enabled": .bool(true)]),
      "Available once the status is \"provisioned\"."
    ),
    (
      .announce([]), .connect(.googleCloud),
      "Available once the status is \"provisioned\"."
    ),
    (
      .enable([.primary]), .connect(.azure), "Azure's two circuits are enabled and disabled as one."
    ),
    (
      .enable([.secondary]), .connect(.googleCloud),
      "Google has a secondary only if its pairing key was ordered with it."
    ),
    (
      .announce([.secondary]),
      .connect(
        .aws,
        announced.merging([
          "secondary_enabled": .bool(false), "secondary_routing_announcement": .bool(false),
          "secondary_telnyx_ip": .string("1.2.3.4"),
        ]) { $1 }), "The secondary circuit is not enabled."
    ),
    (.disable([.secondary]), .connect(), "It has no secondary circuit."),
    (
      .enable([.primary, .secondary]), .connect(.googleCloud),
      "Google has a secondary only if its pairing key was ordered with it."
    ),
    (
      .delete(confirmed: "test interface"), .connect(.aws, ["status": .string("deleting")]),
      "Telnyx is deleting it. Nothing more can be done with it."
    ),
  ])
  func `what the API would refuse is not sent`(
    act: Act, connect: JSONValue, sentence: String
  ) async {
    let stage = stage(connect)
    #expect(await self.act(act, stage) == 2)
    #expect(stage.streams.words == ["vxc: \(sentence)", "  Nothing was sent."])
    #expect(stage.transport.changes.isEmpty && stage.streams.results.isEmpty)
  }

  @Test func `adding a circuit, which is billed, is no part of enabling another`() async {
    let stage = stage()
    #expect(await act(.enable([.primary, .secondary]), stage) == 2)
    #expect(
      stage.streams.words.first
        == "vxc: It has no secondary circuit yet. Telnyx bills one that is added.")
    #expect(stage.streams.words.last == "  Nothing was sent.")
    #expect(stage.transport.changes.isEmpty)
  }

  @Test(arguments: [
    (Act.enable([]), "created", 6), (.enable([]), "enabled", 0),
    (.delete(confirmed: "test interface"), "created", 6),
    (.delete(confirmed: "test interface"), "deleting", 0),
    (.delete(confirmed: "test interface"), "gone", 0),
  ])
  func `an answer that does not show the change is looked up once`(
    act: Act, later: String, code: Int32
  ) async {
    let stage = Stage { request, number in
      let isLook = request.method == .get && number > 1
      switch isLook ? later : "created" {
      case "gone": return .refusal(404, code: "10005", "Not there.")
      case "enabled": return .data(.connect(.aws, ["primary_enabled": .bool(true)]))
      case let status: return .data(.connect(.aws, ["status": .string(status)]))
      }
    }
    #expect(await self.act(act, stage) == code, "\(stage.streams.words)")
    #expect(stage.transport.received.count == 3 && stage.transport.changes.count == 1)
    guard code == 6 else { return }
    #expect(
      stage.streams.words.first?.hasPrefix("vxc: Telnyx's answer does not show that all of it was ")
        == true, "\(stage.streams.words)")
    #expect(stage.streams.words.last == "  Now: created, primary not enabled.")
  }

  @Test func `enabling without the addresses names the command that takes them`() async {
    let stage = stage(.connect(.googleCloud))
    #expect(await act(.enable([]), stage) == 2)
    #expect(
      stage.streams.words == [
        "vxc: First enter the addresses that Google shows.",
        "  vxc set-addresses takes them, and enables.", "  Nothing was sent.",
      ])
  }

  @Test func `both circuits need their addresses at once, and the option is named`() async {
    let both: [String: JSONValue] = [
      "secondary_cloud_account_id": .string("7e51371e-72a3-40b5-b844-2e3efefaee59/us-central1/2")
    ]
    let stage = stage(.connect(.googleCloud, both))
    let pair = ConnectionAction.AddressPair(
      telnyx: "169.254.131.251/29", cloud: "169.254.131.250/29")
    #expect(await act(.setAddresses([.primary: pair]), stage) == 2)
    #expect(
      stage.streams.words == [
        "vxc: Nothing was sent. There is something to put right:",
        "  --secondary-ips: The secondary circuit needs its two ends now, too: Telnyx takes them only while the status is \"created\".",
      ])
    #expect(stage.transport.changes.isEmpty)
  }

  @Test(arguments: [
    (
      JSONValue.connect(.googleCloud), "169.254.131.251", "169.254.131.250/29",
      "--primary-ips, Telnyx's address: Enter an IPv4 address with its prefix length, such as 169.254.131.250/29."
    ),
    (
      .connect(.googleCloud), "169.254.131.250/29", "169.254.131.250/29",
      "--primary-ips, Telnyx's address: Both ends have the address 169.254.131.250/29; each needs its own."
    ),
    (
      .connect(.aws), "169.254.0.1/30", "169.254.0.2/30",
      "AWS's addresses are set when it is ordered."
    ),
  ])
  func `addresses that the form would not take are not sent`(
    connect: JSONValue, telnyx: String, cloud: String, sentence: String
  ) async {
    let stage = stage(connect)
    let code = await act(.setAddresses([.primary: .init(telnyx: telnyx, cloud: cloud)]), stage)
    #expect(code == 2 && stage.transport.changes.isEmpty)
    #expect(stage.streams.words.contains { $0.contains(sentence) }, "\(stage.streams.words)")
  }

  @Test func `what can't be found is not acted on, and that is said`() async {
    let stage = Stage { _, _ in .refusal(404, code: "10005", "Not there.") }
    #expect(await act(.enable([]), stage) == 4)
    #expect(
      stage.streams.words == [
        "vxc: This account has no cross connect called \"\(JSONValue.sampleID)\".",
        "  Nothing was sent.",
      ])
  }

  @Test func `what is so already is no failure`() async {
    let stage = stage(.connect(.aws, Self.announced))
    for act in [Act.enable([]), .announce([.primary])] { #expect(await self.act(act, stage) == 0) }
    #expect(stage.transport.changes.isEmpty)
  }

  @Test func `a terminal is asked, anything else needs a word`() async {
    let asked = stage(answers: ["yes"], canAsk: true)
    #expect(await act(.enable([]), asked, isConfirmed: false) == 0)
    #expect(
      asked.streams.questions == [
        "Enable the primary circuit of test interface (\(JSONValue.sampleID))? Type yes: "
      ])
    for answer in ["no", "", "y"] {
      let refused = stage(answers: [answer], canAsk: true)
      #expect(await act(.enable([]), refused, isConfirmed: false) == 130)
      let why = answer.isEmpty ? "" : "\"\(answer)\" is not the word \"yes\". "
      #expect(refused.streams.words == ["vxc: \(why)Nothing was sent."])
      #expect(refused.transport.changes.isEmpty)
    }
    let alone = stage()
    #expect(await act(.enable([]), alone, isConfirmed: false) == 2)
    #expect(
      alone.streams.words == ["vxc: There is no terminal to ask on: give --yes. Nothing was sent."])
  }

  @Test(arguments: [("test interface", 0), ("0ccc7b54", 0), ("other", 2), ("", 2)])
  func `deleting needs the name once more`(name: String, code: Int32) async {
    let stage = stage()
    #expect(await act(.delete(confirmed: name), stage) == code)
    #expect(stage.transport.changes == (code == 0 ? ["DELETE \(Self.path)"] : []))
    let unnamed = self.stage()
    #expect(await act(.delete(confirmed: nil), unnamed) == 2)
    #expect(unnamed.transport.changes.isEmpty)
  }

  @Test(arguments: [(true, 0), (false, 6)])
  func `an answer that was lost is looked up`(isDone: Bool, code: Int32) async {
    let stage = Stage { request, number in
      guard request.method == .get else {
        return .failure(.outcomeUnknown(.timedOut(seconds: 30)))
      }
      return .data(.connect(.aws, ["primary_enabled": .bool(isDone && number > 1)]))
    }
    #expect(await act(.enable([]), stage) == code)
    #expect(stage.transport.received.map(\.method) == [.get, .patch, .get])
    #expect(
      stage.streams.words.first
        == (isDone
          ? "No usable answer came, but it is done: Telnyx has enabled the primary circuit."
          : "vxc: We do not know whether it was enabled."))
  }

  @Test func `Azure's pair is enabled as one, also if half of it is`() async throws {
    let stage = stage(.connect(.azure, ["primary_enabled": .bool(true)]))
    #expect(await act(.enable([]), stage) == 0, "\(stage.streams.words)")
    let sent = try #require(stage.transport.received.last?.body)
    #expect(try JSONValue(parsing: sent).jsonText == #"{"primary_enabled":true}"#)
  }

  @Test(arguments: [true, false])
  func `what is gone after an action is said to be gone`(isLost: Bool) async {
    let stage = Stage { request, number in
      guard request.method == .get else {
        return isLost ? .failure(.outcomeUnknown(.timedOut(seconds: 30))) : .data(.connect())
      }
      return number == 1 ? .data(.connect()) : .refusal(404, code: "10005", "Not there.")
    }
    #expect(await act(.enable([]), stage) == 4)
    #expect(
      stage.streams.words == [
        "vxc: The cross connect \(JSONValue.sampleID) is gone: it was not accepted in time, or was deleted.",
        "  Nothing more can be done with it.",
      ])
  }

  @Test func `a command that has looked in vain says how to look`() async {
    let stage = Stage { request, _ in
      request.method == .get
        ? .data(.connect()) : .failure(.outcomeUnknown(.timedOut(seconds: 30)))
    }
    #expect(await act(.enable([]), stage) == 6)
    #expect(!stage.streams.words.contains { $0.contains("vxc asks") }, "it asks no more")
    #expect(
      stage.streams.words.last
        == "  Check with vxc show \(JSONValue.sampleID) before you try again.")
  }

  @Test func `addresses with a mask are compared as they were sent`() async throws {
    let google = JSONValue.connect(.googleCloud)
    let stage = stage(google)
    let pair = ConnectionAction.AddressPair(
      telnyx: "169.254.131.251 255.255.255.248", cloud: "169.254.131.250 255.255.255.248")
    #expect(await act(.setAddresses([.primary: pair]), stage) == 0, "\(stage.streams.words)")
  }

  @Test(arguments: [(20, 3, 0), (3600, 2, 6)])
  func `it is looked up once the API may be asked, if that is soon`(
    seconds: Int, requests: Int, code: Int32
  ) async {
    let stage = Stage { request, number in
      guard request.method == .get else {
        return .json(.object([:]), status: 503, headers: ["retry-after": "\(seconds)"])
      }
      return .data(.connect(.aws, ["primary_enabled": .bool(number > 1)]))
    }
    let begun = stage.now
    #expect(await act(.enable([]), stage) == code)
    #expect(stage.transport.received.count == requests)
    #expect(code == 6 || stage.now.timeIntervalSince(begun) >= 20)
    #expect(
      code == 6
        || stage.streams.words.first
          == "Telnyx asks to wait 20 s; then vxc checks what became of it.",
      "\(stage.streams.words)")
  }
}
