internal import CrossConnect

/// The locations of coverage as choices, kept up to date as coverage comes page by page.
struct RegionChoices: Hashable, Sendable {
  /// One choice for each location.
  package private(set) var list = ChoiceList([])
  /// The number of rows that each choice was made of.
  private var rows: [String: Int] = [:]

  /// Makes the choices of locations with new rows, and keeps the others.
  mutating func follow(_ coverage: Coverage?) {
    guard let coverage else {
      self = RegionChoices()
      return
    }
    let choices = coverage.locations.map { location in
      let count = coverage.rows(from: location.code).count
      if rows.updateValue(count, forKey: location.code) == count,
        let choice = list.choice(location.code)
      {
        return choice
      }
      return Choice(region: location, of: coverage)
    }
    list = ChoiceList(choices)
    list.omission = coverage.omission
  }
}

extension Choice {
  /// A location; a filter finds it by each cloud region that it reaches, too.
  fileprivate init(region location: Location, of coverage: Coverage) {
    let rows = coverage.rows(from: location.code)
    let sites = coverage.sites(of: location.code)
    let pops = sites.map(\.pop).filter { !$0.isEmpty }
    let clouds = CloudProvider.allCases.filter { cloud in rows.contains { $0.provider == cloud } }
    self.init(
      value: location.code,
      columns: [
        location.code, location.name, Self.joined(pops), location.area,
        clouds.map(\.rules.shortName).joined(separator: " "),
      ],
      keywords: sites.flatMap { [$0.site, $0.name, $0.pop, $0.area] } + rows.map(\.cloudRegion))
  }

  /// Texts in one line, without repeats.
  private static func joined(_ texts: [String]) -> String {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }.joined(separator: " ")
  }
}
