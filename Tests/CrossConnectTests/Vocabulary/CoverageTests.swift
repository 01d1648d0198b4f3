import CrossConnect
import Flows
import FoundationEssentials
import Presentation
import TestSupport
import Testing

@Suite struct CoverageTests {
  private static func row(_ text: String) throws -> Coverage.Row? {
    Coverage.Row(try JSONValue(parsing: Data(text.utf8)))
  }

  @Test func `a documented row is read whole`() throws {
    let row = try Self.row(
      """
      {"available_bandwidth": [500, 50, 100.0, "200"], "cloud_provider": "aws",
       "cloud_provider_region": "us-east-1", "record_type": "virtual_cross_connects_coverage",
       "location": {"code": "chicago-il", "name": "Chicago IL, US", "pop": "CH1",
                    "region": "AMER", "site": "ORD"}}
      """)
    #expect(
      row
        == Coverage.Row(
          location: .chicago, provider: .aws, cloudRegion: "us-east-1",
          bandwidths: [50, 100, 200, 500].map(Bandwidth.init(mbps:))))
  }

  @Test(arguments: [
    "null", "[]", "{}",
    #"{"location": {"code": "a"}, "cloud_provider": "oracle", "cloud_provider_region": "x"}"#,
    #"{"location": {"code": null}, "cloud_provider": "aws", "cloud_provider_region": "x"}"#,
    #"{"location": {"code": "a"}, "cloud_provider": "aws", "cloud_provider_region": null}"#,
    #"{"location": null, "cloud_provider": "aws", "cloud_provider_region": "x"}"#,
  ])
  func `a row without both ends or of an unknown cloud is left out`(text: String) throws {
    #expect(try Self.row(text) == nil)
  }

  @Test(arguments: ["AWS", "Aws", " aws "])
  func `a cloud's name is known in any letters`(word: String) throws {
    let row = try Self.row(
      #"{"location": {"code": "a"}, "cloud_provider": "\#(word)", "cloud_provider_region": "x"}"#)
    #expect(row?.provider == .aws)
  }

  @Test(
    arguments: [
      ([], nil), ([.otherCloud("oci")], .init(rows: 1, clouds: ["oci"])),
      ([.unreadable], .init(rows: 1, clouds: [])),
      (
        [.otherCloud("oci"), .otherCloud("ibm"), .otherCloud("oci")],
        .init(rows: 3, clouds: ["oci", "ibm"])
      ),
    ] as [([Coverage.Record], Coverage.Omission?)])
  func `what can't be offered is told`(records: [Coverage.Record], omission: Coverage.Omission?) {
    var coverage = Coverage.sample
    coverage.append(Coverage(records: records))
    #expect(coverage.omission == omission)
    #expect(coverage.locations == Coverage.sample.locations)
  }

  @Test func `a region is found by each of its PoPs`() {
    let rows = ["DC2", "DC11"].map { pop in
      Coverage.Row(
        location: Location(
          code: "ashburn-va", name: "Ashburn \(pop)", pop: pop, area: "AMER", site: "S\(pop)"),
        provider: .aws, cloudRegion: "us-east-1", bandwidths: [Bandwidth(mbps: 50)])
    }
    var app = App.opened()
    app.take(.choices(.reloadPressed), .choices(.coverageLoaded(.success(Coverage(rows)))))
    guard let field = app.form.draft.field(.telnyxRegion),
      case .choices(let list) = app.asking(of: field)
    else {
      Issue.record("no list of regions")
      return
    }
    #expect(
      list.choices.map(\.columns) == [["ashburn-va", "Ashburn DC2", "DC2 DC11", "AMER", "AWS"]])
    for text in ["dc11", "DC2", "sdc11", "Ashburn DC11"] {
      #expect(list.places(passing: ChoiceFilter(text)) == [0], "\(text)")
    }
  }

  @Test func `coverage that only has other clouds is told as what it is`() throws {
    var app = App.opened()
    app.take(
      .choices(.reloadPressed),
      .choices(.coverageLoaded(.success(Coverage(records: [.otherCloud("oci")])))))
    let field = try #require(app.form.draft.field(.telnyxRegion))
    guard case .nothing(let lack) = app.asking(of: field) else {
      Issue.record("there should be nothing to choose")
      return
    }
    #expect(
      lack.sentence
        == "Telnyx lists no coverage that can be ordered here. vxc left out 1 row of coverage: "
        + "it can't order for oci. Ask Telnyx support, or enter the region by hand.")
  }

  @Test func `nulls and odd speeds in a row do no harm`() throws {
    let row = try Self.row(
      """
      {"available_bandwidth": [null, "fast", -1, 0, 50.5, {}, 50], "cloud_provider": "gce",
       "cloud_provider_region": "us-east4", "location": {"code": "x", "name": null, "pop": null}}
      """)
    #expect(
      row
        == Coverage.Row(
          location: Location(code: "x", name: "x", pop: "", area: "", site: ""),
          provider: .googleCloud, cloudRegion: "us-east4", bandwidths: [Bandwidth(mbps: 50)]))
  }

  @Test func `locations keep their order and appear once`() {
    #expect(Coverage.sample.locations == [.ashburn, .chicago, .frankfurt])
    #expect(Coverage.sample.location("chicago-il") == .chicago)
    #expect(Coverage.sample.location("nowhere") == nil)
    #expect(Coverage([]).isEmpty && !Coverage.sample.isEmpty)
  }

  @Test func `cloud regions and speeds are found by pairing`() {
    let coverage = Coverage.sample
    #expect(coverage.cloudRegions(of: .aws, from: "ashburn-va") == ["us-east-1", "us-east-2"])
    #expect(coverage.cloudRegions(of: .azure, from: "chicago-il") == [])
    #expect(coverage.cloudRegions(of: .aws, from: "nowhere") == [])
    #expect(
      coverage.bandwidths(of: .aws, to: "us-east-2", from: "chicago-il").map(\.mbps) == [100, 300])
    #expect(coverage.bandwidths(of: .aws, to: "us-east-1", from: "chicago-il") == [])
  }

  @Test func `rows of the same pairing are one`() {
    let rows = [[50, 100], [100, 200]].map {
      Coverage.Row(
        location: .ashburn, provider: .aws, cloudRegion: "us-east-1",
        bandwidths: $0.map(Bandwidth.init(mbps:)))
    }
    let coverage = Coverage(rows)
    #expect(coverage.cloudRegions(of: .aws, from: "ashburn-va") == ["us-east-1"])
    #expect(
      coverage.bandwidths(of: .aws, to: "us-east-1", from: "ashburn-va").map(\.mbps)
        == [50, 100, 200])
  }
}
