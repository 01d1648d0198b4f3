import CrossConnect
import Flows
import FoundationEssentials
import Testing

@testable import TerminalUI

@Suite struct HelpSearchTests {
  private func search(_ text: String, in driver: ScreenDriver = .at(.review)) -> ScreenDriver {
    driver.press(.control("g")).type(text)
  }

  private func searchRow(_ driver: ScreenDriver) -> String {
    driver.frame.rows[driver.screen.layout.statusRow].text
  }

  @Test func `typing leaves the entries that have all words in them, in any case`() {
    let driver = search("CONSOLE name digits")
    #expect(
      driver.form == """
          Fields for AWS Direct Connect

            AWS account ID
              What      The account the connection is offered to; accept it there
                        within 1 hour.
              Where     12 digits, under your name at the top right of the AWS console.
              Example   123456789012
              If empty  Required.
              More      1234-5678-9012 can be pasted as it is; leading zeros count.
              In JSON   primary_cloud_account_id
        """)
    #expect(searchRow(driver) == "  Search: CONSOLE name digits  (1 entry)")
    #expect(driver.frame.cursor == Position(row: driver.screen.layout.statusRow, column: 29))
  }

  @Test func `a heading counts for the entries under it`() {
    #expect(search("azure bandwidth").form.contains("The speed set on your ExpressRoute circuit."))
  }

  @Test func `a request's key and an exit code can be looked up`() {
    #expect(search("bgp_asn").form.contains("AWS-side ASN"))
    #expect(search("exit unknown").form.hasPrefix("  Exit codes\n    6"))
  }

  @Test func `a slash begins a search and is no part of it, nor is the first space`() {
    let driver = search("/")
    #expect(searchRow(driver) == "  Search:   (type a word)")
    #expect(search("/exit 6/", in: driver.press(.control("g"))).screen.help?.search == "exit 6/")
    let scrolled = search(" ")
    #expect(scrolled.screen.scroll > 0)
    #expect(scrolled.screen.help?.search == "")
  }

  @Test func `nothing that matches is said plainly`() {
    let driver = search("no such thing")
    #expect(driver.form == "  Nothing matches; Backspace shortens the search, Esc clears it.")
    #expect(searchRow(driver) == "  Search: no such thing  (0 entries)")
    #expect(
      driver.resize(columns: 60, rows: 16).form
        == "  Nothing matches; Backspace shortens the search, Esc\n  clears it.")
  }

  @Test func `escape clears the search first, then closes`() {
    let driver = ScreenDriver.at(.review)
    let before = driver.text
    let help = search("", in: driver).text
    driver.type("exit").press(.down)
    #expect(driver.press(.escape).text == help)
    #expect(driver.press(.escape).text == before)
  }

  @Test func `a search is edited like a filter, and widens again`() {
    let driver = search("exit codes")
    let count = driver.screen.help?.count
    driver.press(.backspace, .backspace, .control("w"))
    #expect(driver.screen.help?.search == "exit ")
    #expect(driver.screen.help?.count ?? 0 >= count ?? 0)
    driver.press(.control("u"))
    #expect(driver.screen.help?.search == "")
  }

  @Test func `a search begins at the top, and lasts through another size of the window`() {
    let driver = search("").press(.end)
    #expect(driver.type("keys").screen.scroll == 0)
    let count = driver.screen.help?.count
    driver.resize(columns: 132, rows: 43)
    #expect(driver.screen.help?.search == "keys")
    #expect(driver.screen.help?.count == count)
  }

  @Test func `what is typed or pasted into a search stays out of the field below`() {
    let driver = ScreenDriver.loaded().press(.enter).type("mine")
    search("exit", in: driver).paste(" codes ")
    #expect(driver.screen.help?.search == "exitcodes")
    #expect(driver.press(.escape, .escape).screen.app.form.draft[.name] == "mine")
  }

  @Test func `typing moves on among what is left, whatever is typed`() {
    // The same entries are left whichever way a search came about.
    let driver = search("b")
    for letter in "gp key telnyx" { driver.type(String(letter)) }
    let narrowed = driver.form
    let fresh = ScreenDriver.at(.review).press(.control("g")).paste("bgp key telnyx")
    #expect(narrowed == fresh.form)
  }
}
