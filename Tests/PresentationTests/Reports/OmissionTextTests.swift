import CrossConnect
import Testing

@testable import Presentation

@Suite struct OmissionTextTests {
  @Test(
    arguments: [
      ([.otherCloud("oci")], "vxc left out 1 row of coverage: it can't order for oci."),
      ([.unreadable], "vxc left out 1 row of coverage: the row lacks an end."),
      (
        [.otherCloud("oci"), .otherCloud("ibm"), .otherCloud("oci")],
        "vxc left out 3 rows of coverage: it can't order for oci, ibm."
      ),
      (
        ["a", "b\u{1B}", "c", "d"].map { .otherCloud($0) },
        "vxc left out 4 rows of coverage: it can't order for a, b^[, c and 1 more."
      ),
    ] as [([Coverage.Record], String)])
  func `what can't be offered is told in a sentence`(
    records: [Coverage.Record], sentence: String
  ) {
    #expect(Coverage(records: records).omission?.sentence == sentence)
  }
}
