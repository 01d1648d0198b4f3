import TelnyxAPI
import Presentation
import CrossConnect
import Flows
import Testing

@testable import TerminalUI

@Suite struct WindowSizeTests {
  @Test func `from 110 columns on the request so far stands beside the form, secrets as dots`() {
    let driver = ScreenDriver.at(.circuits, columns: 110, rows: 24)
    driver.focus(on: .field(.primaryBGPKey)).type("s3cret").press(.control("t"))
    #expect(
      driver.form == """
          How should BGP run between Telnyx and AWS?                           Request so far
          Telnyx assigns what you leave empty. The ASN must match your AWS
          gateway's.                                                           {
                                                                                 "network_id":
            Secondary circuit      No                                             "6a09cdc3-8948-47f0-aa62-74ac943d6c
                                                                                  58",
            AWS-side ASN           64512                                         "name": "aws-prod",
            Primary Telnyx IP      (Telnyx assigns)                              "region_code": "ashburn-va",
            Primary AWS IP         (Telnyx assigns)                              "cloud_provider": "aws",
          > Primary BGP key        s3cret                      [ Generate ]      "cloud_provider_region":
                                                                                  "us-east-1",
             [ Next ]  [ Back ]  [ Help ]  [ Quit ]                              "primary_cloud_account_id":
                                                                                  "123456789012",
                                                                                 "bandwidth_mbps": 50,
                                                                                 "bgp_asn": 64512,
        """)
    #expect(!driver.resize(columns: 109, rows: 24).text.contains("Request so far"))
  }

  @Test(arguments: [(59, 16), (60, 15), (10, 3)])
  func `a window that is too small says so and what works`(columns: Int, rows: Int) {
    let driver = ScreenDriver.loaded().resize(columns: columns, rows: rows)
    let words = driver.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      "Make the window at least 60x16, or use vxc --plain; nothing is lost. ^C twice quits."
        .hasPrefix(words.replacing("~", with: "")) || rows < 5)
    #expect(driver.frame.cursor == nil)
  }

  @Test func `in a window that is too small nothing but quitting works, and nothing is lost`() {
    let driver = ScreenDriver.readyToCreate()
    let before = driver.text
    driver.resize(columns: 40, rows: 10)
    driver.press(.enter, .tab, .character("x"), .escape, .pageUp).paste("text")
    #expect(driver.orders == [])
    #expect(driver.resize(columns: 80, rows: 24).text == before)
    driver.resize(columns: 40, rows: 10).press(.control("c"), .control("c"))
    #expect(driver.screen.ending?.code == 130)
  }

  @Test func `below 80x24 the help goes, and the form scrolls to the focus`() {
    let driver = ScreenDriver.at(.circuits)
    driver.type("own").press(.enter)
    driver.resize(columns: 60, rows: 16)
    #expect(
      driver.focus(on: .button(.quit)).text == """
        Telnyx VXC  new cross connect                api.telnyx.com
         [5 Circuits]                                           5/6
         4 more above ----------------------------------------------
            Secondary circuit      Yes, my own values

            AWS-side ASN           64512
            Primary Telnyx IP      (Telnyx assigns)
            Primary AWS IP         (Telnyx assigns)
            Primary BGP key        (Telnyx assigns)  [ Generate ]
            Secondary Telnyx IP    (Telnyx assigns)
            Secondary AWS IP       (Telnyx assigns)
            Secondary BGP key      (Telnyx assigns)  [ Generate ]
             [ Next ]  [ Back ]  [ Help ] >[ Quit ]
        ------------------------------------------------------------

         Tab next  Enter press  Esc back  ^G help  ^C quit
        """)
  }

  @Test func `in a UTF-8 locale the rules are lines`() {
    let driver = ScreenDriver(drawsUnicode: true)
    #expect(driver.frame.rows[2].text == String(repeating: "\u{2500}", count: 80))
  }

  @Test func `the demo is marked as one in every size`() {
    let driver = ScreenDriver.loaded(isDemo: true)
    for columns in [60, 79, 80, 120] {
      driver.resize(columns: columns, rows: 24)
      #expect(driver.title.contains("DEMO: nothing is created"), "\(driver.title)")
    }
  }

  @Test
  func `from 150 columns on the order so far stands beside the form in words, with its price`() {
    let driver = ScreenDriver.at(.circuits, columns: 200, rows: 60)
    #expect(driver.text.contains("Order so far"))
    #expect(driver.text.contains("Price                   $100 a month"))
    #expect(!driver.text.contains("Request so far"))
    driver.focus(on: .button(.next)).type("r")
    #expect(driver.form.contains("\"bgp_asn\": 64512"))
    #expect(driver.press(.escape).resize(columns: 149, rows: 60).text.contains("Request so far"))
  }

  @Test(arguments: Step.allCases)
  func `no sentence is wider than 100 columns, however wide the window`(step: Step) {
    let driver = ScreenDriver.at(step, columns: 200, rows: 60)
    for _ in driver.screen.controls {
      let rows = driver.frame.rows.dropFirst(3).dropLast()
      let wide = rows.flatMap(\.spans).filter { $0.width > 101 && !$0.text.contains("---") }
      #expect(wide == [])
      driver.press(.tab)
    }
  }

  @Test(arguments: Step.allCases, CloudProvider.allCases)
  func `every button of a page is in view at 60x16, wherever the focus is`(
    step: Step, provider: CloudProvider
  ) {
    let driver = ScreenDriver.at(step, provider: provider, columns: 60, rows: 16)
    for _ in driver.screen.controls {
      for action in driver.screen.app.actions {
        #expect(driver.text.contains("[ \(action.title) ]"), "\(driver.text)")
      }
      #expect(driver.screen.showsFocus, "\(driver.text)")
      driver.press(.tab)
    }
  }
}

/// What stands on no page of the form, in the smallest window.
@Suite struct SmallestWindowTests {
  private static func places() throws -> [(String, ScreenDriver)] {
    let connect = try #require(Sample.connect)
    let sending = ScreenDriver.readyToCreate().press(.enter)
    let unknown = ScreenDriver.readyToCreate().press(.enter)
    unknown.receive(
      .submission(
        .orderAnswered(.failure(.outcomeUnknown(.lost(.timedOut(seconds: 30)))), at: unknown.now))
    ).wait(.seconds(1))
    let stopping = ScreenDriver.readyToCreate().press(.enter).wait(.seconds(1)).press(.enter)
    let list = ScreenDriver.loaded().press(.control("o"))
    list.receive(.inventory(.connectsLoaded(.success([connect]), at: list.now)))
    return [
      ("sign-in", ScreenDriver(hasKey: false)), ("sending", sending), ("unknown", unknown),
      ("stop waiting", stopping), ("quit", ScreenDriver.at(.review).press(.control("c"))),
      ("offer", ScreenDriver.loaded().receive(DraftOfferTests.found)), ("list", list),
    ]
  }

  @Test func `every button and what has the focus are in view at 60x16`() throws {
    for (name, driver) in try Self.places() {
      driver.resize(columns: 60, rows: 16)
      for control in driver.screen.controls {
        #expect(driver.focusedRow.contains(">"), "\(name), \(control)\n\(driver.text)")
        for case .button(let action) in driver.screen.controls {
          #expect(driver.text.contains("[ \(action.title) ]"), "\(name)\n\(driver.text)")
        }
        driver.press(.tab)
      }
    }
  }
}
