import CrossConnect
import Flows
import FoundationEssentials
import Presentation
import TestSupport
import Testing

@Suite struct NextStepTests {
  /// The steps in lines, secrets as dots.
  private static func steps(
    _ provider: CloudProvider, _ changes: [String: JSONValue?] = [:], showingSecrets: Bool = false
  ) throws -> [String] {
    let connect = try #require(VirtualCrossConnect.sample(provider, changes))
    return provider.rules.nextSteps(connect).flatMap { step in
      [step.text] + (step.action.map { ["[\($0)]"] } ?? [])
        + step.entries.map { "\($0.label): \($0.shown(showingSecrets: showingSecrets))" }
    }
  }

  private static let dots = "************************ (24 characters)"

  @Test func `on AWS it is accepted, enabled, and given a virtual interface`() throws {
    #expect(
      try Self.steps(.aws) == [
        "AWS console > Direct Connect > Connections: accept the hosted connection.",
        "Enable the primary circuit.", "[enable]",
        "AWS console: create a private virtual interface with",
        "BGP ASN: 63440", "Your router peer IP: 169.254.0.1",
        "Amazon router peer IP: 169.254.0.2", "BGP authentication key: \(Self.dots)",
        "Wait until the status is \"provisioned\".", "[checkStatus]",
      ])
  }

  @Test(
    arguments: [
      ("169.254.0.2", "169.254.0.6", "169.254.0.0/30", "169.254.0.4/30"),
      ("10.0.0.13/30", "10.0.0.18/30", "10.0.0.12/30", "10.0.0.16/30"),
    ])
  func `on Azure both circuits are enabled, and peered in their subnets`(
    primary: String, secondary: String, primarySubnet: String, secondarySubnet: String
  ) throws {
    let steps = try Self.steps(
      .azure,
      ["primary_cloud_ip": .string(primary), "secondary_cloud_ip": .string(secondary)])
    #expect(
      steps == [
        "Enable both circuits; Azure's can't be told apart.", "[enable]",
        "Wait until the status is \"provisioned\".", "[checkStatus]",
        "Azure portal > ExpressRoute circuit > Peerings: add Azure private peering with",
        "Peer ASN: 63440", "Primary subnet: \(primarySubnet)",
        "Secondary subnet: \(secondarySubnet)", "VLAN ID: any", "Shared key: \(Self.dots)",
      ])
  }

  @Test func `on Google it is activated, and Google's addresses are patched in`() throws {
    #expect(
      try Self.steps(.googleCloud) == [
        """
        Google Cloud console > Interconnect > VLAN attachments: activate it, then configure BGP with
        """,
        "Peer ASN: 63440", "MD5 authentication key: \(Self.dots)", "MTU: 8896",
        "While the status is \"created\", PATCH the addresses that Google shows, in CIDR form",
        "primary_cloud_ip: Google's \"Cloud Router BGP IP\"",
        "primary_telnyx_ip: Google's \"BGP peer IP\"",
        "primary_enabled: true, in the same PATCH",
        "Wait until the status is \"provisioned\".", "[checkStatus]",
      ])
  }

  @Test(arguments: CloudProvider.allCases)
  func `what the answer lacks isn't made up`(provider: CloudProvider) throws {
    let steps = try Self.steps(
      provider,
      [
        "primary_cloud_ip": .null, "primary_telnyx_ip": nil, "secondary_cloud_ip": .string("?"),
        "primary_bgp_key": .null,
      ])
    let missing = steps.filter { $0.hasSuffix(": not assigned yet") }
    // With values for a secondary there is a second interface or attachment.
    let count: [CloudProvider: Int] = [.aws: 5, .azure: 3, .googleCloud: 2]
    #expect(missing.count == count[provider])
  }

  @Test(arguments: CloudProvider.allCases)
  func `the key is shown only where it was asked for`(provider: CloudProvider) throws {
    let key = "yFV4wEPtPVPfDUGLWiyQzwga"
    #expect(try !Self.steps(provider).joined().contains(key))
    let shown = try Self.steps(provider, showingSecrets: true)
    #expect(shown.filter { $0.hasSuffix(": \(key)") }.count == 1)
  }

  @Test func `what the answer holds can't move the cursor`() throws {
    let steps = try Self.steps(.aws, ["primary_telnyx_ip": .string("\u{1B}[2J")])
    #expect(steps.contains("Your router peer IP: ^[[2J"))
  }
}

@Suite struct AcceptanceTests {
  private static func acceptance(
    _ provider: CloudProvider = .aws, _ changes: [String: JSONValue?] = [:]
  ) throws -> Acceptance? {
    Acceptance(
      of: try #require(VirtualCrossConnect.sample(provider, changes)), orderedAt: .answered)
  }

  @Test(
    arguments: [
      .null, .string("2026-07-15T12:42:10Z"), .string("2026-07-15T17:42:10Z"),
    ] as [JSONValue])
  func `the hour counts by our own clock, whatever the server's says`(created: JSONValue) throws {
    #expect(try Self.acceptance(.aws, ["created_at": created])?.deadline == .answered + 3600)
  }

  @Test(arguments: ["provisioning", "provisioned", "deleting"])
  func `once it goes on, there is nothing to accept`(status: String) throws {
    #expect(try Self.acceptance(.aws, ["status": .string(status)]) == nil)
  }

  @Test(arguments: [CloudProvider.azure, .googleCloud])
  func `other clouds have no such hour`(provider: CloudProvider) throws {
    #expect(try Self.acceptance(provider) == nil)
  }

  @Test(
    arguments: [
      (0, "Accept it before 15:42 UTC (60 min left), or Telnyx deletes this VXC."),
      (1, "Accept it before 15:42 UTC (59 min left), or Telnyx deletes this VXC."),
      (3599, "Accept it before 15:42 UTC (0 min left), or Telnyx deletes this VXC."),
      (3600, "Accept it before 15:42 UTC (0 min left), or Telnyx deletes this VXC."),
      (3601, "The time to accept it ended at 15:42 UTC; check whether it still exists."),
    ] as [(Double, String)])
  func `the time that is left is told in whole minutes`(seconds: Double, sentence: String) throws {
    let acceptance = try #require(try Self.acceptance(.aws, ["created_at": .null]))
    #expect(acceptance.sentence(now: .answered + seconds) == sentence)
  }

  @Test(arguments: [
    (0, "00:00 UTC"), (59, "00:00 UTC"), (3660, "01:01 UTC"), (86_340, "23:59 UTC"),
  ])
  func `a time of day is told in UTC`(seconds: Double, text: String) {
    #expect(Date(timeIntervalSince1970: seconds).clockTime == text)
  }
}
