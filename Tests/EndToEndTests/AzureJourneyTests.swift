import TestSupport
import Testing

@Suite struct AzureJourneyTests {
  private static let serviceKey = "5e8c9b1a-0f43-4d2c-8a71-3b6d9e2f7c10"

  @Test func `Azure with its pair of circuits`() async throws {
    try await Stage.open { stage in
      let terminal = stage.terminal
      try await stage.nameIt("azure-prod")
      try await stage.chooseRegion("frankfurt-de")
      try await terminal.choose("Azure", of: "Cloud provider")
      try await terminal.choose("Frankfurt", of: "Azure region")
      try await terminal.wait(forFocusOn: "Service key")
      try await terminal.type(Self.serviceKey)
      try await stage.expect("azure-provider")
      try await terminal.press("Enter")
      try await terminal.goOn(to: "4 Bandwidth")
      try await stage.expect("azure-bandwidth")
      try await terminal.press("Enter")
      try await terminal.goOn(to: "5 Circuits")
      try await terminal.pass("Azure-side ASN")
      try await terminal.enter("10.0.0.1/30", into: "Primary Telnyx IP")
      try await terminal.enter("10.0.0.2/30", into: "Primary Azure IP")
      try await terminal.enter("azureprimarykey123", into: "Shared BGP key")
      try await terminal.enter("10.0.0.5/30", into: "Secondary Telnyx IP")
      try await terminal.enter("10.0.0.6/30", into: "Secondary Azure IP")
      try await stage.expect("azure-circuits")
      try await terminal.press("PageDown")
      try await terminal.wait(for: "[6 Review]")
      try await terminal.order()
      try await terminal.wait(for: "created, not active yet")
      try await stage.expect("result-azure")

      #expect(
        try stage.changes == [
          .order(
            """
            {
              "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
              "name": "azure-prod",
              "region_code": "frankfurt-de",
              "cloud_provider": "azure",
              "cloud_provider_region": "Frankfurt",
              "primary_cloud_account_id": "\(Self.serviceKey)",
              "bgp_asn": 12076,
              "primary_telnyx_ip": "10.0.0.1/30",
              "primary_cloud_ip": "10.0.0.2/30",
              "primary_bgp_key": "azureprimarykey123",
              "secondary_telnyx_ip": "10.0.0.5/30",
              "secondary_cloud_ip": "10.0.0.6/30",
              "secondary_bgp_key": "azureprimarykey123"
            }
            """)
        ])
    }
  }
}
