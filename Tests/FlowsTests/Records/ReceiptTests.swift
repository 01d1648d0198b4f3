import FoundationEssentials
import TestSupport
import Testing
@testable import CrossConnect
@testable import Flows

/// What a receipt holds.
@Suite struct ReceiptTests {
  private static func receipt(
    _ connect: VirtualCrossConnect?, withholding secrets: [Secret] = []
  ) throws -> Receipt {
    Receipt(
      of: try #require(connect), withholding: secrets, answeredAt: .answered,
      writtenAt: .answered + 1, destination: "https://api.telnyx.com/v2")
  }

  @Test(arguments: CloudProvider.allCases)
  func `a receipt is read as it was written, with everything but keys`(
    provider: CloudProvider
  ) throws {
    let connect = VirtualCrossConnect.sample(provider)
    let receipt = try Self.receipt(connect)
    #expect(try Receipt(receipt.data) == receipt)
    let text = String(decoding: receipt.data, as: UTF8.self)
    #expect(!text.contains("yFV4wEPtPVPfDUGLWiyQzwga"))
    #expect(text.contains(connect?.id ?? "-"))
    #expect(text.contains("ashburn-va"))
    let account = Draft.sample(provider)[.primaryAccount]
    #expect(text.contains(account) == (provider == .aws))
    #expect(receipt.withheld.contains("primary_bgp_key"))
  }

  @Test func `a secret is left out under any name, and of an unknown cloud too`() throws {
    let connect = VirtualCrossConnect.sample(
      .azure,
      [
        "cloud_provider": .string("oci"), "pairing_key": .string("A"),
        "extra": .object(["secret": .string("B"), "ok": .string("C")]),
        "note": .string("typed-by-hand is in here"),
        "echo": .array([.array([.string("typed-by-hand")]), .string("D")]),
      ])
    let receipt = try Self.receipt(connect, withholding: [Secret("typed-by-hand")])
    #expect(receipt.members["extra"] == .object(["ok": .string("C")]))
    #expect(receipt.members["echo"] == .array([.array([]), .string("D")]))
    #expect(receipt.members["primary_cloud_account_id"] == nil)
    #expect(
      receipt.withheld == [
        "note", "pairing_key", "primary_bgp_key", "primary_cloud_account_id",
      ])
  }

  @Test func `a receipt keeps what was ordered without keys, and what was ticked`() throws {
    let draft = Draft.sample(.aws).answering([.primaryBGPKey: "ssNOzjPPZuHlHWnFuCJ8Q7bC"])
    let receipt = Receipt(
      of: try #require(VirtualCrossConnect.sample(.aws)), withholding: [], answeredAt: .answered,
      writtenAt: .answered, destination: "https://api.telnyx.com/v2",
      order: try draft.makeRequest(), ticked: [.accepted])
    #expect(!String(decoding: receipt.data, as: UTF8.self).contains("ssNOzjPP"))
    let read = try Receipt(receipt.data)
    #expect(read.order?["bandwidth_mbps"] == receipt.order?["bandwidth_mbps"])
    #expect(read.order?["primary_bgp_key"] == .string("********"))
    #expect(read.ticked == [.accepted])
    #expect(receipt.acceptBefore == nil, "it was accepted, the person says")
    #expect(receipt.with(ticked: []).acceptBefore == .answered + 3600)
  }

  @Test(arguments: [
    ("0ccc7b54-4df3-4bca-a65a-3da1ecc777f0", "0ccc7b54.json"),
    ("../../etc/passwd", "etcpassw.json"), ("..", "vxc.json"), ("a/b", "ab.json"),
    ("\u{1B}[2Jé", "2J.json"), ("-", "-.json"),
  ])
  func `an identifier makes a harmless name`(id: String, name: String) {
    #expect(Receipt.names(for: id).first { $0 != ".json" } == name)
  }
}
