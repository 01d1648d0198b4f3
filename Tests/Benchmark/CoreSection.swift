import CrossConnect
import Flows
import FoundationEssentials
import TerminalUI

/// What the core does with long answers, in this process.
struct CoreSection {
  let runs: Int

  func measure(into figures: inout Figures) throws {
    let coverage = Self.answer(Self.coverage)
    let networks = Self.answer(Self.networks)
    for _ in 0..<runs {
      try measureReading([coverage, networks], into: &figures)
      var rows: [Coverage.Row] = []
      figures.add(
        try ContinuousClock().measure {
          rows = try JSONValue(parsing: coverage)["data"].elements.compactMap(Coverage.Row.init)
        }, to: .coverageDecode)
      var grouped = Coverage([])
      figures.add(ContinuousClock().measure { grouped = Coverage(rows) }, to: .coverageGroup)
      var screen = Screens.regions(grouped)
      for letter in "reg".unicodeScalars {
        figures.add(
          ContinuousClock().measure {
            _ = screen.handle(.key(.character(letter)), instant: .now, now: Date.now)
            _ = screen.frame
          }, to: .coverageFilter)
      }
      figures.add(
        try ContinuousClock().measure {
          let all = try JSONValue(parsing: networks)["data"].elements.compactMap(Network.init)
          var app = App(destination: .demo, hasKey: true)
          _ = app.update(.choices(.networksLoaded(.success(all))))
        }, to: .networksDecode)
    }
  }

  /// What reads the answers here, beside the two ways of the system's decoder.
  private func measureReading(_ answers: [Data], into figures: inout Figures) throws {
    let clock = ContinuousClock()
    figures.add(
      try clock.measure { for answer in answers { _ = try JSONValue(parsing: answer) } },
      to: .listsRead)
    let decoder = JSONDecoder()
    figures.add(
      try clock.measure {
        _ = try decoder.decode(DecodedAnswer<DecodedRow>.self, from: answers[0])
        _ = try decoder.decode(DecodedAnswer<DecodedNetwork>.self, from: answers[1])
      }, to: .listsReadIntoStructs)
    figures.add(
      try clock.measure {
        for answer in answers { _ = try decoder.decode(DecodedValue.self, from: answer) }
      }, to: .listsReadByDecoder)
  }

  /// 250 locations that each reach 20 cloud regions.
  static let coverage = (0..<5000).map { index in
    let place = index / 20
    return JSONValue.object([
      "cloud_provider": .string(CloudProvider.allCases[index % 3].rawValue),
      "cloud_provider_region": .string("region-\(index % 20)"),
      "available_bandwidth": .array([50, 100, 200, 500, 1000].map { .integer($0) }),
      "location": .object([
        "code": .string("place-\(place)"), "name": .string("Place \(place), XX"),
        "pop": .string("P\(place)"), "region": .string("EMEA"), "site": .string("S\(place)"),
      ]),
    ])
  }

  static let networks = Screens.networkNames(10_000).map {
    JSONValue.object(["id": .string($0.id), "name": .string($0.name)])
  }

  private static func answer(_ records: [JSONValue]) -> Data {
    Data(JSONValue.object(["data": .array(records)]).jsonText.utf8)
  }
}
