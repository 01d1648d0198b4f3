import TestSupport
import Testing

@Suite struct ErrorTests {
  @Test func `a wrong answer is explained, and its number leads to it`() async throws {
    try await Stage.open { stage in
      let terminal = stage.terminal
      try await stage.nameIt("first")
      try await stage.chooseRegion("ashburn-va")
      try await terminal.choose("AWS", of: "Cloud provider")
      try await terminal.choose("us-east-1", of: "AWS region")
      try await terminal.enter("12345", into: "AWS account ID")
      try await terminal.wait(for: ">[ Next ]")
      try await terminal.press("Enter")
      try await terminal.wait(for: "There is a problem")
      try await stage.expect("error-summary")

      try await terminal.press("1")
      try await terminal.enter("123456789012", into: "AWS account ID")
      try await terminal.wait(forNo: "There is a problem")
      try await terminal.goOn(to: "4 Bandwidth")
      #expect(try stage.changes == [])
    }
  }

  @Test func `what the API refuses stands at its fields, to be changed and ordered again`()
    async throws
  {
    try await Stage.open { stage in
      let terminal = stage.terminal
      try await stage.fillInAWS(name: "fail-422")
      try await terminal.order()
      try await terminal.wait(for: "There is a problem")
      try await stage.expect("api-errors")

      try await terminal.press("1")
      try await terminal.wait(forFocusOn: "Primary AWS IP")
      try await stage.expect("api-errors-at-fields")
      try await terminal.enter("169.254.0.2", into: "Primary AWS IP")
      try await terminal.press("PageDown")
      try await terminal.wait(for: "[6 Review]")

      try await terminal.tab(to: "> 1 Network")
      try await terminal.press("Enter")
      try await terminal.reach("VXC name")
      try await terminal.enter("works now", into: "VXC name")
      try await terminal.wait(for: ">[ Next ]")
      try await terminal.press("Enter")
      try await terminal.wait(for: "[6 Review]")
      try await terminal.order()
      try await terminal.wait(for: "created, not active yet")

      #expect(
        try stage.changes == [
          .order(Self.order(named: "fail-422", more: "")),
          .order(Self.order(named: "works now", more: #", "primary_cloud_ip": "169.254.0.2""#)),
        ])
    }
  }

  private static func order(named name: String, more: String) -> String {
    """
    {
      "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
      "name": "\(name)",
      "region_code": "ashburn-va",
      "cloud_provider": "aws",
      "cloud_provider_region": "us-east-1",
      "primary_cloud_account_id": "123456789012",
      "bandwidth_mbps": 50,
      "bgp_asn": 64512\(more)
    }
    """
  }
}
