import TestSupport
import Testing

@Suite struct AWSJourneyTests {
  @Test func `AWS with a primary circuit only`() async throws {
    try await Stage.open { stage in
      let terminal = stage.terminal
      try await stage.nameIt("aws-prod-fra")
      try await terminal.choose("frankfurt-de", of: "Telnyx region", filter: "eu-central-1 fra")
      try await terminal.goOn(to: "3 Provider")
      try await terminal.choose("AWS", of: "Cloud provider")
      try await terminal.choose("eu-central-1", of: "AWS region")
      // As the console shows it.
      try await terminal.wait(forFocusOn: "AWS account ID")
      try await terminal.paste("0123-4567-8901")
      try await terminal.press("Enter")
      try await terminal.goOn(to: "4 Bandwidth")
      try await stage.chooseBandwidth("500 Mbps")
      try await stage.expect("aws-circuits")
      try await stage.leaveCircuitsToTelnyx()
      try await stage.expect("aws-review-primary-only")
      try await terminal.order()
      try await terminal.wait(for: "created, not active yet")

      #expect(
        try stage.changes == [
          .order(
            """
            {
              "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
              "name": "aws-prod-fra",
              "region_code": "frankfurt-de",
              "cloud_provider": "aws",
              "cloud_provider_region": "eu-central-1",
              "primary_cloud_account_id": "012345678901",
              "bandwidth_mbps": 500,
              "bgp_asn": 64512
            }
            """)
        ])
    }
  }

  @Test func `AWS with a secondary circuit, as the API reference's example has it`() async throws {
    try await Stage.open(inShell: true) { stage in
      let terminal = stage.terminal
      try await terminal.wait(for: "disaster-recovery")
      try await stage.expect("aws-network")
      try await stage.nameIt("test interface")
      try await terminal.wait(forFocusOn: "Telnyx region")
      try await terminal.type("us-east-1")
      try await stage.expect("aws-region-filter")
      try await terminal.press("Enter")
      // The region that was typed is chosen, and so is its cloud.
      try await terminal.wait(forFocusOn: "AWS account ID")
      try await terminal.type("123456789012")
      try await stage.expect("aws-provider")
      try await terminal.press("Enter")
      try await terminal.goOn(to: "4 Bandwidth")
      try await stage.expect("aws-bandwidth")
      try await stage.chooseBandwidth("50 Mbps")
      try await fillInCircuits(terminal)
      try await stage.expect("aws-circuits-secondary")
      try await terminal.press("Enter")
      try await terminal.wait(for: ">[ Next ]")
      try await terminal.goOn(to: "6 Review")
      try await stage.expect("review")
      try await terminal.press("r")
      try await stage.expect("request")
      try await terminal.press("Escape")
      try await terminal.wait(for: "> 1 Network")
      #expect(try stage.changes == [], "nothing is sent before Create")
      try await terminal.order()
      try await terminal.wait(for: "created, not active yet")
      try await stage.expect("result-aws", orTomorrow: "result-aws-tomorrow")

      #expect(try stage.changes == [.order(Journey.awsReference.body)])
      try await leave(stage)
    }
  }

  private func fillInCircuits(_ terminal: TmuxSession) async throws {
    try await terminal.reach("AWS-side ASN")
    try await terminal.enter("1234", into: "AWS-side ASN")
    try await terminal.enter("169.254.0.1", into: "Primary Telnyx IP")
    try await terminal.enter("169.254.0.2", into: "Primary AWS IP")
    try await terminal.enter("ssNOzjPPZuHlHWnFuCJ8Q7bC", into: "Primary BGP key")
    try await terminal.reach("Secondary circuit")
    try await terminal.choose("Yes, my own values", of: "Secondary circuit", filter: "own")
    try await terminal.enter("169.254.0.3", into: "Secondary Telnyx IP")
    try await terminal.enter("169.254.0.4", into: "Secondary AWS IP")
    try await terminal.wait(forFocusOn: "Secondary BGP key")
    try await terminal.type("0tCGVCDmqBmiOqGOQvYN5Qrq")
  }

  /// The whole answer can be read, and what is needed stays below the prompt, without keys.
  private func leave(_ stage: Stage) async throws {
    try await stage.terminal.press("End", until: "Record type")
    try await stage.expect("result-aws-end")
    try await stage.terminal.press("q")
    try await stage.terminal.wait(for: "exit status 0")
    let left = try await stage.terminal.scrollback()
    let name =
      Stage.hasDatedDeadline(left) ? "result-aws-left-tomorrow" : "result-aws-left"
    GoldenScreen(name).expect(Masking.masked(left))
  }
}
