import CrossConnect
import Flows
import Testing

@testable import TerminalUI

@Suite struct ErrorSummaryTests {
  private func withThreeErrors() -> ScreenDriver {
    let driver = ScreenDriver.at(.circuits)
    driver.press(.tab, .control("u")).type("0")
    driver.press(.tab).type("169.254.0.1").press(.tab).type("169.254.0.1")
    return driver.press(.tab).type("short").press(.pageDown)
  }

  @Test func `Next puts the focus on a summary in the words that stand beside the fields`() {
    #expect(
      withThreeErrors().form == """
          There is a problem
          > 1. AWS-side ASN: ASN 0 is reserved by RFC 7607.
            2. Primary AWS IP: Both ends have the address 169.254.0.1; each needs its
               own.
            3. Primary BGP key: A BGP key has 6 to 80 characters here; this has 5.

          How should BGP run between Telnyx and AWS?

            Secondary circuit      No

            AWS-side ASN           0
                                   Error: ASN 0 is reserved by RFC 7607.
            Primary Telnyx IP      169.254.0.1
            Primary AWS IP         169.254.0.1
             [ Next ]  [ Back ]  [ Help ]  [ Quit ]
        """)
  }

  @Test(arguments: [
    ("1", FieldID.asn), ("2", .primaryCloudIP), ("3", .primaryBGPKey),
  ])
  func `an entry's number goes to its field`(digit: String, field: FieldID) {
    #expect(withThreeErrors().type(digit).screen.focus == .field(field))
  }

  @Test func `Enter goes to the field of the focused entry`() {
    #expect(withThreeErrors().press(.tab, .enter).screen.focus == .field(.primaryCloudIP))
  }

  @Test(arguments: ["64512", "12345"])
  func `an answer that is typed on its entry takes the refused one's place`(answer: String) {
    let driver = withThreeErrors().type(answer)
    #expect(driver.screen.focus == .field(.asn))
    #expect(driver.screen.app.form.draft[.asn] == answer)
  }

  @Test func `a number that is followed by nothing, or later, changes no answer`() {
    let driver = withThreeErrors()
    let refused = driver.screen.app.form.draft[.asn]
    driver.type("9")
    #expect(driver.screen.focus == .field(.asn))
    #expect(driver.screen.app.form.draft[.asn] == refused)
    driver.wait(.seconds(1)).type("1")
    #expect(driver.screen.app.form.draft[.asn] == refused + "1")
  }

  @Test func `what is pasted on an entry takes the refused answer's place`() {
    let driver = withThreeErrors().press(.tab).paste("169.254.0.2")
    #expect(driver.screen.focus == .field(.primaryCloudIP))
    #expect(driver.screen.app.form.draft[.primaryCloudIP] == "169.254.0.2")
  }

  @Test func `an error is checked again while it is edited, and goes when it is put right`() {
    let driver = withThreeErrors().type("3").type("e")
    #expect(driver.screen.app.form.problems.map(\.field) == [.asn, .primaryCloudIP])
    driver.press(.backspace)
    #expect(driver.screen.app.form.problems.map(\.field) == [.asn, .primaryCloudIP])
  }

  @Test func `Next with the same error again comes back to the summary`() {
    let driver = withThreeErrors().type("1").press(.pageDown)
    #expect(driver.screen.focus == .problem(0))
  }

  @Test func `the API's refusals stand at their fields, those without one in the summary`() {
    let driver = ScreenDriver.readyToCreate().press(.enter)
    driver.receive(.submission(.orderAnswered(.failure(Sample.refusal), at: driver.now)))
    driver.wait(.milliseconds(300))
    #expect(
      driver.form == """
          Not created. There is a problem
          > 1. Primary AWS IP: The address is in use.
            2. Primary BGP key: The key is too weak.
            3. The account is full.

          Order this cross connect?
            1 Network                prod-core (6a09cdc3)
              VXC name               aws-prod
            2 Telnyx region          ashburn-va
            3 Cloud provider         AWS Direct Connect
              AWS region             us-east-1
              AWS account ID         123456789012
            4 Bandwidth              50 Mbps
            5 AWS-side ASN           64512, to Telnyx's 63440
              Primary Telnyx IP      (Telnyx assigns)
              Primary AWS IP         (Telnyx assigns)  Error: The address is in use.
             [ Create VXC ]  [ Show request ]  [ Back ]  [ Help ]  [ Quit ]
        """)
    driver.type("2")
    #expect(driver.screen.focus == .field(.primaryBGPKey))
    driver.press(.escape)
    #expect(driver.screen.app.form.problems.count == 3)
  }
}
