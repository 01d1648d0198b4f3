import CrossConnect
internal import FoundationEssentials

/// The names in the last coverage that was read; a shell completes options with them.
public struct SeenCoverage: Hashable, Sendable {
  static let format = "vxc coverage"
  static let version = 1
  static let fileName = "coverage.json"

  /// The region codes of Telnyx's locations, sorted.
  public let regions: [String]
  /// The names of the clouds' regions, sorted.
  public let cloudRegions: [String]

  init(_ coverage: Coverage) {
    regions = coverage.locations.map(\.code).sorted()
    let rows = coverage.locations.flatMap { coverage.rows(from: $0.code) }
    cloudRegions = Set(rows.map(\.cloudRegion)).sorted()
  }

  /// Reads the names of an earlier run; none if there was none.
  public init(in files: any FileStorage) {
    let data = (try? files.read(Self.fileName, in: .seen)) ?? nil
    let json = data.flatMap {
      try? StoredJSON.members(of: $0, format: Self.format, version: Self.version)
    }
    regions = Self.names(json?["regions"])
    cloudRegions = Self.names(json?["cloud_regions"])
  }

  /// The names that are only words to a shell; others can't be completed.
  private static func names(_ json: JSONValue?) -> [String] {
    (json?.elements ?? []).compactMap(\.text).filter { name in
      !name.isEmpty && name.utf8.allSatisfy { ASCII.isLetterOrDigit($0) || "-_ ".utf8.contains($0) }
    }
  }

  var data: Data {
    StoredJSON.data(
      format: Self.format, version: Self.version,
      [
        "regions": .array(regions.map { .string($0) }),
        "cloud_regions": .array(cloudRegions.map { .string($0) }),
      ])
  }
}
