import Presentation
import CrossConnect
import Flows
import TestSupport
import Testing

@testable import TerminalUI

@Suite struct ReviewTests {
  @Test func `of a code that is too long both ends are seen`() {
    let driver = ScreenDriver.at(.review, provider: .googleCloud)
    let pairing = driver.form.split(separator: "\n").first { $0.contains("Pairing key") }
    #expect(pairing.map(String.init)?.hasSuffix("/us-east4/1") == true)
    let narrow = driver.resize(columns: 60, rows: 24).form
    let row = narrow.split(separator: "\n").first { $0.contains("Pairing key") }
    #expect(row.map(String.init)?.hasSuffix("-74ac943d6c58/us-east4/1") == false)
    #expect(row.map(String.init)?.hasSuffix("/us-east4/1") == true)
    #expect(row?.contains("6a09") == true)
  }

  @Test func `the review shows every answer in numbered groups, and the price`() {
    #expect(
      ScreenDriver.at(.review, rows: 30).form == """
          Order this cross connect?

          > 1 Network                prod-core (6a09cdc3)
              VXC name               aws-prod
            2 Telnyx region          ashburn-va
            3 Cloud provider         AWS Direct Connect
              AWS region             us-east-1
              AWS account ID         123456789012
            4 Bandwidth              50 Mbps
            5 AWS-side ASN           64512, to Telnyx's 63440
              Telnyx assigns         Primary Telnyx IP, AWS IP, BGP key
            6 Secondary circuit      No
              Price                  $100 a month
              (list price, 2026-07, without the cloud provider's charges)

             [ Create VXC ]  [ Show request ]  [ Back ]  [ Help ]  [ Quit ]
        """)
  }

  @Test(arguments: [
    ("1", Step.network, Control.field(.network)), ("2", .region, .field(.telnyxRegion)),
    ("3", .provider, .field(.cloudProvider)), ("4", .bandwidth, .field(.bandwidth)),
    ("5", .circuits, .field(.asn)), ("6", .circuits, .field(.wantsSecondary)),
  ])
  func `a group's number changes it, and Next comes straight back to it`(
    digit: String, step: Step, control: Control
  ) {
    let driver = ScreenDriver.at(.review).type(digit)
    #expect(driver.screen.app.place == .step(step))
    #expect(driver.screen.focus == control)
    driver.focus(on: .button(.next)).press(.enter)
    #expect(driver.screen.app.place == .step(.review))
    #expect(driver.screen.focus == .group(Int(digit) ?? 0))
  }

  @Test func `Enter changes the focused group, and Esc comes back without a check`() {
    let driver = ScreenDriver.at(.review).press(.tab, .tab, .tab, .tab, .enter)
    #expect(driver.screen.focus == .field(.asn))
    driver.press(.control("u")).type("0").press(.escape)
    #expect(driver.screen.app.place == .step(.review))
    #expect(driver.screen.app.form.draft[.asn] == "0")
  }

  @Test func `a note on an answer stands beside it, even if nobody saw it in the form`() {
    let driver = ScreenDriver.at(.provider, rows: 30).type("AWS").press(.enter)
    driver.paste("AWS Account ID: 1234-5678-9012").press(.pageDown).press(.enter, .pageDown)
    #expect(driver.screen.app.place == .step(.review))
    #expect(
      driver.form.contains(
        """
              AWS account ID         123456789012
                                     Note: Taken: 123456789012. Left out: "AWS Account
                                     ID:".
        """), "\(driver.form)")
    driver.type("3").focus(on: .field(.primaryAccount))
    #expect(driver.focusedRow.hasSuffix("AWS Account ID: 1234-5678-9012"), "nothing is lost")
  }

  @Test func `numbers without a group do nothing`() {
    let driver = ScreenDriver.at(.review).type("0789")
    #expect(driver.screen.app.place == .step(.review))
    #expect(driver.screen.focus == .group(1))
  }

  @Test func `r shows the exact request, secrets as dots until they are asked for`() {
    let driver = ScreenDriver.at(.circuits).focus(on: .field(.primaryBGPKey)).type("s3cret").press(
      .pageDown)
    driver.type("r")
    let request = """
        POST https://api.telnyx.com/v2/virtual_cross_connects

        {
          "network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58",
          "name": "aws-prod",
          "region_code": "ashburn-va",
          "cloud_provider": "aws",
          "cloud_provider_region": "us-east-1",
          "primary_cloud_account_id": "123456789012",
          "bandwidth_mbps": 50,
          "bgp_asn": 64512,
          "primary_bgp_key": "KEY"
        }
      """
    #expect(driver.form.hasPrefix(request.replacing("KEY", with: "******")))
    driver.press(.control("t"))
    #expect(driver.form.hasPrefix(request.replacing("KEY", with: "s3cret")))
    driver.press(.escape)
    #expect(driver.screen.focus == .group(1))
    #expect(!driver.text.contains("s3cret"))
  }

  @Test func `under the request stands the equal command, and s saves the answers for it`() {
    let driver = ScreenDriver.at(.review, rows: 40).type("r")
    #expect(
      driver.form.contains(
        """
          The same as a command

          vxc create --network 6a09cdc3-8948-47f0-aa62-74ac943d6c58 --name aws-prod \\
            --region ashburn-va --provider aws --cloud-region us-east-1 \\
            --account 123456789012 --bandwidth 50
        """))
    driver.type("s")
    #expect(driver.effects.last == .saveRequest(driver.screen.app.form.draft.requestSoFar))
    driver.receive(.records(.requestSaved(path: "~/requests/aws-prod.json")))
    #expect(driver.text.contains("Answers saved for --from: ~/requests/aws-prod.json"))
  }

  /// An order with everything that can be answered, and nothing to warn of.
  private static func full(_ provider: CloudProvider, columns: Int, rows: Int) -> ScreenDriver {
    let draft = Draft.fullSample(provider)
    let driver = ScreenDriver.loaded(columns: columns, rows: rows)
    for field in FieldID.allCases {
      driver.receive(.form(.answerEdited(field, draft[field])))
    }
    for _ in Step.allCases.dropLast() { driver.receive(.form(.nextPressed)) }
    return driver
  }

  @Test(arguments: CloudProvider.allCases)
  func `a whole order is on one page at 80x24, with Create in view`(provider: CloudProvider) {
    let driver = Self.full(provider, columns: 80, rows: 24)
    #expect(driver.screen.app.place == .step(.review), "\(driver.text)")
    #expect(!driver.text.contains("more below"), "\(driver.text)")
    #expect(driver.text.contains("[ Create VXC ]"))
    driver.press(.pageDown)
    #expect(driver.screen.focus == .button(.create))
    #expect(driver.orders == [], "it is still to be pressed")
  }

  @Test(arguments: CloudProvider.allCases, [(80, 24), (60, 16), (120, 40), (200, 60)])
  func `Create is in view on the review in every window`(
    provider: CloudProvider, size: (columns: Int, rows: Int)
  ) {
    let driver = Self.full(provider, columns: size.columns, rows: size.rows)
    for _ in driver.screen.controls {
      #expect(driver.text.contains("[ Create VXC ]"), "\(driver.text)")
      driver.press(.tab)
    }
  }

  @Test func `where the review is longer than its rows, PgDn shows the rest before Create`() {
    let driver = Self.full(.aws, columns: 60, rows: 16)
    var pages = 0
    while driver.screen.focus != .button(.create), pages < 10 {
      driver.press(.pageDown)
      pages += 1
    }
    #expect((2...4).contains(pages))
    #expect(!driver.text.contains("more below"))
  }

  @Test func `in a narrow window words are folded, not cut`() {
    let driver = ScreenDriver.at(.review, columns: 60, rows: 40)
    #expect(
      driver.form.contains(
        """
              Telnyx assigns         Primary Telnyx IP, AWS IP, BGP
                                     key
        """), "\(driver.text)")
    #expect(driver.form.contains("the cloud provider's\n      charges)"), "\(driver.text)")
  }
}
