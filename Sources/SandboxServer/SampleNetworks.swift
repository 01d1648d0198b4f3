import FoundationEssentials

/// The networks that the account has from the start.
enum SampleNetworks {
  /// The first has the identifier in the API reference's example, so that the example's order is
  /// accepted.
  static let all = [
    network("6a09cdc3-8948-47f0-aa62-74ac943d6c58", "prod-core", createdAt: 1_741_253_581.218),
    network("b5f1a2de-0c3e-4d53-9d0c-1f6f2b8a7e14", "prod-edge", createdAt: 1_744_098_002.94),
    network("2e8d7c61-5a94-4b1f-8f3a-c06d1e9b5270", "staging", createdAt: 1_746_431_740.007),
    network("d94c03b7-71fe-4a68-b2d5-5b0e8c6f3a91", "lab", createdAt: 1_750_682_459.63),
    network("7f26e8a0-c4d1-4e95-a7b8-93d20f5c1e46", "büro-münchen", createdAt: 1_757_410_113.381),
    network(
      "18b3d5f4-9e07-4c2a-8c61-e47a90d2b35f", "disaster-recovery", createdAt: 1_761_902_886.5),
  ]

  static func network(
    _ id: String, _ name: String, createdAt seconds: TimeInterval
  ) -> NetworkRecord {
    let date = Date(timeIntervalSince1970: seconds)
    return NetworkRecord(id: id, name: name, createdAt: date, updatedAt: date)
  }
}
