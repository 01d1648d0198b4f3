import CrossConnect
import Flows
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

@testable import TerminalUI

/// The same pictures as of the program in a terminal, drawn without one.
@Suite struct GoldenViewTests {
  private static let networks = [
    Network(id: "6a09cdc3-8948-47f0-aa62-74ac943d6c58", name: "prod-core")
  ]

  private static let coverage = Coverage([
    row("ashburn-va", .aws, "us-east-1", [50, 100, 200, 300, 400, 500, 1000, 2000]),
    row("ashburn-va", .aws, "us-east-2", [50]),
    row("ashburn-va", .azure, "Washington DC", [50]),
    row("frankfurt-de", .aws, "eu-central-1", [50, 500]),
    row("frankfurt-de", .azure, "Frankfurt", [50, 200]),
    row("frankfurt-de", .googleCloud, "europe-west3", [50, 200]),
  ])

  private static func row(
    _ code: String, _ provider: CloudProvider, _ cloudRegion: String, _ speeds: [Int]
  ) -> Coverage.Row {
    Coverage.Row(
      location: Location(code: code, name: code, pop: "", area: "", site: ""),
      provider: provider, cloudRegion: cloudRegion, bandwidths: speeds.map(Bandwidth.init(mbps:)))
  }

  /// A screen over an API on this machine, whose port is masked as in the pictures.
  private func driver(
    columns: Int = 80, rows: Int = 24, hasKey: Bool = true, isDemo: Bool = false
  ) throws -> ScreenDriver {
    let driver = ScreenDriver(
      columns: columns, rows: rows, hasKey: hasKey,
      baseURL: try BaseURL(parsing: "http://127.0.0.1:12345/v2"), isDemo: isDemo,
      drawsUnicode: true)
    guard hasKey else { return driver }
    // At midnight, which is what the pictures have for every time.
    if !isDemo {
      driver.receive(.records(.draftSaved(path: "", at: .init(timeIntervalSince1970: 0))))
    }
    return driver.receive(.choices(.networksLoaded(.success(Self.networks))))
      .receive(.choices(.coverageLoaded(.success(Self.coverage))))
  }

  private func expect(_ driver: ScreenDriver, _ name: String) {
    GoldenScreen(name).expect(driver.text.replacing("127.0.0.1:12345", with: "127.0.0.1:00000"))
  }

  private func atProvider(_ driver: ScreenDriver, name: String, region: String) -> ScreenDriver {
    driver.press(.enter).type(name).press(.pageDown).type(region).press(.enter)
  }

  @Test func `signing in`() throws {
    expect(try driver(hasKey: false).type("wrong-key"), "sign-in")
  }

  @Test func `the question before leaving`() throws {
    expect(try driver().press(.enter).type("kept").press(.control("c")), "quit")
  }

  @Test func `help in the list of networks`() throws {
    let driver = try driver(isDemo: true).press(.control("g"))
    expect(driver, "help")
    expect(driver.type("azure portal overview"), "help-search")
  }

  @Test func `an order from AWS, page by page`() throws {
    let driver = atProvider(try driver(), name: "test", region: "us-east-1")
    driver.type("123456789012")
    expect(driver, "aws-provider")
    expect(driver.press(.pageDown), "aws-bandwidth")
    expect(driver.press(.enter), "aws-circuits")
  }

  @Test func `a review with the primary circuit only`() throws {
    let driver = atProvider(try driver(), name: "aws-prod-fra", region: "frankfurt-de")
    // There is one AWS region, which is chosen by itself.
    driver.type("AWS").press(.enter).type("012345678901").press(.pageDown)
    driver.type("500").press(.enter, .pageDown)
    expect(driver, "aws-review-primary-only")
  }

  @Test func `an error in the summary and at its field`() throws {
    let driver = atProvider(try driver(), name: "test", region: "ashburn-va")
    driver.type("AWS").press(.enter, .enter).type("12345").press(.pageDown)
    expect(driver, "error-summary")
  }

  @Test func `Azure's pair of circuits`() throws {
    let driver = atProvider(try driver(), name: "azure", region: "frankfurt-de")
    driver.type("Azure").press(.enter).type(Sample.serviceKey).press(.pageDown)
    driver.press(.enter, .tab).type("10.0.0.1/30").press(.tab).type("10.0.0.2/30")
    driver.press(.tab).type("abcdefghijklmnopqr").press(.tab, .tab).type("10.0.0.5/30")
    driver.press(.tab).type("10.0.0.6/30").press(.tab)
    expect(driver, "azure-circuits")
  }

  @Test func `the request beside the form in a wide window`() throws {
    let driver = atProvider(
      try driver(columns: 120, rows: 40), name: "resized", region: "ashburn-va")
    driver.type("AWS").press(.enter, .enter).type("123456789012").press(.pageDown)
    driver.press(.enter, .tab, .tab).type("169.254.0.1")
    expect(driver, "aws-circuits-wide")
  }

  @Test func `the order in words beside the form in a window that is wider still`() throws {
    let driver = atProvider(
      try driver(columns: 160, rows: 40), name: "aws-prod-use1", region: "us-east-1")
    expect(driver.type("123456789012").press(.pageDown, .enter), "order-summary")
  }
}
