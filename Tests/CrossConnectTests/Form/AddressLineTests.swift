import CrossConnect
import Flows
import TestSupport
import Testing

/// Two addresses on one line are both ends of a circuit.
@Suite struct AddressLineTests {
  private static let ends = ["169.254.0.1", "169.254.0.2"]

  private static func fieldsTakenApart(by occurrence: Occurrence) -> Set<FieldID> {
    if case .takenApart(let fields) = occurrence { Set(fields) } else { [] }
  }

  @Test(
    arguments: [
      ("169.254.0.1 169.254.0.2", ends), ("169.254.0.1, 169.254.0.2", ends),
      ("169.254.0.1/169.254.0.2", ends), ("169.254.0.1 - 169.254.0.2.", ends),
      ("169.254.0.1\u{2013}169.254.0.2", ends),
      ("169.254.0.1/30 and 169.254.0.2/30", ["169.254.0.1/30", "169.254.0.2/30"]),
      ("169.254.0.0/30: 169.254.0.1, 169.254.0.2", ends),
      ("169.254.0.1 (Telnyx) 169.254.0.2 (AWS) 255.255.255.252", ends),
      ("Your router peer IP: 169.254.0.1\tAmazon router peer IP: 169.254.0.2", ends),
      ("Amazon router peer IP: 169.254.0.2; Your router peer IP: 169.254.0.1", ends),
      (
        "AWS side is 169.254.0.2/30 and ours 169.254.0.1/30",
        ["169.254.0.1/30", "169.254.0.2/30"]
      ),
      ("ours 169.254.0.1, AWS-side 169.254.0.2", ends),
      ("169.254.0.2 (AWS) 169.254.0.1 (Telnyx)", ends), ("169.254.0.2 (AWS) 169.254.0.1", ends),
      ("169.254.0.2 [AWS], 169.254.0.1 [us]", ends), ("169.254.0.1 169.254.0.2 (Amazon's)", ends),
      ("169.254.0.2 AWS 169.254.0.1 Telnyx", ends), ("AWS 169.254.0.2 Telnyx 169.254.0.1", ends),
      ("169.254.0.2 = AWS, 169.254.0.1 = ours", ends),
      ("169.254.0.2 is theirs and 169.254.0.1 is Telnyx's", ends),
      ("\"primary_cloud_ip\": \"169.254.0.2\", \"primary_telnyx_ip\": \"169.254.0.1\"", ends),
      ("amazonAddress: 169.254.0.2 customerAddress: 169.254.0.1", ends),
      ("IPs: 169.254.0.1, 169.254.0.2", ends),
      (
        "169.254.0.1 255.255.255.252 169.254.0.2 mask 255.255.255.252",
        ["169.254.0.1/30", "169.254.0.2/30"]
      ),
    ] as [(String, [String])], [FieldID.primaryTelnyxIP, .primaryCloudIP])
  func `two addresses fill both ends, whichever was asked for`(
    line: (text: String, ends: [String]), field: FieldID
  ) {
    var app = App.answering(.sample(.aws))
    app.take(.form(.answerEdited(field, line.text)))
    #expect(
      app.update(.form(.pasted(field))).occurrences
        .map(Self.fieldsTakenApart) == [[.primaryTelnyxIP, .primaryCloudIP]])
    let draft = app.form.draft
    #expect([draft[.primaryTelnyxIP], draft[.primaryCloudIP]] == line.ends)
  }

  @Test(arguments: [
    "169.254.0.1", "169.254.0.1 169.254.0.1", "169.254.0.1 169.254.0.2 169.254.0.3", "",
    "169.254.0.1 255.255.255.252", "169.254.0.1/255.255.255.252", "fe80::1 fe80::2",
    "ours 169.254.0.1, theirs 169.254.0.2", "169.254.0.1 (left) 169.254.0.2 (right)",
    "AWS 169.254.0.1, Amazon 169.254.0.2", "Telnyx to AWS: 169.254.0.1, 169.254.0.2",
    "AWS peer IPs: 169.254.0.1, 169.254.0.2", "aws-prod: 169.254.0.1, 169.254.0.2",
    "169.254.0.1 AWS 169.254.0.2", "primary 169.254.0.1, secondary 169.254.0.5",
  ])
  func `anything else stays in its field, and two addresses are asked about`(text: String) throws {
    var app = App.answering(.sample(.aws))
    app.take(.form(.answerEdited(.primaryTelnyxIP, text)), .form(.pasted(.primaryTelnyxIP)))
    #expect(app.form.draft[.primaryTelnyxIP] == text)
    #expect(app.form.draft[.primaryCloudIP] == "")
    let field = try #require(app.form.draft.field(.primaryTelnyxIP))
    let isOne = text.isEmpty || text.hasSuffix("252") || text.hasSuffix("0.1")
    #expect(isOne || app.problems(of: field).contains(where: \.isBlocking))
  }

  @Test func `the secondary's line fills the secondary`() {
    var app = App.answering(.sample(.aws).answering([.wantsSecondary: "yes"]))
    app.take(
      .form(.answerEdited(.secondaryCloudIP, "169.254.0.5, 169.254.0.6")),
      .form(.fieldLeft(.secondaryCloudIP)))
    #expect(app.form.draft[.secondaryTelnyxIP] == "169.254.0.5")
    #expect(app.form.draft[.secondaryCloudIP] == "169.254.0.6")
  }
}
