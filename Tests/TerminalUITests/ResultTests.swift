import Presentation
import CrossConnect
import Flows
import Testing

@testable import TerminalUI

@Suite struct ResultTests {
  private func atResult() throws -> ScreenDriver {
    ScreenDriver.atResult(try #require(Sample.connect)).wait(.milliseconds(300))
  }

  @Test func `the page shows the way to traffic, both circuits and the whole answer`() throws {
    let driver = try atResult().resize(columns: 80, rows: 60)
    #expect(driver.title.hasPrefix("Telnyx VXC  created, not active yet"))
    #expect(
      driver.form == """
          VXC ID                   910a2dec-8902-4cc1-beeb-8da1658eec67
            >[ Check status ]  [ Wait ]

          Accept it before 10:00 UTC (59 min left), or Telnyx deletes this VXC.
          [x] 1 Ordered            50 Mbps, ashburn-va - us-east-1, $100 a month
          [ ] 2 Accept in AWS      AWS console > Direct Connect > Connections: accept
                                   the hosted connection, one for each circuit.
                                   [ Done ]
          [ ] 3 Enable             After you accept it in AWS.
                                   [ Enable primary ]
          [ ] 4 Virtual interface  AWS console: create a private virtual interface, one
                                   for each circuit.
          [ ] 5 Provisioned        Telnyx sets up the circuits.
          [ ] 6 Announce routes    Available once the status is "provisioned".

          Primary circuit: not enabled
            BGP ASN                63440
            Your router peer IP    169.254.0.1
            Amazon router peer IP  169.254.0.2
            BGP authentication key ************************ (24 characters)

          Secondary circuit: none
          It can be added; Telnyx chooses its addresses and its key, and bills it.
             [ Add a secondary ]

             [ Commands ]  [ Delete ]  [ Help ]  [ All cross connects ]  [ Leave ]

          The whole answer
            VXC ID                 910a2dec-8902-4cc1-beeb-8da1658eec67
            Status                 created
            Cloud provider         AWS Direct Connect
            AWS region             us-east-1
            Primary Telnyx IP      169.254.0.1
            Primary AWS IP         169.254.0.2
            Primary BGP key        ************************ (24 characters)
            Created at             2026-07-15T09:00:00Z
        """)
  }

  @Test func `the minutes left to accept it count down without a key`() throws {
    let driver = try atResult()
    #expect(driver.form.contains("(59 min left)"))
    driver.wait(.seconds(61))
    #expect(driver.form.contains("(58 min left)"))
  }

  @Test func `the key is dots until t shows it, and c hands it to the clipboard`() throws {
    let driver = try atResult().resize(columns: 80, rows: 60)
    #expect(!driver.text.contains("s3cret-key-of-24-letters"))
    #expect(driver.type("t").text.contains("s3cret-key-of-24-letters"))
    #expect(!driver.type("t").text.contains("s3cret-key-of-24-letters"))
    driver.type("c")
    #expect(driver.screen.terminalRequests.last == .copy(Secret("s3cret-key-of-24-letters")))
    #expect(driver.status == "The primary BGP key was sent to your terminal, for its clipboard.")
  }

  @Test func `q and Leave end with exit code 0 once the key was seen, Esc doesn't leave`() throws {
    #expect(try atResult().type("tq").screen.ending?.code == 0)
    #expect(try atResult().type("cq").screen.ending?.code == 0)
    let leave = try atResult().focus(on: .button(.leave)).press(.enter)
    #expect(leave.screen.ending == nil && leave.text.contains("The BGP key was never shown"))
    #expect(leave.press(.enter).screen.ending == nil, "a held key leaves no key behind")
    leave.wait(.milliseconds(750)).press(.enter)
    #expect(leave.screen.ending == nil, "what is out of view is brought into it first")
    #expect(leave.press(.enter).screen.ending?.code == 0, "it is asked once")
    #expect(try atResult().press(.escape).screen.ending == nil)
  }

  @Test func `it scrolls to its end, and text from the API can't move the screen`() throws {
    let connect = try #require(
      Sample.crossConnect(["note": .string("a\u{1B}[2J\u{202E}b"), "zone": .null]))
    let driver = ScreenDriver.atResult(connect).wait(.milliseconds(300)).press(.end)
    #expect(driver.form.contains("a^[[2J<U+202E>b"))
  }
}
