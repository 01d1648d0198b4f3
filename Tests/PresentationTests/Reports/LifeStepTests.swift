import CrossConnect
import Flows
import FoundationEssentials
import Presentation
import TelnyxAPI
import TestSupport
import Testing

@Suite struct LifeStepTests {
  /// The steps as far as they have come: `x` done, `>` next.
  private static func steps(
    _ provider: CloudProvider, _ changes: [String: JSONValue?] = [:]
  ) throws -> [String] {
    let connect = try #require(VirtualCrossConnect.sample(provider, changes))
    return connect.steps().map { step, progress in
      (progress == .done ? "x " : progress == .due ? "> " : "  ") + step.title
    }
  }

  private static func entries(
    _ provider: CloudProvider, _ changes: [String: JSONValue?] = [:], showingSecrets: Bool = false
  ) throws -> [String] {
    let connect = try #require(VirtualCrossConnect.sample(provider, changes))
    return connect.consoleEntries.flatMap(\.entries).map {
      "\($0.label): \($0.shown(showingSecrets: showingSecrets))"
    }
  }

  private static let dots = "************************ (24 characters)"

  @Test(
    arguments: [
      (
        .aws, "created", false,
        [
          "x Ordered", "> Accept in AWS", "  Enable", "  Virtual interface",
          "  Provisioned", "  Announce routes",
        ]
      ),
      (
        .aws, "provisioning", true,
        [
          "x Ordered", "x Accept in AWS", "x Enable",
          "> Virtual interface", "  Provisioned", "  Announce routes",
        ]
      ),
      (
        .aws, "provisioned", true,
        [
          "x Ordered", "x Accept in AWS", "x Enable",
          "x Virtual interface", "x Provisioned", "> Announce routes",
        ]
      ),
      (
        .googleCloud, "created", false,
        [
          "x Ordered", "> Activate at Google",
          "  Google's addresses", "  Enable", "  Provisioned", "  Announce routes",
        ]
      ),
      (
        .azure, "created", false,
        [
          "x Ordered", "> Enable", "  Provisioned", "  Private peering",
          "  Announce routes",
        ]
      ),
      (.aws, "deleting", true, []),
    ] as [(CloudProvider, String, Bool, [String])])
  func `what is done follows from the answer`(
    provider: CloudProvider, status: String, isEnabled: Bool, steps: [String]
  ) throws {
    let found = try Self.steps(
      provider, ["status": .string(status), "primary_enabled": .bool(isEnabled)])
    #expect(found == steps)
  }

  @Test func `routes that are announced are the end of the way`() throws {
    let steps = try Self.steps(
      .aws,
      [
        "status": .string("provisioned"), "primary_enabled": .bool(true),
        "primary_routing_announcement": .bool(true),
      ])
    #expect(steps.allSatisfy { $0.hasPrefix("x ") })
  }

  @Test func `AWS's console gets its values under its own names`() throws {
    #expect(
      try Self.entries(.aws) == [
        "BGP ASN: 63440", "Your router peer IP: 169.254.0.1",
        "Amazon router peer IP: 169.254.0.2", "BGP authentication key: \(Self.dots)",
      ])
  }

  @Test(
    arguments: [
      ("169.254.0.2", "169.254.0.6", "169.254.0.0/30", "169.254.0.4/30"),
      ("10.0.0.13/30", "10.0.0.18/30", "10.0.0.12/30", "10.0.0.16/30"),
    ])
  func `Azure's peering gets the subnets of both circuits`(
    primary: String, secondary: String, primarySubnet: String, secondarySubnet: String
  ) throws {
    let entries = try Self.entries(
      .azure,
      ["primary_cloud_ip": .string(primary), "secondary_cloud_ip": .string(secondary)])
    #expect(
      entries == [
        "Peer ASN: 63440", "Primary subnet: \(primarySubnet)",
        "Secondary subnet: \(secondarySubnet)", "VLAN ID: any", "Shared key: \(Self.dots)",
      ])
  }

  @Test(arguments: CloudProvider.allCases)
  func `what the answer lacks isn't made up`(provider: CloudProvider) throws {
    let entries = try Self.entries(
      provider,
      [
        "primary_cloud_ip": .null, "primary_telnyx_ip": nil, "secondary_cloud_ip": .string("?"),
        "primary_bgp_key": .null,
      ])
    let missing = entries.filter { $0.hasSuffix(": not assigned yet") }
    // With values for a secondary there is a second interface or attachment.
    let count: [CloudProvider: Int] = [.aws: 5, .azure: 3, .googleCloud: 2]
    #expect(missing.count == count[provider])
  }

  @Test(arguments: CloudProvider.allCases)
  func `the key is shown only where it was asked for`(provider: CloudProvider) throws {
    let key = "yFV4wEPtPVPfDUGLWiyQzwga"
    #expect(try !Self.entries(provider).joined().contains(key))
    let shown = try Self.entries(provider, showingSecrets: true)
    #expect(shown.filter { $0.hasSuffix(": \(key)") }.count == 1)
  }

  @Test func `what the answer holds can't move the cursor`() throws {
    let entries = try Self.entries(.aws, ["primary_telnyx_ip": .string("\u{1B}[2J")])
    #expect(entries.contains("Your router peer IP: ^[[2J"))
  }

  @Test(arguments: CloudProvider.allCases)
  func `no command has a key in it, nor what could end its argument`(
    provider: CloudProvider
  ) throws {
    let connect = try #require(
      VirtualCrossConnect.sample(provider, ["cloud_provider_region": .string("x'; rm -rf ~")]))
    let commands = connect.cloudCommands.map(\.line)
    #expect(!commands.isEmpty)
    #expect(!commands.joined().contains("yFV4wEPtPVPfDUGLWiyQzwga"))
    #expect(!commands.joined().contains("rm -rf"))
  }

  @Test(arguments: CloudProvider.allCases, [false, true])
  func `each file with a key is named beside a command`(
    provider: CloudProvider, hasSecondary: Bool
  ) throws {
    let secondary: [String: JSONValue] = [
      "secondary_bgp_key": .string("key-of-the-secondary"), "secondary_enabled": .bool(true),
    ]
    let connect = try #require(
      VirtualCrossConnect.sample(provider, hasSecondary ? secondary : [:]))
    let words = connect.cloudCommands.map { $0.purpose + $0.line }.joined()
    for file in connect.cloudKeyFiles {
      #expect(words.contains(file.name), "\(file.name)")
    }
    if provider != .azure, hasSecondary { #expect(connect.cloudKeyFiles.count == 2) }
  }
}

extension LifeStepTests {
  @Test(arguments: [nil, "169.254.2.1/29"])
  func `addresses are not there while one circuit of two lacks them`(address: String?) throws {
    let secondary = address.map { JSONValue.string($0) } ?? .null
    let changes: [String: JSONValue?] = [
      "status": .string("provisioned"), "primary_enabled": .bool(true),
      "primary_cloud_ip": .string("169.254.1.1/29"),
      "primary_telnyx_ip": .string("169.254.1.2/29"),
      "secondary_cloud_account_id": .string("other/us-central1/2"),
      "secondary_enabled": .bool(false), "secondary_cloud_ip": secondary,
      "secondary_telnyx_ip": secondary,
    ]
    #expect(
      try Self.steps(.googleCloud, changes) == [
        "x Ordered", "x Activate at Google",
        address == nil ? "> Google's addresses" : "x Google's addresses",
        address == nil ? "  Enable" : "> Enable", "x Provisioned", "  Announce routes",
      ])
  }

  @Test func `a circuit that is not enabled has no interface either`() throws {
    #expect(
      try Self.steps(
        .aws,
        [
          "status": .string("provisioned"), "primary_enabled": .bool(true),
          "secondary_bgp_key": .string("key"), "secondary_enabled": .bool(false),
        ]) == [
          "x Ordered", "x Accept in AWS", "> Enable", "  Virtual interface", "x Provisioned",
          "  Announce routes",
        ])
  }
}

@Suite struct AcceptanceTests {
  private static func acceptance(
    _ provider: CloudProvider = .aws, _ changes: [String: JSONValue?] = [:]
  ) throws -> Acceptance? {
    Acceptance(
      of: Connection(
        try #require(VirtualCrossConnect.sample(provider, changes)), orderedAt: .answered))
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
      (3540, "Accept it before 15:42:12 UTC (60 s left), or Telnyx deletes this VXC."),
      (3599, "Accept it before 15:42:12 UTC (1 s left), or Telnyx deletes this VXC."),
      (3600, "Accept it before 15:42:12 UTC (0 s left), or Telnyx deletes this VXC."),
      (3601, "The time to accept it ended at 15:42 UTC; check whether it still exists."),
      (
        90_000,
        "The time to accept it ended at 2026-07-15 15:42 UTC; check whether it still exists."
      ),
    ] as [(Double, String)])
  func `the time that is left is told in whole minutes, the last in seconds`(
    seconds: Double, sentence: String
  ) throws {
    let acceptance = try #require(try Self.acceptance(.aws, ["created_at": .null]))
    #expect(acceptance.sentence(now: .answered + seconds) == sentence)
  }

  @Test func `a demo's hour passes as fast as its clock`() throws {
    let demo = Destination(baseURL: .loopback, isDemo: true, speed: 60)
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    let acceptance = try #require(
      Acceptance(of: Connection(connect, orderedAt: .answered, at: demo)))
    #expect(acceptance.deadline == .answered + 60)
  }

  @Test(arguments: [
    (0, "00:00 UTC"), (59, "00:00 UTC"), (3660, "01:01 UTC"), (86_340, "23:59 UTC"),
  ])
  func `a time of day is told in UTC`(seconds: Double, text: String) {
    #expect(Date(timeIntervalSince1970: seconds).clockTime == text)
  }
}
