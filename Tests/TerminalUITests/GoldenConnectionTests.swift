import CrossConnect
import Flows
import FoundationEssentials
import Presentation
import TelnyxAPI
import TestSupport
import Testing

@testable import TerminalUI

/// The pictures of the way to traffic, as of the program in a terminal, drawn without one.
@Suite struct GoldenConnectionTests {
  private static let id = "910a2dec-8902-4cc1-beeb-8da1658eec67"
  private static let network = Network(
    id: "6a09cdc3-8948-47f0-aa62-74ac943d6c58", name: "prod-core")

  /// What the sandbox answers to the first order of a test, with what has become of it since.
  private static func connect(
    _ provider: CloudProvider, _ status: String, enabled: Bool = false, announced: Bool = false,
    _ changes: VirtualCrossConnect.Members = [:]
  ) throws -> VirtualCrossConnect {
    var members = VirtualCrossConnect.Members()
    for member in draft(provider).requestSoFar.members { members[member.key] = member.value }
    members["id"] = .string(id)
    members["status"] = .string(status)
    members["primary_bgp_key"] = .string("8bbv2gRxZlcgbKoyq2EFeHRC")
    for circuit in provider == .azure ? ["primary", "secondary"] : ["primary"] {
      members[circuit + "_enabled"] = .bool(enabled)
      members[circuit + "_routing_announcement"] = .bool(announced)
      if provider == .azure { members[circuit + "_bgp_key"] = members["primary_bgp_key"] }
    }
    if provider != .googleCloud {
      members["primary_telnyx_ip"] = .string("169.254.10.5")
      members["primary_cloud_ip"] = .string("169.254.10.6")
    }
    if provider == .azure {
      members["secondary_telnyx_ip"] = .string("169.254.10.9")
      members["secondary_cloud_ip"] = .string("169.254.10.10")
    }
    if provider == .googleCloud, enabled {
      members["primary_telnyx_ip"] = .string("169.254.131.249/29")
      members["primary_cloud_ip"] = .string("169.254.131.250/29")
    }
    return try #require(VirtualCrossConnect(.object(members.merging(changes) { $1 })))
  }

  /// The answers of the tests in a terminal.
  private static func draft(_ provider: CloudProvider) -> Draft {
    var draft = Draft.sample(provider)
    for id in FieldID.allCases where ![.bandwidth, .cloudProvider].contains(id) { draft[id] = "" }
    draft[.network] = network.id
    draft[.telnyxRegion] = "ashburn-va"
    switch provider {
    case .aws:
      draft[.name] = "life-aws"
      draft[.cloudRegion] = "us-east-1"
      draft[.primaryAccount] = "123456789012"
    case .azure:
      draft[.name] = "life-azure"
      draft[.cloudRegion] = "Washington DC"
      draft[.primaryAccount] = "6a09cdc3-8948-47f0-aa62-74ac943d6c58"
      draft[.bandwidth] = ""
    case .googleCloud:
      draft[.name] = "life-google"
      draft[.cloudRegion] = "us-east4"
      draft[.primaryAccount] = "7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1"
    }
    if provider != .azure { draft[.bandwidth] = "50" }
    return draft
  }

  /// Right after an order was answered and its receipt was written.
  private static func ordered(_ provider: CloudProvider) throws -> ScreenDriver {
    let driver = ScreenDriver(
      baseURL: try BaseURL(parsing: "http://127.0.0.1:12345/v2"), drawsUnicode: true)
    driver.receive(.choices(.networksLoaded(.success([network]))))
      .receive(.choices(.coverageLoaded(.success(Sample.coverage))))
    let draft = draft(provider)
    for id in FieldID.allCases { driver.receive(.form(.answerEdited(id, draft[id]))) }
    for _ in 0..<5 { driver.receive(.form(.nextPressed)) }
    driver.focus(on: .button(.create)).wait(.milliseconds(300)).press(.enter)
    driver.receive(
      .submission(.orderAnswered(.success(try connect(provider, "created")), at: driver.now)))
    let path = "~/.local/state/vxc/receipts/910a2dec.json"
    return driver.receive(.records(.receiptSaved(path: path, at: driver.now)))
      .wait(.milliseconds(300))
  }

  private func expect(_ driver: ScreenDriver, _ name: String) {
    driver.wait(.milliseconds(300))
    GoldenScreen(name).expect(Masking.masked(driver.text))
  }

  /// Lets an action be answered.
  private func perform(
    _ action: ConnectionAction, _ answer: VirtualCrossConnect, on driver: ScreenDriver
  ) {
    driver.receive(.connection(.actionPressed(action)))
    driver.receive(.connection(.performed(action, .success(answer), at: driver.now)))
  }

  /// Waits until it is provisioned, which it is at once.
  private func provision(_ answer: VirtualCrossConnect, on driver: ScreenDriver) {
    driver.receive(.connection(.waitPressed))
    driver.receive(.connection(.followAnswered(.success(answer), at: driver.now)))
  }

  @Test func `AWS, from the order to announced routes, and gone`() throws {
    let driver = try Self.ordered(.aws)
    expect(driver, "connection-aws-created")
    driver.type("w")
    driver.receive(
      .connection(.followAnswered(.success(try Self.connect(.aws, "created")), at: driver.now)))
    expect(driver, "connection-waiting")
    driver.type("w").receive(.connection(.ticked(.accepted)))
    perform(
      .enable([.primary]), try Self.connect(.aws, "provisioning", enabled: true), on: driver)
    provision(try Self.connect(.aws, "provisioned", enabled: true), on: driver)
    let announced = try Self.connect(.aws, "provisioned", enabled: true, announced: true)
    perform(.announce([.primary]), announced, on: driver)
    expect(driver, "connection-aws-announced")
    driver.focus(on: .button(.openSheet(.deletion))).press(.enter)
    expect(driver, "connection-delete")
    driver.receive(.connection(.deletionEdited("life-aws")))
    perform(.delete, try Self.connect(.aws, "deleting"), on: driver)
    driver.receive(
      .connection(.followAnswered(.failure(.refused(status: 404, [])), at: driver.now)))
    expect(driver, "connection-gone")
  }

  @Test func `Google, from its addresses to announced routes`() throws {
    let driver = try Self.ordered(.googleCloud)
    driver.focus(on: .button(.openSheet(.addresses))).press(.enter)
    driver.type("169.254.131.250/29").press(.enter).type("169.254.131.249/29").press(.enter)
    expect(driver, "connection-google-addresses")
    driver.wait(.seconds(1)).press(.enter)
    let enabled = try Self.connect(.googleCloud, "provisioning", enabled: true)
    let pair = ConnectionAction.AddressPair(
      telnyx: "169.254.131.249/29", cloud: "169.254.131.250/29")
    driver.receive(
      .connection(
        .performed(.setAddresses([.primary: pair]), .success(enabled), at: driver.now)))
    expect(driver, "connection-google-provisioning")
    provision(try Self.connect(.googleCloud, "provisioned", enabled: true), on: driver)
    perform(
      .announce([.primary]),
      try Self.connect(.googleCloud, "provisioned", enabled: true, announced: true), on: driver)
    expect(driver, "connection-google-announced")
  }

  @Test func `Azure's pair, from the order until it is provisioned`() throws {
    let driver = try Self.ordered(.azure)
    expect(driver, "connection-azure-created")
    perform(
      .enable([.primary, .secondary]), try Self.connect(.azure, "provisioning", enabled: true),
      on: driver)
    expect(driver, "connection-azure-provisioning")
    provision(try Self.connect(.azure, "provisioned", enabled: true), on: driver)
    expect(driver, "connection-azure-provisioned")
  }
}
