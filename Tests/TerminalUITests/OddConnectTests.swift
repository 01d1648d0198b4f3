import CrossConnect
import Flows
import FoundationEssentials
import TestSupport
import Testing

@testable import TerminalUI

/// Cross connects with names that try to take the terminal, of clouds and in states that nobody knows.
@Suite struct OddConnectTests {
  private static let changes: [VirtualCrossConnect.Members] = [
    ["name": .string("\u{1B}[31mred\u{9B}2J\u{7}\n\u{202E}evil")],
    ["name": .string(String(repeating: "名前", count: 5000))],
    ["name": .null, "status": .string("\u{1B}]0;on hold"), "bandwidth_mbps": .string("fast")],
    [
      "cloud_provider": .string("oci\u{1B}[2J"), "cloud_provider_region": .string("\r\u{8}phoenix"),
    ],
    [
      "network_id": .string("\u{1B}[5m"), "created_at": .string("\u{9B}yesterday"), "region": .null,
    ],
    ["status": .null, "cloud_provider": .null, "network_id": .null, "region_code": .null],
  ]

  private static func connects() throws -> [VirtualCrossConnect] {
    try changes.enumerated().map { index, changes in
      try #require(
        VirtualCrossConnect.sample(.aws, changes.merging(["id": .string("id-\(index)")]) { $1 }))
    }
  }

  private func expectFit(_ driver: ScreenDriver) {
    for row in driver.frame.rows.map(\.text) {
      #expect(TextLayout.width(of: row) <= driver.frame.size.columns, "\(row)")
      let hidden = row.unicodeScalars.filter {
        [.control, .format].contains($0.properties.generalCategory)
      }
      #expect(hidden.isEmpty, "\(row)")
    }
  }

  @Test(arguments: [(60, 16), (80, 24), (120, 40)])
  func `they can be listed, opened and left, and move nothing`(
    size: (columns: Int, rows: Int)
  ) throws {
    let connects = try Self.connects()
    for (index, connect) in connects.enumerated() {
      let driver = ScreenDriver.loaded(columns: size.columns, rows: size.rows)
        .press(.control("o"))
        .receive(.inventory(.connectsLoaded(.success(connects), at: Sample.morning)))
      expectFit(driver)
      for _ in 0..<index { driver.press(.down) }
      driver.press(.enter)
        .receive(.connection(.followAnswered(.success(connect), at: Sample.morning)))
      #expect(driver.effects.contains(.checkStatus(id: connect.id)))
      expectFit(driver)
      for _ in 0..<20 {
        driver.press(.pageDown)
        expectFit(driver)
      }
      driver.press(.escape)
      #expect(driver.screen.app.place == .inventory)
    }
  }

  @Test func `what isn't known is said, and nothing is offered that needs to know it`() throws {
    let connect = try #require(
      VirtualCrossConnect.sample(
        .aws, ["cloud_provider": .string("oci"), "status": .string("on hold")]))
    let driver = ScreenDriver.loaded(rows: 60).press(.control("o"))
      .receive(.inventory(.connectsLoaded(.success([connect]), at: Sample.morning)))
    #expect(driver.form.contains("test interface  on hold  oci us-east-1"))
    driver.press(.enter)
      .receive(.connection(.followAnswered(.success(connect), at: Sample.morning)))
    #expect(driver.title.contains("status: on hold"))
    #expect(driver.form.contains("vxc does not know this cloud: it shows what Telnyx answered."))
    #expect(!driver.form.contains("Accept it before") && !driver.form.contains("[ Enable"))
  }
}
