import TestSupport
import Testing

@Suite struct ChangedProviderTests {
  private static let pairingKey = "7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/any"

  @Test func `answers for another provider are not sent`() async throws {
    try await Stage.open { stage in
      try await fillInAWSWithAddresses(stage)
      try await changeToGoogle(stage)
      try await stage.terminal.order()
      try await stage.terminal.wait(for: "created, not active yet")

      #expect(
        try stage.changes == [
          .order(
            """
            {
              "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
              "name": "undecided",
              "region_code": "ashburn-va",
              "cloud_provider": "gce",
              "cloud_provider_region": "us-east4",
              "primary_cloud_account_id": "\(Self.pairingKey)",
              "bandwidth_mbps": 50,
              "bgp_asn": 16550
            }
            """)
        ])
    }
  }

  @Test func `answers for the first provider are there again when it is chosen again`()
    async throws
  {
    try await Stage.open { stage in
      let terminal = stage.terminal
      try await fillInAWSWithAddresses(stage)
      try await changeToGoogle(stage)
      try await terminal.press("3")
      try await terminal.choose("AWS", of: "Cloud provider")
      try await terminal.choose("us-east-1", of: "AWS region")
      // The account is there still.
      try await terminal.wait(for: "[4 Bandwidth]")
      try await stage.chooseBandwidth("50 Mbps")
      try await stage.leaveCircuitsToTelnyx()
      try await terminal.order()
      try await terminal.wait(for: "created, not active yet")

      #expect(
        try stage.changes == [
          .order(
            """
            {
              "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
              "name": "undecided",
              "region_code": "ashburn-va",
              "cloud_provider": "aws",
              "cloud_provider_region": "us-east-1",
              "primary_cloud_account_id": "123456789012",
              "bandwidth_mbps": 50,
              "bgp_asn": 65001,
              "primary_telnyx_ip": "169.254.0.1",
              "primary_cloud_ip": "169.254.0.2",
              "primary_bgp_key": "awssecret"
            }
            """)
        ])
    }
  }

  private func fillInAWSWithAddresses(_ stage: Stage) async throws {
    let terminal = stage.terminal
    try await stage.nameIt("undecided")
    try await stage.chooseRegion("ashburn-va")
    try await stage.chooseAWS()
    try await stage.chooseBandwidth("50 Mbps")
    try await terminal.reach("AWS-side ASN")
    try await terminal.enter("65001", into: "AWS-side ASN")
    try await terminal.enter("169.254.0.1", into: "Primary Telnyx IP")
    try await terminal.enter("169.254.0.2", into: "Primary AWS IP")
    try await terminal.enter("awssecret", into: "Primary BGP key")
    try await stage.leaveCircuitsToTelnyx()
  }

  private func changeToGoogle(_ stage: Stage) async throws {
    let terminal = stage.terminal
    try await terminal.press("3")
    try await terminal.choose("Google", of: "Cloud provider")
    try await terminal.choose("us-east4", of: "Google Cloud region")
    try await terminal.enter(Self.pairingKey, into: "Pairing key")
    try await backToReview(stage)
  }

  /// Goes through the steps that follow the provider, which are asked again.
  private func backToReview(_ stage: Stage) async throws {
    try await stage.terminal.pressButton("Next")
    try await stage.terminal.wait(for: "[4 Bandwidth]")
    try await stage.chooseBandwidth("50 Mbps")
    try await stage.leaveCircuitsToTelnyx()
  }
}
