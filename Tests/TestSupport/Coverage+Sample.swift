public import CrossConnect

extension Network {
  /// The API reference's example.
  public static let sample = Network(
    id: "6a09cdc3-8948-47f0-aa62-74ac943d6c58", name: "prod-core")
}

extension Coverage {
  /// Three locations: one that reaches every cloud, one without Azure, one with a single pairing.
  public static let sample = Coverage([
    Row(
      location: .ashburn, provider: .aws, cloudRegion: "us-east-1",
      bandwidths: [50, 100, 200, 500].map(Bandwidth.init(mbps:))),
    Row(
      location: .ashburn, provider: .aws, cloudRegion: "us-east-2",
      bandwidths: [Bandwidth(mbps: 50)]),
    Row(
      location: .ashburn, provider: .azure, cloudRegion: "Washington DC",
      bandwidths: [50, 1000].map(Bandwidth.init(mbps:))),
    Row(
      location: .ashburn, provider: .googleCloud, cloudRegion: "us-east4",
      bandwidths: [50, 100].map(Bandwidth.init(mbps:))),
    Row(
      location: .chicago, provider: .aws, cloudRegion: "us-east-2",
      bandwidths: [100, 300].map(Bandwidth.init(mbps:))),
    Row(
      location: .chicago, provider: .googleCloud, cloudRegion: "us-central1",
      bandwidths: [Bandwidth(mbps: 50)]),
    Row(
      location: .frankfurt, provider: .azure, cloudRegion: "Frankfurt",
      bandwidths: [50, 200].map(Bandwidth.init(mbps:))),
  ])
}

extension Location {
  /// A location that reaches every cloud.
  public static let ashburn = Location(
    code: "ashburn-va", name: "Ashburn VA, US", pop: "DC2", area: "AMER", site: "IAD")
  /// A location that reaches AWS and Google.
  public static let chicago = Location(
    code: "chicago-il", name: "Chicago IL, US", pop: "CH1", area: "AMER", site: "ORD")
  /// A location that reaches only Azure.
  public static let frankfurt = Location(
    code: "frankfurt-de", name: "Frankfurt, DE", pop: "FR5", area: "EMEA", site: "FRA")
}
