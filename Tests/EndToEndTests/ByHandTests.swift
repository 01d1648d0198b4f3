import CrossConnect
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

@Suite struct ByHandTests {
  /// Not a failure that passes, which would be asked again by itself.
  private static let refusal = answer(
    "400 Bad Request",
    #"{"errors":[{"code":"10015","title":"Bad Request","detail":"Try again tomorrow."}]}"#)

  private static let created = answer(
    "201 Created",
    """
    {"data":{"id":"0b5d8c14-7a0e-4e0a-9d55-3f2b1c6a7e90","status":"created",\
    "tier":"gold","limits":[1,{"burst":null}]}}
    """)

  private static func answer(_ status: String, _ body: String) -> String {
    """
    HTTP/1.1 \(status)\r
    content-type: application/json\r
    content-length: \(body.utf8.count)\r
    connection: close\r
    \r
    \(body)
    """
  }

  @Test func `everything can be entered by hand when nothing can be loaded`() async throws {
    try await FaultyServer.run(
      [.readRequest, .write(Self.refusal)], [.readRequest, .write(Self.refusal)],
      [.readRequest, .write(Self.refusal)], [.readRequest, .write(Self.created)]
    ) { server in
      let environment = [
        "TELNYX_BASE_URL": "http://127.0.0.1:\(server.port)/v2", "TELNYX_API_KEY": "KEY",
      ]
      try await TmuxSession.run(BuiltProgram.path, environment: environment) { terminal in
        try await terminal.wait(for: "Could not load the networks")
        try await terminal.expect("networks-failed", masking: Masking.masked)
        try await fillInByHand(terminal)
        try await terminal.order()
        try await terminal.wait(for: "0b5d8c14-7a0e-4e0a-9d55-3f2b1c6a7e90")
        // With the receipt comes a button, and the page may be a line longer.
        try await terminal.wait(for: "Saved: ~")
        try await terminal.press("End")
        try await terminal.expect("result-unknown-keys", masking: Masking.masked)
      }
      #expect(try orders(server) == [JSONValue(parsing: .init(Self.order.utf8))])
    }
  }

  private func fillInByHand(_ terminal: TmuxSession) async throws {
    try await terminal.pressButton("Enter ID")
    try await terminal.enter("6a09cdc3-8948-47f0-aa62-74ac943d6c58", into: "Network")
    try await terminal.enter("by hand", into: "VXC name")
    try await terminal.goOn(to: "2 Region")
    try await terminal.wait(for: "Could not load Telnyx's coverage")
    try await terminal.pressButton("Enter by hand")
    try await terminal.enter("ashburn-va", into: "Telnyx region")
    try await terminal.goOn(to: "3 Provider")
    try await terminal.choose("AWS", of: "Cloud provider")
    try await terminal.enter("us-east-1", into: "AWS region")
    try await terminal.enter("123456789012", into: "AWS account ID")
    try await terminal.goOn(to: "4 Bandwidth")
    try await terminal.enter("500", into: "Bandwidth")
    try await terminal.goOn(to: "5 Circuits")
    try await terminal.press("PageDown")
    try await terminal.wait(for: "[6 Review]")
  }

  /// The bodies of what was posted.
  private func orders(_ server: FaultyServer) throws -> [JSONValue] {
    try server.requests.filter { $0.hasPrefix("POST /v2/virtual_cross_connects ") }.map { request in
      let start = try #require(request.firstRange(of: "\r\n\r\n")).upperBound
      return try JSONValue(parsing: .init(request[start...].utf8))
    }
  }

  private static let order = """
    {
      "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
      "name": "by hand",
      "region_code": "ashburn-va",
      "cloud_provider": "aws",
      "cloud_provider_region": "us-east-1",
      "primary_cloud_account_id": "123456789012",
      "bandwidth_mbps": 500,
      "bgp_asn": 64512
    }
    """
}
