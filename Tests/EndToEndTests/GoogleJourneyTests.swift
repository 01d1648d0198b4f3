import TestSupport
import Testing

@Suite struct GoogleJourneyTests {
  private static let primaryKey = "7e51371e-72a3-40b5-b844-2e3efefaee59/europe-west3/1"
  private static let secondaryKey = "b2b95a7c-4d1f-4c7e-9a54-6c7f2f1f0d37/europe-west3/2"

  @Test func `Google with a primary circuit only`() async throws {
    try await Stage.open { stage in
      try await answerUpToCircuits(stage, name: "gcp-prod")
      try await stage.leaveCircuitsToTelnyx()
      try await stage.terminal.order()
      try await stage.terminal.wait(for: "created, not active yet")

      #expect(
        try stage.changes == [
          .order(
            """
            {
              "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
              "name": "gcp-prod",
              "region_code": "frankfurt-de",
              "cloud_provider": "gce",
              "cloud_provider_region": "europe-west3",
              "primary_cloud_account_id": "\(Self.primaryKey)",
              "bandwidth_mbps": 1000,
              "bgp_asn": 16550
            }
            """)
        ])
    }
  }

  @Test func `Google with both circuits`() async throws {
    try await Stage.open { stage in
      let terminal = stage.terminal
      try await answerUpToCircuits(stage, name: "gcp-both", golden: "google-provider")
      try await terminal.reach("Primary BGP key")
      try await terminal.enter("primarykey0123456789", into: "Primary BGP key")
      try await terminal.reach("Secondary circuit")
      try await terminal.choose("Yes, my own values", of: "Secondary circuit", filter: "own")
      try await terminal.enter(Self.secondaryKey, into: "Secondary pairing key")
      try await terminal.wait(forFocusOn: "Secondary BGP key")
      try await stage.expect("google-circuits")
      try await terminal.press("Enter")
      try await terminal.goOn(to: "6 Review")
      try await terminal.order()
      try await terminal.wait(for: "created, not active yet")
      try await stage.expect("result-google")

      #expect(
        try stage.changes == [
          .order(
            """
            {
              "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
              "name": "gcp-both",
              "region_code": "frankfurt-de",
              "cloud_provider": "gce",
              "cloud_provider_region": "europe-west3",
              "primary_cloud_account_id": "\(Self.primaryKey)",
              "bandwidth_mbps": 1000,
              "bgp_asn": 16550,
              "primary_bgp_key": "primarykey0123456789",
              "secondary_cloud_account_id": "\(Self.secondaryKey)"
            }
            """)
        ])
    }
  }

  private func answerUpToCircuits(
    _ stage: Stage, name: String, golden: String? = nil
  ) async throws {
    let terminal = stage.terminal
    try await stage.nameIt(name)
    try await stage.chooseRegion("frankfurt-de")
    try await terminal.choose("Google", of: "Cloud provider")
    try await terminal.choose("europe-west3", of: "Google Cloud region")
    try await terminal.wait(forFocusOn: "Pairing key")
    try await terminal.type(Self.primaryKey)
    if let golden { try await stage.expect(golden) }
    try await terminal.press("Enter")
    try await terminal.goOn(to: "4 Bandwidth")
    try await stage.chooseBandwidth("1000 Mbps")
  }
}
