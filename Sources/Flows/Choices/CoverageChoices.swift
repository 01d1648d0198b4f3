internal import CrossConnect

/// The choices of the questions that coverage answers.
struct CoverageChoices {
  let draft: Draft
  /// The coverage that has come, if answers are picked from it.
  let coverage: Coverage?
  /// Whether no more of it will come.
  let isWhole: Bool

  private var region: String { draft[.telnyxRegion] }

  var providers: ChoiceList { ChoiceList(CloudProvider.allCases.map(choice)) }

  private func choice(of provider: CloudProvider) -> Choice {
    let name = provider.rules.displayName
    let count = coverage?.cloudRegions(of: provider, from: region).count ?? 0
    // Rows that are still to come may have the link.
    guard let coverage, !coverage.isEmpty, count > 0 || isWhole else {
      return Choice(value: provider.rawValue, columns: [name])
    }
    guard count > 0 else {
      return Choice(
        value: provider.rawValue, columns: [name, "not reachable from \(region)"],
        obstacle: .unreachable(provider, from: region))
    }
    return Choice(
      value: provider.rawValue,
      columns: [name, count == 1 ? "1 cloud region" : "\(count) cloud regions"])
  }

  var cloudRegions: ChoiceList {
    guard let coverage, let provider = draft.provider else { return ChoiceList([]) }
    return ChoiceList(
      coverage.cloudRegions(of: provider, from: region).map { cloudRegion in
        let speeds = coverage.bandwidths(of: provider, to: cloudRegion, from: region)
        return Choice(value: cloudRegion, columns: [cloudRegion, Self.range(of: speeds)])
      })
  }

  var bandwidths: ChoiceList {
    guard let rules = draft.rules else { return ChoiceList([]) }
    let speeds =
      coverage?.bandwidths(of: rules.provider, to: draft[.cloudRegion], from: region) ?? []
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

  static let secondaryCircuit = ChoiceList([
    Choice(value: SharedFields.no, columns: ["No"]),
    Choice(value: SharedFields.generated, columns: ["Yes, with a generated key"]),
    Choice(value: SharedFields.yes, columns: ["Yes, my own values"]),
  ])

  private static func range(of speeds: [Bandwidth]) -> String {
    guard let slowest = speeds.first, let fastest = speeds.last else { return "no bandwidths" }
    return slowest == fastest ? "\(slowest)" : "\(slowest.mbps)-\(fastest.mbps) Mbps"
  }
}
