import Presentation
import CrossConnect
import Flows
import FoundationEssentials
import TelnyxAPI

@testable import TerminalUI

/// What the API answers in these tests.
enum Sample {
  /// 2026-07-15 09:00 UTC.
  static let morning = Date(timeIntervalSince1970: 1_784_106_000)

  static let networks = [
    Network(id: "6a09cdc3-8948-47f0-aa62-74ac943d6c58", name: "prod-core"),
    Network(id: "b5f1a2de-0c3e-4d53-9d0c-1f6f2b8a7e14", name: "prod edge"),
    Network(id: "7f26e8a0-c4d1-4e95-a7b8-93d20f5c1e46", name: "büro-münchen"),
  ]

  static let coverage = Coverage(
    [
      row("ashburn-va", "Ashburn VA, US", "DC2", "AMER", .aws, "us-east-1", [50, 500, 2000]),
      row("ashburn-va", "Ashburn VA, US", "DC2", "AMER", .azure, "Washington DC", [50, 200]),
      row("ashburn-va", "Ashburn VA, US", "DC2", "AMER", .googleCloud, "us-east4", [50, 100]),
      row("dublin-ie", "Dublin, IE", "DB1", "EMEA", .aws, "eu-west-1", [50]),
      row("tokyo-jp", "Tokyo, JP", "TY2", "APAC", .azure, "Tokyo", [200]),
    ])

  /// Enough regions that a list has to scroll.
  static let manyRegions = Coverage(
    (10..<40).map { number in
      row("city-\(number)", "City \(number)", "PO\(number)", "EMEA", .aws, "eu-west-1", [50])
    })

  static let pairingKey = "6a09cdc3-8948-47f0-aa62-74ac943d6c58/us-east4/1"
  static let serviceKey = "6a09cdc3-8948-47f0-aa62-74ac943d6c58"

  static let connect = crossConnect(["primary_bgp_key": .string("s3cret-key-of-24-letters")])

  static func crossConnect(_ members: [String: JSONValue] = [:]) -> VirtualCrossConnect? {
    let usual: [String: JSONValue] = [
      "id": .string("910a2dec-8902-4cc1-beeb-8da1658eec67"), "status": .string("created"),
      "cloud_provider": .string("aws"), "cloud_provider_region": .string("us-east-1"),
      "primary_telnyx_ip": .string("169.254.0.1"), "primary_cloud_ip": .string("169.254.0.2"),
      "created_at": .string("2026-07-15T09:00:00Z"),
    ]
    return VirtualCrossConnect(.object(usual.merging(members) { $1 }))
  }

  static let refusal = APIFailure.refused(
    status: 422,
    [
      APIError(code: "10015", message: "The address is in use.", source: "/primary_cloud_ip"),
      APIError(code: "10015", message: "The key is too weak.", source: "primary_bgp_key"),
      APIError(code: "10015", message: "The account is full.", source: nil),
    ])

  private static func row(
    _ code: String, _ name: String, _ pop: String, _ area: String, _ provider: CloudProvider,
    _ cloudRegion: String, _ speeds: [Int]
  ) -> Coverage.Row {
    Coverage.Row(
      location: Location(code: code, name: name, pop: pop, area: area, site: ""),
      provider: provider, cloudRegion: cloudRegion, bandwidths: speeds.map(Bandwidth.init(mbps:)))
  }
}

extension ScreenDriver {
  /// On the first page, from the start to the page `step`, with answers that are all right.
  static func at(
    _ step: Step, provider: CloudProvider = .aws, columns: Int = 80, rows: Int = 24
  ) -> ScreenDriver {
    let driver = ScreenDriver.loaded(columns: columns, rows: rows)
    guard step > .network else { return driver }
    driver.press(.enter).type("aws-prod").press(.pageDown)
    guard step > .region else { return driver }
    driver.press(.enter)
    guard step > .provider else { return driver }
    // Each cloud has one region here, which is chosen by itself.
    driver.type(provider.rules.shortName).press(.enter)
    switch provider {
    case .aws: driver.type("123456789012")
    case .azure: driver.type(Sample.serviceKey)
    case .googleCloud: driver.type(Sample.pairingKey)
    }
    driver.press(.pageDown)
    guard step > .bandwidth else { return driver }
    driver.press(.enter)
    guard step > .circuits else { return driver }
    return driver.press(.pageDown)
  }

  /// On the review with the focus on Create, after the wait that arms it.
  static func readyToCreate() -> ScreenDriver {
    let driver = ScreenDriver.at(.review)
    driver.focus(on: .button(.create))
    return driver.wait(.milliseconds(300))
  }

  /// On the result of an order that was accepted.
  static func atResult(_ connect: VirtualCrossConnect) -> ScreenDriver {
    let driver = ScreenDriver.readyToCreate().press(.enter)
    return driver.receive(.submission(.orderAnswered(.success(connect), at: driver.now)))
  }
}
