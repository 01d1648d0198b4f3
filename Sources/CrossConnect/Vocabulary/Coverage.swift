/// Which clouds can be reached from where, and how fast.
public struct Coverage: Hashable, Sendable {
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
        let provider = json["cloud_provider"].text.flatMap(CloudProvider.init(word:)),
        let cloudRegion = json["cloud_provider_region"].text
      else { return nil }
      let speeds = json["available_bandwidth"].elements.compactMap { $0.text }
      self.init(
        location: location, provider: provider, cloudRegion: cloudRegion,
        bandwidths: speeds.compactMap { Bandwidth(parsing: $0) })
    }
  }

  /// One element of the API's list: a pairing, or why it can't be offered.
  public enum Record: Hashable, Sendable {
    case row(Row)
    /// A cloud that this program doesn't know, by the API's word for it.
    case otherCloud(String)
    /// An end is missing.
    case unreadable

    /// Reads an element of the API's list.
    public init(_ json: JSONValue) {
      if let row = Row(json) {
        self = .row(row)
      } else if let word = json["cloud_provider"].text, CloudProvider(word: word) == nil {
        self = .otherCloud(word)
      } else {
        self = .unreadable
      }
    }
  }

  /// The locations in the order in which coverage first names them, one for each code.
  public private(set) var locations: [Location] = []
  /// The clouds that are listed but not known to this program, by the API's words, in order.
  public private(set) var otherClouds: [String] = []
  /// The number of elements of the API's list that can't be offered.
  public private(set) var leftOut = 0
  private var rowsByCode: [String: [Row]] = [:]

  /// Coverage made of its rows.
  public init(_ rows: [Row]) {
    for row in rows {
      if rowsByCode[row.location.code] == nil { locations.append(row.location) }
      rowsByCode[row.location.code, default: []].append(row)
    }
  }

  /// Coverage made of the elements of the API's list.
  public init(records: [Record]) {
    self.init(
      records.compactMap { record -> Row? in
        guard case .row(let row) = record else { return nil }
        return row
      })
    for case .otherCloud(let word) in records where !otherClouds.contains(word) {
      otherClouds.append(word)
    }
    leftOut = records.count { if case .row = $0 { false } else { true } }
  }

  /// Adds the rows of `more` after these.
  public mutating func append(_ more: Coverage) {
    locations += more.locations.filter { rowsByCode[$0.code] == nil }
    rowsByCode.merge(more.rowsByCode) { $0 + $1 }
    otherClouds += more.otherClouds.filter { !otherClouds.contains($0) }
    leftOut += more.leftOut
  }

  /// Whether nothing can be reached from anywhere.
  public var isEmpty: Bool { locations.isEmpty }

  /// The part of the API's list that can't be offered.
  public struct Omission: Hashable, Sendable {
    /// The number of elements of the API's list that can't be offered.
    public let rows: Int
    /// The clouds that this program doesn't know, by the API's words; none if only ends are
    /// missing.
    public let clouds: [String]

    /// An omission of `rows` elements, and the unknown clouds among them.
    public init(rows: Int, clouds: [String]) {
      self.rows = rows
      self.clouds = clouds
    }
  }

  /// The part of the API's list that can't be offered; `nil` if all can.
  public var omission: Omission? {
    leftOut > 0 ? Omission(rows: leftOut, clouds: otherClouds) : nil
  }

  /// The location with this code.
  public func location(_ code: String) -> Location? {
    rowsByCode[code]?.first?.location
  }

  /// All sites of one location, without repeats: it may have several PoPs.
  public func sites(of code: String) -> [Location] {
    var seen: Set<Location> = []
    return rows(from: code).map(\.location).filter { seen.insert($0).inserted }
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
