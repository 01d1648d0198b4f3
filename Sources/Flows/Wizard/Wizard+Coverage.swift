internal import CrossConnect

extension Wizard {
  private var region: String { draft[.telnyxRegion] }

  var providerChoices: ChoiceList {
    var list = ChoiceList(
      CloudProvider.allCases.map { provider in
        let name = provider.rules.displayName
        guard let coverage = coverage.value, coverageEntry == .pick, !coverage.isEmpty else {
          return Choice(value: provider.rawValue, columns: [name])
        }
        let count = coverage.cloudRegions(of: provider, from: region).count
        guard count > 0 else {
          // What may yet come is no obstacle.
          guard self.coverage.whole != nil else {
            return Choice(value: provider.rawValue, columns: [name])
          }
          return Choice(
            value: provider.rawValue, columns: [name, "not reachable from \(region)"],
            obstacle:
              "\(name) can't be reached from \(region). Choose another, or another Telnyx region.")
        }
        return Choice(
          value: provider.rawValue,
          columns: [name, count == 1 ? "1 cloud region" : "\(count) cloud regions"])
      })
    list.remark = coverage.value?.omission
    return list
  }

  var cloudRegionChoices: ChoiceList {
    guard let coverage = coverage.value, let provider = draft.provider else {
      return ChoiceList([])
    }
    return ChoiceList(
      coverage.cloudRegions(of: provider, from: region).map { cloudRegion in
        let speeds = coverage.bandwidths(of: provider, to: cloudRegion, from: region)
        return Choice(value: cloudRegion, columns: [cloudRegion, Self.range(of: speeds)])
      })
  }

  var bandwidthChoices: ChoiceList {
    guard let rules = draft.rules else { return ChoiceList([]) }
    let speeds =
      coverage.value?.bandwidths(of: rules.provider, to: draft[.cloudRegion], from: region) ?? []
    let offered = speeds.map { speed in
      Choice(
        value: String(speed.mbps),
        columns: [speed.description, PriceList.words(for: speed, rules: rules)],
        filtersDetails: false)
    }
    switch rules.bandwidthChoice {
    case .fromCoverage: return ChoiceList(offered)
    case .onTheCircuit:
      return ChoiceList([Choice(value: "", columns: ["As on the circuit", "not sent"])] + offered)
    }
  }

  private static func range(of speeds: [Bandwidth]) -> String {
    guard let slowest = speeds.first, let fastest = speeds.last else { return "no bandwidths" }
    return slowest == fastest ? "\(slowest)" : "\(slowest.mbps)-\(fastest.mbps) Mbps"
  }

  /// Why an answer doesn't fit what coverage offers, if it is known not to.
  func coverageFinding(for field: FieldDescriptor) -> Finding? {
    let value = draft[field.id]
    guard !value.isEmpty, coverageEntry == .pick, let coverage = coverage.whole, !coverage.isEmpty
    else { return nil }
    switch field.id {
    case .telnyxRegion:
      guard coverage.location(value) == nil else { return nil }
      return .blocks("Telnyx does not offer \(value). Choose another region.")
    case .cloudProvider:
      return providerChoices.choice(value)?.obstacle.map { .blocks($0) }
    case .cloudRegion:
      guard cloudRegionChoices.choice(value) == nil else { return nil }
      return .blocks("\(value) can't be reached from \(region). Choose another.")
    case .bandwidth:
      guard bandwidthChoices.choice(value) == nil else { return nil }
      return .blocks(
        "\(value) Mbps is not offered from \(region) to \(draft[.cloudRegion]). Choose another.")
    default:
      return nil
    }
  }
}

extension ChoiceList {
  init(networks: [Network]) {
    self.init(
      networks.map { network in
        Choice(
          value: network.id,
          columns: [network.name.isEmpty ? "(no name)" : network.name, network.id])
      })
  }
}
