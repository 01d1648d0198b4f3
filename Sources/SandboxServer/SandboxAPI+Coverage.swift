import TelnyxAPI

extension SandboxAPI {
  func listRegions(_ request: SandboxRequest) throws(Refusal) -> Outcome {
    var query = QueryReader(request.query)
    try query.finish()
    return .response(.list(SampleLocation.all.map(\.regionJSON)))
  }

  func listNetworkCoverage(_ request: SandboxRequest) throws(Refusal) -> Outcome {
    var query = QueryReader(request.query)
    let places = LocationFilter(&query)
    let services = SampleLocation.services
    let only = query.word("filters[available_services]", of: services)
    let one = query.word("filters[available_services][contains]", of: services)
    let page = Page(&query, largest: largestPage)
    try query.finish()
    let found = SampleLocation.all.filter { place in
      places.matches(place)
        && (only == nil || place.services == [only])
        && (one.map(place.services.contains) ?? true)
    }
    return .response(.page(page, of: found.map(\.networkCoverageJSON)))
  }

  func listCrossConnectCoverage(_ request: SandboxRequest) throws(Refusal) -> Outcome {
    var query = QueryReader(request.query)
    let places = LocationFilter(&query)
    let provider = query.word("filter[cloud_provider]", of: ProviderPolicy.providers)
    let cloudRegion = query.text("filter[cloud_provider_region]")
    let only = query.wholeNumber("filters[available_bandwidth]", in: 0...Int.max)
    let one = query.wholeNumber("filters[available_bandwidth][contains]", in: 0...Int.max)
    let page = Page(&query, largest: largestPage)
    try query.finish()
    let rows = SampleLocation.all.filter { places.matches($0) }.flatMap { place in
      place.links.filter { link in
        (provider == nil || link.provider == provider)
          && (cloudRegion == nil || link.cloudRegion == cloudRegion)
          && (only == nil || link.bandwidths == [only])
          && (one.map(link.bandwidths.contains) ?? true)
      }
      .map { place.coverageJSON($0) }
    }
    return .response(.page(page, of: rows))
  }
}

/// The filters that narrow coverage to some locations.
private struct LocationFilter {
  private let code: String?
  private let pop: String?
  private let site: String?
  private let area: String?

  init(_ query: inout QueryReader) {
    code = query.text("filter[location.code]")
    pop = query.text("filter[location.pop]")
    site = query.text("filter[location.site]")
    area = query.text("filter[location.region]")
  }

  func matches(_ location: SampleLocation) -> Bool {
    [(code, location.code), (pop, location.pop), (site, location.site), (area, location.area)]
      .allSatisfy { $0.0 == nil || $0.0 == $0.1 }
  }
}
