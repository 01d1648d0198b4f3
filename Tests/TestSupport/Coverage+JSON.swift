public import CrossConnect

extension Coverage {
  /// The rows as the API lists them.
  public var json: JSONValue {
    .array(
      locations.flatMap { rows(from: $0.code) }.map { row in
        .object([
          "location": .object([
            "code": .string(row.location.code), "name": .string(row.location.name),
            "pop": .string(row.location.pop), "region": .string(row.location.area),
            "site": .string(row.location.site),
          ]),
          "cloud_provider": .string(row.provider.rawValue),
          "cloud_provider_region": .string(row.cloudRegion),
          "available_bandwidth": .array(row.bandwidths.map { .integer(Int64($0.mbps)) }),
        ])
      })
  }
}
