import CrossConnect
import Testing

@testable import Presentation

@Suite struct OmissionTextTests {
  @Test(
    arguments: [
      ([.otherCloud("oci")], "1 row of coverage is left out: vxc can't order for oci."),
      ([.unreadable], "1 row of coverage is left out: an end of it is missing."),
      (
        [.otherCloud("oci"), .otherCloud("ibm"), .otherCloud("oci")],
        "3 rows of coverage are left out: vxc can't order for oci, ibm."
      ),
      (
        ["a", "b\u{1B}", "c", "d"].map { .otherCloud($0) },
        "4 rows of coverage are left out: vxc can't order for a, b^[, c and 1 more."
      ),
    ] as [([Coverage.Record], String)])
  func `what can't be offered is told in a sentence`(
    records: [Coverage.Record], sentence: String
  ) {
    #expect(Coverage(records: records).omission?.sentence == sentence)
  }
}
