import CrossConnect
import FoundationEssentials
import TestSupport
import Testing

/// The exact text that is sent.
@Suite struct CreateVXCRequestTests {
  private static let texts: [CloudProvider: String] = [
    .aws: """
    {
      "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
      "name": "test interface",
      "region_code": "ashburn-va",
      "cloud_provider": "aws",
      "cloud_provider_region": "us-east-1",
      "primary_cloud_account_id": "123456789012",
      "bandwidth_mbps": 50,
      "bgp_asn": 64512,
      "primary_telnyx_ip": "169.254.0.1",
      "primary_cloud_ip": "169.254.0.2",
      "primary_bgp_key": "yFV4wEPtPVPfDUGLWiyQzwga",
      "secondary_telnyx_ip": "169.254.0.5",
      "secondary_cloud_ip": "169.254.0.6",
      "secondary_bgp_key": "ge1lONeK9RcA83uuWaw9DvZy"
    }
    """,
    .azure: """
    {
      "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
      "name": "test interface",
      "region_code": "ashburn-va",
      "cloud_provider": "azure",
      "cloud_provider_region": "Washington DC",
      "primary_cloud_account_id": "7e51371e-72a3-40b5-b844-2e3efefaee59",
      "bandwidth_mbps": 50,
      "bgp_asn": 12076,
      "primary_telnyx_ip": "169.254.0.1",
      "primary_cloud_ip": "169.254.0.2",
      "primary_bgp_key": "yFV4wEPtPVPfDUGLWiyQzwga",
      "secondary_telnyx_ip": "169.254.0.5",
      "secondary_cloud_ip": "169.254.0.6",
      "secondary_bgp_key": "yFV4wEPtPVPfDUGLWiyQzwga"
    }
    """,
    .googleCloud: """
    {
      "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
      "name": "test interface",
      "region_code": "ashburn-va",
      "cloud_provider": "gce",
      "cloud_provider_region": "us-east4",
      "primary_cloud_account_id": "7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1",
      "bandwidth_mbps": 50,
      "bgp_asn": 16550,
      "primary_bgp_key": "yFV4wEPtPVPfDUGLWiyQzwga",
      "secondary_cloud_account_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58/us-east4/2",
      "secondary_bgp_key": "ge1lONeK9RcA83uuWaw9DvZy"
    }
    """,
  ]

  @Test(arguments: CloudProvider.allCases)
  func `a full order has just these members, in the form's order`(provider: CloudProvider) throws {
    let request = try Draft.fullSample(provider).makeRequest()
    #expect(String(decoding: request.body, as: UTF8.self) == Self.texts[provider])
    #expect(request.text(showingSecrets: true) == Self.texts[provider])
  }

  @Test(arguments: CloudProvider.allCases)
  func `in words its secrets are asterisks of their length`(provider: CloudProvider) throws {
    let request = try Draft.fullSample(provider).makeRequest()
    let dots = String(repeating: "*", count: 24)
    let masked = Self.texts[provider]?
      .replacing("yFV4wEPtPVPfDUGLWiyQzwga", with: dots)
      .replacing("ge1lONeK9RcA83uuWaw9DvZy", with: dots)
    #expect(request.description == masked)
    #expect(request.text(showingSecrets: false) == masked)
  }

  @Test(arguments: CloudProvider.allCases)
  func `what wasn't answered isn't sent, but for an ASN of null`(provider: CloudProvider) throws {
    let request = try Draft.sample(provider).answering([.name: "", .asn: ""]).makeRequest()
    let required = [
      "network_id", "region_code", "cloud_provider", "cloud_provider_region",
      "primary_cloud_account_id",
    ]
    let bandwidth = provider == .azure ? [] : ["bandwidth_mbps"]
    #expect(request.members.map(\.key) == required + bandwidth + ["bgp_asn"])
    #expect(request["bgp_asn"] == .null)
    #expect(request["name"] == nil)
    #expect(request.members.allSatisfy { $0.value != .string("") })
  }

  @Test func `the reference's own example can be submitted`() throws {
    let draft = Draft.sample(.aws).answering([
      .asn: "1234", .wantsSecondary: "yes", .primaryTelnyxIP: "169.254.0.1",
      .primaryCloudIP: "169.254.0.2", .primaryBGPKey: "yFV4wEPtPVPfDUGLWiyQzwga",
      .secondaryTelnyxIP: "169.254.0.3", .secondaryCloudIP: "169.254.0.4",
      .secondaryBGPKey: "ge1lONeK9RcA83uuWaw9DvZy",
    ])
    let sent = try JSONValue(parsing: draft.makeRequest().body)
    #expect(
      sent
        == .object([
          "network_id": .string("6a09cdc3-8948-47f0-aa62-74ac943d6c58"),
          "name": .string("test interface"), "region_code": .string("ashburn-va"),
          "cloud_provider": .string("aws"), "cloud_provider_region": .string("us-east-1"),
          "primary_cloud_account_id": .string("123456789012"), "bandwidth_mbps": .integer(50),
          "bgp_asn": .integer(1234), "primary_telnyx_ip": .string("169.254.0.1"),
          "primary_cloud_ip": .string("169.254.0.2"),
          "primary_bgp_key": .string("yFV4wEPtPVPfDUGLWiyQzwga"),
          "secondary_telnyx_ip": .string("169.254.0.3"),
          "secondary_cloud_ip": .string("169.254.0.4"),
          "secondary_bgp_key": .string("ge1lONeK9RcA83uuWaw9DvZy"),
        ]))
  }

  @Test(arguments: ["quote\"s", "back\\slash", "größe", "東京 👩‍👩‍👧", "</script>", "a/b"])
  func `any letters of a name arrive as they were typed`(name: String) throws {
    let request = try Draft.sample(.aws).answering([.name: name]).makeRequest()
    let sent = try JSONValue(parsing: request.body)
    #expect(sent["name"] == .string(name))
    #expect(try JSONValue(parsing: Data(request.description.utf8))["name"] == .string(name))
  }

  @Test func `numbers are sent as integers`() throws {
    let request = try Draft.sample(.aws).answering([.asn: "4294967294", .bandwidth: "0100"])
      .makeRequest()
    let text = request.text(showingSecrets: true)
    #expect(text.contains("\"bgp_asn\": 4294967294,") || text.contains("\"bgp_asn\": 4294967294\n"))
    #expect(text.contains("\"bandwidth_mbps\": 100,"))
  }

  @Test(arguments: CloudProvider.allCases)
  func `the request so far grows to the request`(provider: CloudProvider) throws {
    let draft = Draft.fullSample(provider)
    #expect(draft.requestSoFar == (try draft.makeRequest()))
    #expect(Draft().requestSoFar.members == [])
    #expect(Draft().requestSoFar.text(showingSecrets: false) == "{\n\n}")
  }

  @Test(arguments: ["64086.59904", "+5", "abc"])
  func `an ASN that can't be sent doesn't look like a null in the request so far`(text: String) {
    let draft = Draft.sample(.aws).answering([.asn: text])
    #expect(draft.requestSoFar["bgp_asn"] == nil)
  }
}
