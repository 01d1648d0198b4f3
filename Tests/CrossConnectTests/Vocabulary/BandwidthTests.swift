import CrossConnect
import Testing

@Suite struct BandwidthTests {
  @Test(arguments: [("50", 50), ("1", 1), ("0050", 50), ("9999999", 9_999_999)])
  func `a positive whole number of Mbps is read`(text: String, mbps: Int) {
    #expect(Bandwidth(parsing: text) == Bandwidth(mbps: mbps))
  }

  @Test(arguments: [
    "", "0", "000", "-50", "+50", "50.0", "50 ", "5e1", "50 Mbps", "٥٠", "10000000",
    "99999999999999999999",
  ])
  func `anything else is refused`(text: String) {
    #expect(Bandwidth(parsing: text) == nil)
  }

  @Test func `speeds are ordered and have their unit`() {
    let speeds = [1000, 50, 200].map(Bandwidth.init(mbps:)).sorted()
    #expect(speeds.map(\.description) == ["50 Mbps", "200 Mbps", "1000 Mbps"])
  }
}
