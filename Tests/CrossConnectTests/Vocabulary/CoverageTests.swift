import CrossConnect
import FoundationEssentials
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
