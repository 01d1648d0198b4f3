import CrossConnect

extension Journey {
  static let networkMade = Journey(
    "a network made on the spot",
    [
      .makeNetwork("new core"), .answer(.telnyxRegion, "chicago-il"),
      .answer(.cloudProvider, "aws"), .answer(.cloudRegion, "us-east-2"),
      .answer(.primaryAccount, "123456789012"), .answer(.bandwidth, "300"),
    ],
    sends: """
      {
        "network_id": "7e51371e-72a3-40b5-b844-2e3efefaee59",
        "region_code": "chicago-il",
        "cloud_provider": "aws",
        "cloud_provider_region": "us-east-2",
        "primary_cloud_account_id": "123456789012",
        "bandwidth_mbps": 300,
        "bgp_asn": 64512
      }
      """)

  static let allByHand = Journey(
    "everything by hand, without coverage", hasCoverage: false,
    [
      .enterByHand(.network, "7e51371e-72a3-40b5-b844-2e3efefaee59"),
      .enterByHand(.telnyxRegion, "sydney-au"), .answer(.cloudProvider, "aws"),
      .answer(.cloudRegion, "ap-southeast-2"), .answer(.primaryAccount, "123456789012"),
      .answer(.bandwidth, "20"),
    ],
    sends: """
      {
        "network_id": "7e51371e-72a3-40b5-b844-2e3efefaee59",
        "region_code": "sydney-au",
        "cloud_provider": "aws",
        "cloud_provider_region": "ap-southeast-2",
        "primary_cloud_account_id": "123456789012",
        "bandwidth_mbps": 20,
        "bgp_asn": 64512
      }
      """)

  static let changedProvider = Journey(
    "the provider changed from the review",
    [
      .answer(.network, Network.sample.id), .answer(.name, "late"),
      .answer(.telnyxRegion, "ashburn-va"), .answer(.cloudProvider, "aws"),
      .answer(.cloudRegion, "us-east-1"), .answer(.primaryAccount, "123456789012"),
      .answer(.bandwidth, "50"), .answer(.primaryTelnyxIP, "169.254.0.1"),
      .answer(.primaryCloudIP, "169.254.0.2"),
      .change(.provider),
      .answer(.cloudProvider, "gce"), .answer(.cloudRegion, "us-east4"),
      .answer(.primaryAccount, "7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/any"),
      .answer(.bandwidth, "50"),
    ],
    sends: """
      {
        "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
        "name": "late",
        "region_code": "ashburn-va",
        "cloud_provider": "gce",
        "cloud_provider_region": "us-east4",
        "primary_cloud_account_id": "7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/any",
        "bandwidth_mbps": 50,
        "bgp_asn": 16550
      }
      """)

  static let wentBack = Journey(
    "back to the first page, with every answer kept",
    [
      .answer(.network, Network.sample.id), .answer(.name, "first name"),
      .answer(.telnyxRegion, "ashburn-va"), .answer(.cloudProvider, "aws"),
      .answer(.cloudRegion, "us-east-1"), .answer(.primaryAccount, "123456789012"),
      .answer(.bandwidth, "200"), .answer(.asn, "65000"),
      .goBack(to: .network),
      .answer(.name, "second name"),
      .change(.bandwidth),
      .answer(.bandwidth, "100"),
    ],
    sends: """
      {
        "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
        "name": "second name",
        "region_code": "ashburn-va",
        "cloud_provider": "aws",
        "cloud_provider_region": "us-east-1",
        "primary_cloud_account_id": "123456789012",
        "bandwidth_mbps": 100,
        "bgp_asn": 65000
      }
      """)

  static let secondaryGenerated = Journey(
    "a secondary with a generated key, which is one choice",
    [
      .answer(.network, Network.sample.id), .answer(.telnyxRegion, "ashburn-va"),
      .answer(.cloudProvider, "aws"), .answer(.cloudRegion, "us-east-1"),
      .answer(.primaryAccount, "123456789012"), .answer(.bandwidth, "100"),
      .answer(.wantsSecondary, "generated"),
    ],
    sends: """
      {
        "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
        "region_code": "ashburn-va",
        "cloud_provider": "aws",
        "cloud_provider_region": "us-east-1",
        "primary_cloud_account_id": "123456789012",
        "bandwidth_mbps": 100,
        "bgp_asn": 64512,
        "secondary_bgp_key": "Abcdefghij0123456789"
      }
      """)

  static let keyGenerated = Journey(
    "a key that is made, and a secondary that lives of it",
    [
      .answer(.network, Network.sample.id), .answer(.telnyxRegion, "ashburn-va"),
      .answer(.cloudProvider, "aws"), .answer(.cloudRegion, "us-east-2"),
      .answer(.primaryAccount, "123456789012"), .answer(.bandwidth, "50"),
      .answer(.wantsSecondary, "yes"), .generate(.secondaryBGPKey),
    ],
    sends: """
      {
        "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
        "region_code": "ashburn-va",
        "cloud_provider": "aws",
        "cloud_provider_region": "us-east-2",
        "primary_cloud_account_id": "123456789012",
        "bandwidth_mbps": 50,
        "bgp_asn": 64512,
        "secondary_bgp_key": "Abcdefghij0123456789"
      }
      """)
}
