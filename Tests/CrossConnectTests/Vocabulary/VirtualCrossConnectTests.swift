import CrossConnect
import FoundationEssentials
import TestSupport
import Testing

@Suite struct VirtualCrossConnectTests {
  @Test(arguments: ["null", "[]", "{}", #"{"id": null}"#, #"{"id": ""}"#, #"{"id": {}}"#])
  func `without an identifier there is no cross connect`(text: String) throws {
    #expect(VirtualCrossConnect(try JSONValue(parsing: Data(text.utf8))) == nil)
  }

  @Test func `every member is kept, known or not`() throws {
    let json = try JSONValue(parsing: Data(#"{"id": 7, "x": [1], "name": null}"#.utf8))
    let connect = try #require(VirtualCrossConnect(json))
    #expect(connect.id == "7")
    #expect(connect.members == json.members)
    #expect(connect.text("name") == nil)
    #expect(connect.text("x") == nil)
    #expect(connect.status == "unknown")
    #expect(connect.provider == nil)
  }

  @Test(arguments: [
    ("created", true, false), ("provisioning", false, false), ("provisioned", false, true),
    ("deleting", false, false), ("new-word", false, false),
  ])
  func `the status is told as it is`(status: String, isCreated: Bool, isProvisioned: Bool) throws {
    let connect = try #require(VirtualCrossConnect.sample(.aws, ["status": .string(status)]))
    #expect(connect.status == status)
    #expect(connect.isJustCreated == isCreated)
    #expect(connect.isProvisioned == isProvisioned)
  }

  @Test(
    arguments: [
      ("2018-02-02T22:25:27.521Z", 1_517_610_327.521),
      ("2018-02-02T22:25:27Z", 1_517_610_327),
      ("2018-02-02T23:25:27+01:00", 1_517_610_327),
      ("2018-02-02T22:25:27.521000Z", 1_517_610_327.521),
    ] as [(String, Double)])
  func `the time of creation is read in ISO 8601`(text: String, seconds: Double) throws {
    let served = Date(timeIntervalSince1970: 1_517_620_000)
    let connect = try #require(Self.created(.string(text), servedAt: served))
    // The server's clock is 3 h ahead of ours.
    let created = try #require(connect.createdAt(receivedAt: served - 10_800))
    #expect(abs(created.timeIntervalSince1970 + 10_800 - seconds) < 0.001)
  }

  @Test(
    arguments: [.null, .string(""), .string("yesterday"), .integer(1_517_610_327), nil]
      as [JSONValue?])
  func `a time that can't be read is none`(value: JSONValue?) throws {
    let connect = try #require(Self.created(value, servedAt: .answered))
    #expect(connect.createdAt(receivedAt: .answered) == nil)
  }

  @Test func `without the server's own time its times mean nothing here`() throws {
    let connect = try #require(Self.created(.string("2018-02-02T22:25:27Z"), servedAt: nil))
    #expect(connect.createdAt(receivedAt: .answered) == nil)
  }

  private static func created(_ value: JSONValue?, servedAt: Date?) -> VirtualCrossConnect? {
    var members = VirtualCrossConnect.sampleMembers(.aws)
    members["created_at"] = value
    return VirtualCrossConnect(.object(members), servedAt: servedAt)
  }
}
