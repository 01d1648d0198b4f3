/// The link that an order names, as far as coverage has it.
struct OrderedLink: Sendable {
  private(set) var location: SampleLocation?
  private(set) var policy: ProviderPolicy?
  private(set) var cloudRegion: String?
  /// The speeds on offer between the two ends, in Mbps; `nil` if they can't be linked.
  private(set) var bandwidths: [Int]?

  /// Reads both ends from an order and refuses what coverage lacks.
  init(_ body: inout BodyReader) {
    let code = body.text("region_code", isRequired: true)
    let provider = body.text("cloud_provider", isRequired: true)
    cloudRegion = body.text("cloud_provider_region", isRequired: true)
    policy = ProviderPolicy.all.first { $0.provider == provider }
    if provider != nil, policy == nil {
      let words = ProviderPolicy.providers.joined(separator: ", ")
      body.refuse("cloud_provider", "'cloud_provider' is one of \(words).")
    }
    guard let code else { return }
    location = SampleLocation.all.first { $0.code == code && !$0.links.isEmpty }
    guard let location else {
      body.refuse("region_code", "'\(code)' has no virtual cross connects.")
      return
    }
    guard let provider = policy?.provider else { return }
    let links = location.links.filter { $0.provider == provider }
    guard !links.isEmpty else {
      body.refuse("cloud_provider", "'\(provider)' can't be reached from '\(code)'.")
      return
    }
    guard let cloudRegion else { return }
    bandwidths = links.first { $0.cloudRegion == cloudRegion }?.bandwidths
    if bandwidths == nil {
      body.refuse(
        "cloud_provider_region", "'\(cloudRegion)' can't be reached from '\(code)'.")
    }
  }
}
