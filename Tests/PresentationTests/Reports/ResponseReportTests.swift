import CrossConnect
import Flows
import FoundationEssentials
import Presentation
import TestSupport
import Testing

@Suite struct ResponseReportTests {
  private static func lines(_ connect: VirtualCrossConnect) -> [String] {
    ResponseReport(of: connect).lines.map { "\($0.label): \($0.value)" }
  }

  @Test func `every documented key of an AWS answer is told, named as in the form`() throws {
    var members = VirtualCrossConnect.sampleMembers(.aws)
    members["secondary_telnyx_ip"] = .string("169.254.0.5")
    members["secondary_cloud_ip"] = .string("169.254.0.6")
    members["secondary_bgp_key"] = .string("ge1lONeK9RcA83uuWaw9DvZy")
    members["secondary_cloud_account_id"] = .string("")
    let connect = try #require(VirtualCrossConnect(.object(members)))
    #expect(
      Self.lines(connect) == [
        "VXC ID: 0ccc7b54-4df3-4bca-a65a-3da1ecc777f0", "Status: created",
        "VXC name: test interface", "Network: 6a09cdc3-8948-47f0-aa62-74ac943d6c58",
        "Telnyx region: ashburn-va", "Region: Ashburn (ashburn-va)",
        "Cloud provider: AWS Direct Connect", "AWS region: us-east-1",
        "AWS account ID: 123456789012", "Secondary account: not set", "Bandwidth: 50 Mbps",
        "AWS-side ASN: 64512", "Primary Telnyx IP: 169.254.0.1", "Primary AWS IP: 169.254.0.2",
        "Primary BGP key: yFV4wEPtPVPfDUGLWiyQzwga", "Primary enabled: no",
        "Primary announces: no", "Secondary Telnyx IP: 169.254.0.5",
        "Secondary AWS IP: 169.254.0.6", "Secondary BGP key: ge1lONeK9RcA83uuWaw9DvZy",
        "Secondary enabled: no", "Secondary announces: no",
        "Created at: 2026-07-15T14:42:10.521Z", "Updated at: 2026-07-15T14:42:10.521Z",
        "Record type: virtual_cross_connect",
      ])
    let secrets = ResponseReport(of: connect).lines.filter(\.isSecret).map(\.key)
    #expect(secrets == ["primary_bgp_key", "secondary_bgp_key"])
  }

  @Test(arguments: CloudProvider.allCases)
  func `no member of an answer is left out`(provider: CloudProvider) throws {
    let connect = try #require(VirtualCrossConnect.sample(provider))
    #expect(
      Set(ResponseReport(of: connect).lines.map(\.key)) == Set(connect.members.keys))
  }

  @Test func `unknown keys come last, by name, whatever they hold`() throws {
    let connect = try #require(
      VirtualCrossConnect.sample(
        .googleCloud,
        [
          "zone": .array([.integer(1), .null]), "aaa": .object(["b": .bool(true)]),
          "vlan": .integer(7), "odd\u{1B}key": .string("odd\u{7}value"),
        ]))
    #expect(
      Self.lines(connect).suffix(4) == [
        #"aaa: {"b":true}"#, "odd^[key: odd^Gvalue", "vlan: 7", "zone: [1,null]",
      ])
  }

  @Test(
    arguments: [
      ("name", .null, "not set"),
      ("name", .string(""), "not set"),
      ("name", .string("\u{1B}[2Jx"), "^[[2Jx"),
      ("bandwidth_mbps", .string("50"), "50 Mbps"),
      ("bandwidth_mbps", .number(50), "50 Mbps"),
      ("bandwidth_mbps", .number(2.5), "2.5 Mbps"),
      ("bandwidth_mbps", .null, "not set"),
      ("bgp_asn", .string("64512"), "64512"),
      ("bgp_asn", .number(4_200_000_000), "4200000000"),
      ("cloud_provider", .string("oracle"), "oracle"),
      ("cloud_provider", .null, "not set"),
      ("primary_enabled", .bool(true), "yes"),
      ("primary_enabled", .string("true"), "true"),
      ("primary_bgp_key", .null, "not set"),
      ("region", .null, "not set"),
      ("region", .string("Ashburn"), "Ashburn"),
      (
        "region", .object(["name": .string("A\u{1B}[31m"), "code": .string("b\n")]), "A^[[31m (b )"
      ),
      ("region", .object(["name": .string("Ashburn")]), #"{"name":"Ashburn"}"#),
      ("region", .object(["code": .null, "name": .null]), #"{"code":null,"name":null}"#),
      ("status", .string("provisioned"), "provisioned"),
    ] as [(String, JSONValue, String)])
  func `a value of any kind is told in words`(key: String, value: JSONValue, words: String) throws {
    let connect = try #require(VirtualCrossConnect.sample(.aws, [key: value]))
    let line = try #require(ResponseReport(of: connect).lines.first { $0.key == key })
    #expect(line.value == words)
    #expect(line.isSecret == false)
  }

  @Test func `an answer with nothing but an identifier is told`() throws {
    let connect = try #require(VirtualCrossConnect(.object(["id": .string("x")])))
    #expect(Self.lines(connect) == ["VXC ID: x"])
  }

  @Test func `what stays on the terminal has everything but the keys`() throws {
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    let lines = ReportText.lines(
      for: Connection(connect, orderedAt: .answered), now: .answered)
    #expect(lines.first == "Virtual cross connect 0ccc7b54-4df3-4bca-a65a-3da1ecc777f0")
    #expect(lines.contains("  Status                    created"))
    #expect(
      lines.contains("  Primary BGP key           ************************ (24 characters)"))
    #expect(!lines.contains { $0.contains("yFV4wEPtPVPfDUGLWiyQzwga") })
    let next = try #require(lines.firstIndex(of: "Next, in this order:"))
    #expect(
      Array(lines[(next + 1)...]) == [
        "  Accept it before 15:42 UTC (60 min left), or Telnyx deletes this VXC.",
        "  1. Accept in AWS: AWS console > Direct Connect > Connections: accept the hosted connection, one for each circuit.",
        "  2. Enable: After you accept it in AWS.",
        "  3. Virtual interface: AWS console: create a private virtual interface, one for each circuit.",
        "  4. Provisioned: Telnyx sets up the circuits.",
        "  5. Announce routes: Telnyx announces your network's routes to the cloud.",
        "For the cloud's console, primary circuit:",
        "  BGP ASN                   63440",
        "  Your router peer IP       169.254.0.1",
        "  Amazon router peer IP     169.254.0.2",
        "  BGP authentication key    ************************ (24 characters)",
      ])
  }

  @Test(arguments: [("", " (0 characters)"), ("abc", "*** (3 characters)")])
  func `a secret is told by its length`(text: String, masked: String) {
    #expect(MaskedText.masked(text) == masked)
  }
}
