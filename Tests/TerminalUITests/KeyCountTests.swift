import CrossConnect
import Flows
import TestSupport
import Testing

@testable import TerminalUI

/// How many keys an order takes, from the first page to the one that sends it.
///
/// What has to be typed or pasted whatever the form is like, an account or an address, counts nothing.
@Suite struct KeyCountTests {
  /// What a person does: a key, or a text that they have at hand.
  enum Act: Sendable {
    case key(Key)
    case text(String)
  }

  private static let begin: [Act] = [
    // The network, no name, the region.
    .key(.enter), .key(.pageDown), .key(.enter),
  ]
  private static let end: [Act] = [.key(.pageDown), .key(.enter)]

  private static func aws(_ circuits: [Act]) -> [Act] {
    begin + [.key(.enter), .key(.enter), .text("123456789012"), .key(.pageDown), .key(.enter)]
      + circuits + end
  }

  private static func google(_ circuits: [Act]) -> [Act] {
    let key = Draft.sampleKey
    return begin
      + [.key(.down), .key(.down), .key(.enter), .key(.enter), .text(key), .key(.pageDown)]
      + [.key(.enter)] + circuits + end
  }

  static let orders: [(name: String, acts: [Act], keys: Int, members: [String])] = [
    ("AWS", aws([.key(.enter)]), 10, []),
    ("AWS with a secondary", aws([.key(.down), .key(.enter)]), 11, ["secondary_bgp_key"]),
    (
      "AWS with values of one's own",
      aws([
        .key(.end), .key(.enter), .text("169.254.0.5/30, 169.254.0.6/30"), .key(.pageDown),
        // That only one circuit has addresses is told, and takes a second page.
        .key(.pageDown),
      ]), 13, ["secondary_telnyx_ip", "secondary_cloud_ip"]
    ),
    ("Google", google([.key(.enter)]), 12, []),
    (
      "Google with a secondary",
      google([
        .key(.down), .key(.enter), .text(Draft.secondKey), .key(.pageDown),
      ]), 14, ["secondary_cloud_account_id", "secondary_bgp_key"]
    ),
    (
      "Azure",
      begin + [.key(.down), .key(.enter), .key(.enter), .text(Sample.serviceKey)]
        + [.key(.pageDown), .key(.enter), .key(.pageDown)] + end, 11, []
    ),
  ]

  @Test(arguments: orders.indices)
  func `the common orders take few keys`(index: Int) throws {
    let order = Self.orders[index]
    let driver = ScreenDriver()
      .receive(.choices(.networksLoaded(.success(Sample.networks))))
      .receive(.choices(.coverageLoaded(.success(Self.coverage))))
    var keys = 0
    for act in order.acts {
      switch act {
      case .text(let text): driver.paste(text)
      case .key(let key):
        driver.press(key)
        keys += 1
      }
      for case .generateKey(let field) in driver.effects.suffix(2) {
        driver.receive(.form(.keyGenerated(field, Secret("ABCDEFGHIJKLMNOPQRST"))))
      }
      // Create acts only a moment after the focus came to it.
      driver.wait(.milliseconds(300))
    }
    let request = try #require(driver.orders.first, "\(order.name)\n\(driver.text)")
    #expect(keys == order.keys, "\(order.name)")
    for member in order.members { #expect(request[member] != nil, "\(member)") }
    #expect(keys <= 14)
  }

  /// More than one of everything, so that nothing answers itself.
  private static let coverage: Coverage = {
    var rows: [Coverage.Row] = []
    for (cloud, regions) in [
      (CloudProvider.aws, ["us-east-1", "us-east-2"]),
      (.azure, ["Washington DC", "New York"]), (.googleCloud, ["us-east4", "us-east5"]),
    ] {
      for region in regions {
        for location in [Location.ashburn, .chicago] {
          rows.append(
            Coverage.Row(
              location: location, provider: cloud, cloudRegion: region,
              bandwidths: [50, 500].map(Bandwidth.init(mbps:))))
        }
      }
    }
    return Coverage(rows)
  }()
}

extension Draft {
  fileprivate static let sampleKey = "6a09cdc3-8948-47f0-aa62-74ac943d6c58/us-east4/1"
  fileprivate static let secondKey = "7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/2"
}
