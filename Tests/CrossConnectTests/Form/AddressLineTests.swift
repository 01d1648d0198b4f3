import CrossConnect
import Flows
import TestSupport
import Testing

/// Two addresses on one line are both ends of a circuit.
@Suite struct AddressLineTests {
  private static let ends = ["169.254.0.1", "169.254.0.2"]

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
    ] as [(String, [String])], [FieldID.primaryTelnyxIP, .primaryCloudIP])
  func `two addresses fill both ends, whichever was asked for`(
    line: (text: String, ends: [String]), field: FieldID
  ) {
    var app = App.answering(.sample(.aws))
    app.take(.form(.answerEdited(field, line.text)))
    #expect(
      app.update(.form(.pasted(field))).occurrences
        == [.takenApart([.primaryTelnyxIP, .primaryCloudIP])]
        || line.text.hasPrefix("Amazon"))
    let draft = app.form.draft
    #expect([draft[.primaryTelnyxIP], draft[.primaryCloudIP]] == line.ends)
  }

  @Test(arguments: [
    "169.254.0.1", "169.254.0.1 169.254.0.1", "169.254.0.1 169.254.0.2 169.254.0.3", "",
    "169.254.0.1 255.255.255.252", "fe80::1 fe80::2",
  ])
  func `anything else stays in its field`(text: String) {
    var app = App.answering(.sample(.aws))
    app.take(.form(.answerEdited(.primaryTelnyxIP, text)), .form(.pasted(.primaryTelnyxIP)))
    #expect(app.form.draft[.primaryTelnyxIP] == text)
    #expect(app.form.draft[.primaryCloudIP] == "")
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
