import TestSupport
import Testing

@Suite struct NetworkTests {
  @Test func `a network is created on the spot and used`() async throws {
    try await Stage.open { stage in
      let terminal = stage.terminal
      try await terminal.wait(for: "prod-core")
      try await terminal.pressButton("New network")
      try await terminal.wait(forFocusOn: "New network's name")
      try await terminal.type("branch offices")
      try await terminal.wait(for: "New network's name     branch offices")
      try await terminal.pressButton("Create network")
      try await terminal.wait(forFocusOn: "VXC name")
      let screen = try await terminal.wait(for: "branch offices  ")
      let network = try #require(screen.identifier(after: "branch offices  "))
      try await terminal.press("Enter")
      try await terminal.goOn(to: "2 Region")
      try await stage.chooseRegion("ashburn-va")
      try await stage.chooseAWS()
      try await stage.chooseBandwidth("100 Mbps")
      try await stage.leaveCircuitsToTelnyx()
      try await terminal.order()
      try await terminal.wait(for: "created, not active yet")

      #expect(
        try stage.changes == [
          Change("POST /networks", #"{ "name": "branch offices" }"#),
          .order(
            """
            {
              "network_id": "\(network)",
              "region_code": "ashburn-va",
              "cloud_provider": "aws",
              "cloud_provider_region": "us-east-1",
              "primary_cloud_account_id": "123456789012",
              "bandwidth_mbps": 100,
              "bgp_asn": 64512
            }
            """),
        ])
    }
  }
}

extension Screen {
  /// The UUID that stands behind `text`.
  fileprivate func identifier(after text: String) -> String? {
    rows.lazy.compactMap { row in
      row.firstRange(of: text).map { String(row[$0.upperBound...].prefix(36)) }
    }.first
  }
}
