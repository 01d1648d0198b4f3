/// Which clouds can be reached from where, and how fast.
public struct Coverage: Growing {
  /// One pairing of a Telnyx location with a cloud region.
  public struct Row: Hashable, Sendable {
    /// Telnyx's end.
    public let location: Location
    /// The cloud.
    public let provider: CloudProvider
    /// The cloud's end, as the cloud names it.
    public let cloudRegion: String
    /// The speeds that can be ordered, slowest first.
    public let bandwidths: [Bandwidth]

    /// A pairing with its speeds.
    public init(
      location: Location, provider: CloudProvider, cloudRegion: String, bandwidths: [Bandwidth]
    ) {
      self.location = location
      self.provider = provider
      self.cloudRegion = cloudRegion
      self.bandwidths = bandwidths.sorted()
    }

    /// Reads a row from the API's answer; `nil` if an end is missing or the cloud is unknown.
    public init?(_ json: JSONValue) {
      guard let location = Location(json["location"]),
        let provider = json["cloud_provider"].text.flatMap(CloudProvider.init(rawValue:)),
        let cloudRegion = json["cloud_provider_region"].text
      else { return nil }
      let speeds = json["available_bandwidth"].elements.compactMap { $0.text }
      self.init(
        location: location, provider: provider, cloudRegion: cloudRegion,
        bandwidths: speeds.compactMap { Bandwidth(parsing: $0) })
    }
  }

  /// The locations in the order in which coverage first names them.
  public private(set) var locations: [Location] = []
  private var rowsByCode: [String: [Row]] = [:]

  /// Coverage made of its rows.
  public init(_ rows: [Row]) {
    for row in rows {
      if rowsByCode[row.location.code] == nil { locations.append(row.location) }
      rowsByCode[row.location.code, default: []].append(row)
    }
  }

  /// Adds rows that follow these.
  public mutating func append(_ more: Coverage) {
    locations += more.locations.filter { rowsByCode[$0.code] == nil }
    rowsByCode.merge(more.rowsByCode) { $0 + $1 }
  }

  /// Whether nothing can be reached from anywhere.
  public var isEmpty: Bool { locations.isEmpty }

  /// The location with this code.
  public func location(_ code: String) -> Location? {
    rowsByCode[code]?.first?.location
  }

  /// The rows of one location.
  public func rows(from code: String) -> [Row] {
    rowsByCode[code] ?? []
  }

  /// The cloud regions of `provider` reachable from a location, without repeats.
  public func cloudRegions(of provider: CloudProvider, from code: String) -> [String] {
    var seen: Set<String> = []
    return rows(from: code).filter { $0.provider == provider }.map(\.cloudRegion)
      .filter { seen.insert($0).inserted }
  }

  /// The speeds of one pairing, slowest first; none if it isn't covered.
  public func bandwidths(
    of provider: CloudProvider, to cloudRegion: String, from code: String
  ) -> [Bandwidth] {
    let pairings = rows(from: code).filter {
      $0.provider == provider && $0.cloudRegion == cloudRegion
    }
    return Set(pairings.flatMap(\.bandwidths)).sorted()
  }
}
