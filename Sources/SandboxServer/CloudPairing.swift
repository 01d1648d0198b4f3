import CrossConnect

/// The two ends that an order names, as far as coverage has them.
struct CloudPairing: Sendable {
  private(set) var region: SampleLocation?
  private(set) var provider: CloudProvider?
  private(set) var cloudRegion: String?
  /// The speeds on offer between the two, or `nil` if they can't be linked.
  private(set) var bandwidths: [Int]?

  /// Reads both ends from an order and refuses what coverage lacks.
  init(_ body: inout BodyReader) {
    let code = body.text("region_code", isRequired: true)
    let word = body.text("cloud_provider", isRequired: true)
    cloudRegion = body.text("cloud_provider_region", isRequired: true)
    provider = word.flatMap { CloudProvider(rawValue: $0) }
    if word != nil, provider == nil {
      let words = CloudProvider.allCases.map(\.rawValue).joined(separator: ", ")
      body.refuse("cloud_provider", "'cloud_provider' is one of \(words).")
    }
    guard let code else { return }
    region = SampleLocation.all.first { $0.location.code == code && !$0.links.isEmpty }
    guard let region else {
      body.refuse("region_code", "'\(code)' has no virtual cross connects.")
      return
    }
    guard let provider else { return }
    let links = region.links.filter { $0.provider == provider }
    guard !links.isEmpty else {
      body.refuse("cloud_provider", "'\(provider.rawValue)' can't be reached from '\(code)'.")
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
