import CrossConnect

extension Journey {
  /// Every journey: each cloud with little and with everything, and every detour.
  public static let all = [
    awsPrimaryOnly, awsReference, azureLittle, azureFull, googleWithoutASN, googleSecondary,
    networkMade, allByHand, changedProvider, wentBack, keyGenerated,
    secondaryGenerated,
  ]

  private static let aws: [Act] = [
    .answer(.network, Network.sample.id), .answer(.name, "test interface"),
    .answer(.telnyxRegion, "ashburn-va"), .answer(.cloudProvider, "aws"),
    .answer(.cloudRegion, "us-east-1"), .answer(.primaryAccount, "123456789012"),
    .answer(.bandwidth, "50"),
  ]

  private static let awsPrimaryOnly = Journey(
    "AWS with a primary circuit only",
    [
      .answer(.network, Network.sample.id), .answer(.telnyxRegion, "ashburn-va"),
      .answer(.cloudProvider, "aws"), .answer(.cloudRegion, "us-east-1"),
      .answer(.primaryAccount, "0123-4567-8901"), .answer(.bandwidth, "500"),
    ],
    sends: """
      {
        "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
        "region_code": "ashburn-va",
        "cloud_provider": "aws",
        "cloud_provider_region": "us-east-1",
        "primary_cloud_account_id": "012345678901",
        "bandwidth_mbps": 500,
        "bgp_asn": 64512
      }
      """)

  /// The order that Telnyx's API reference gives as its example.
  public static let awsReference = Journey(
    "AWS as the API reference's example has it",
    aws + [
      .answer(.asn, "1234"), .answer(.primaryTelnyxIP, "169.254.0.1"),
      .answer(.primaryCloudIP, "169.254.0.2"), .answer(.primaryBGPKey, "ssNOzjPPZuHlHWnFuCJ8Q7bC"),
      .answer(.wantsSecondary, "yes"), .answer(.secondaryTelnyxIP, "169.254.0.3"),
      .answer(.secondaryCloudIP, "169.254.0.4"),
      .answer(.secondaryBGPKey, "0tCGVCDmqBmiOqGOQvYN5Qrq"),
    ],
    sends: """
      {
        "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
        "name": "test interface",
        "region_code": "ashburn-va",
        "cloud_provider": "aws",
        "cloud_provider_region": "us-east-1",
        "primary_cloud_account_id": "123456789012",
        "bandwidth_mbps": 50,
        "bgp_asn": 1234,
        "primary_telnyx_ip": "169.254.0.1",
        "primary_cloud_ip": "169.254.0.2",
        "primary_bgp_key": "ssNOzjPPZuHlHWnFuCJ8Q7bC",
        "secondary_telnyx_ip": "169.254.0.3",
        "secondary_cloud_ip": "169.254.0.4",
        "secondary_bgp_key": "0tCGVCDmqBmiOqGOQvYN5Qrq"
      }
      """)

  private static let azureLittle = Journey(
    "Azure with what is needed",
    [
      .answer(.network, Network.sample.id), .answer(.telnyxRegion, "frankfurt-de"),
      .answer(.cloudProvider, "azure"), .answer(.cloudRegion, "Frankfurt"),
      .answer(.primaryAccount, "{7e51371e-72a3-40b5-b844-2e3efefaee59}"),
    ],
    sends: """
      {
        "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
        "region_code": "frankfurt-de",
        "cloud_provider": "azure",
        "cloud_provider_region": "Frankfurt",
        "primary_cloud_account_id": "7e51371e-72a3-40b5-b844-2e3efefaee59",
        "bgp_asn": 12076
      }
      """)

  private static let azureFull = Journey(
    "Azure with everything",
    [
      .answer(.network, Network.sample.id), .answer(.name, "azure-prod"),
      .answer(.telnyxRegion, "ashburn-va"), .answer(.cloudProvider, "azure"),
      .answer(.cloudRegion, "Washington DC"),
      .answer(.primaryAccount, "7e51371e-72a3-40b5-b844-2e3efefaee59"),
      .answer(.bandwidth, "1000"), .answer(.primaryTelnyxIP, "10.0.0.1"),
      .answer(.primaryCloudIP, "10.0.0.2"), .answer(.primaryBGPKey, "abc123"),
      .answer(.secondaryTelnyxIP, "10.0.0.5"), .answer(.secondaryCloudIP, "10.0.0.6"),
    ],
    sends: """
      {
        "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
        "name": "azure-prod",
        "region_code": "ashburn-va",
        "cloud_provider": "azure",
        "cloud_provider_region": "Washington DC",
        "primary_cloud_account_id": "7e51371e-72a3-40b5-b844-2e3efefaee59",
        "bandwidth_mbps": 1000,
        "bgp_asn": 12076,
        "primary_telnyx_ip": "10.0.0.1",
        "primary_cloud_ip": "10.0.0.2",
        "primary_bgp_key": "abc123",
        "secondary_telnyx_ip": "10.0.0.5",
        "secondary_cloud_ip": "10.0.0.6",
        "secondary_bgp_key": "abc123"
      }
      """)

  private static let google: [Act] = [
    .answer(.network, Network.sample.id), .answer(.telnyxRegion, "ashburn-va"),
    .answer(.cloudProvider, "gce"), .answer(.cloudRegion, "us-east4"),
    .answer(.primaryAccount, "7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1"),
    .answer(.bandwidth, "100"),
  ]

  private static let googleWithoutASN = Journey(
    "Google, the ASN left to Telnyx",
    google + [.clear(.asn)],
    sends: """
      {
        "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
        "region_code": "ashburn-va",
        "cloud_provider": "gce",
        "cloud_provider_region": "us-east4",
        "primary_cloud_account_id": "7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1",
        "bandwidth_mbps": 100,
        "bgp_asn": null
      }
      """)

  private static let googleSecondary = Journey(
    "Google with a secondary circuit",
    google + [
      .answer(.wantsSecondary, "yes"),
      .answer(.secondaryAccount, "6a09cdc3-8948-47f0-aa62-74ac943d6c58/us-east4/2"),
    ],
    sends: """
      {
        "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
        "region_code": "ashburn-va",
        "cloud_provider": "gce",
        "cloud_provider_region": "us-east4",
        "primary_cloud_account_id": "7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1",
        "bandwidth_mbps": 100,
        "bgp_asn": 16550,
        "secondary_cloud_account_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58/us-east4/2"
      }
      """)
}
