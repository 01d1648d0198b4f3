import Presentation
import CrossConnect
import Flows
import TelnyxAPI
import Testing

@testable import TerminalUI

@Suite struct ListFieldTests {
  @Test func `typing filters by every word, in names, codes and the clouds' regions`() {
    let driver = ScreenDriver.at(.region).type("EU-west dub")
    #expect(
      driver.form == """
          Which Telnyx location should the link start from?

          > Telnyx region          filter: EU-west dub  (1 of 3)
            >   dublin-ie   Dublin, IE      DB1  EMEA  AWS

             [ Next ]  [ Back ]  [ Help ]  [ Quit ]
        """)
  }

  @Test func `with no match the list says how to go on, and Enter chooses nothing`() {
    let driver = ScreenDriver.at(.region).type("nowhere").press(.enter)
    #expect(
      driver.form == """
          Which Telnyx location should the link start from?

          > Telnyx region          filter: nowhere  (0 of 3)
              Nothing matches; Backspace shortens the filter, Esc clears it.

             [ Next ]  [ Back ]  [ Help ]  [ Quit ]
        """)
    #expect(driver.screen.app.form.draft[.telnyxRegion] == "")
    #expect(
      driver.resize(columns: 60, rows: 16).form.contains(
        "      Nothing matches; Backspace shortens the filter, Esc\n      clears it.\n"))
  }

  @Test func `Esc clears the filter first, and only then goes back`() {
    let driver = ScreenDriver.at(.region).type("dub").press(.escape)
    #expect(driver.focusedRow.hasPrefix("    >   ashburn-va"))
    driver.press(.escape)
    #expect(driver.screen.app.place == .step(.network))
  }

  @Test func `Backspace, Ctrl-W and Ctrl-U shorten the filter`() {
    let driver = ScreenDriver.at(.region).type("us east")
    var filters: [String?] = []
    for key in [Key.backspace, .control("w"), .backspace, .control("u"), .backspace] {
      driver.press(key)
      filters.append(driver.screen.openList?.filter)
    }
    #expect(filters == ["us eas", "us ", "us", "", ""])
  }

  @Test func `a slash begins a filter and isn't part of it`() {
    let driver = ScreenDriver.at(.region).type("/dub/")
    #expect(driver.screen.openList?.filter == "dub/")
  }

  @Test func `Space chooses, but belongs to a filter once that is begun`() {
    let driver = ScreenDriver.loaded().type("prod edge")
    #expect(driver.focusedRow == "  > Network                filter: prod edge  (1 of 3)")
    driver.press(.escape, .character(" "))
    #expect(driver.screen.app.form.draft[.network] == Sample.networks[0].id)
  }

  @Test func `the chosen row is marked, and the list opens on it`() {
    let driver = ScreenDriver.loaded().press(.down, .enter, .backTab, .backTab, .backTab)
    #expect(
      driver.form == """
          Which network should the cross connect belong to?

          > Network                3 choices; type to filter
                prod-core     6a09cdc3-8948-47f0-aa62-74ac943d6c58
            > * prod edge     b5f1a2de-0c3e-4d53-9d0c-1f6f2b8a7e14
                büro-münchen  7f26e8a0-c4d1-4e95-a7b8-93d20f5c1e46
                                    [ New network ]  [ Enter ID ]
            VXC name               (no name)

             [ Next ]  [ Help ]  [ Quit ]
        """)
  }

  @Test func `a long list scrolls under the mark, by rows, pages and to its ends`() {
    let driver = ScreenDriver.at(.region).receive(
      .choices(.coverageLoaded(.success(Sample.manyRegions))))
    var marked: [Substring] = []
    for key in [Key.down, .pageDown, .pageDown, .end, .pageUp, .up, .home, .up] {
      driver.press(key)
      #expect(driver.form.split(separator: "\n").count { $0.contains("City") } == 10)
      marked.append(driver.focusedRow.dropFirst(8).prefix(7))
    }
    #expect(
      marked == [
        "city-11", "city-20", "city-29", "city-39", "city-30", "city-29", "city-10", "city-10",
      ])
  }

  @Test func `what can't be chosen is listed with the reason, which Enter repeats`() {
    let driver = ScreenDriver.at(.region).type("dublin").press(.enter).press(.backTab, .backTab)
    #expect(
      driver.form.hasPrefix(
        """
          Which cloud should dublin-ie be linked to?

          > Cloud provider         3 choices; type to filter
            > * AWS Direct Connect           1 cloud region
        """))
    driver.press(.down, .enter)
    #expect(driver.screen.focus == .field(.cloudProvider))
    // Longer than the status row, it takes the last row of the help as well.
    #expect(driver.text.contains("Azure ExpressRoute can't be reached from dublin-ie."))
    #expect(driver.status == "another Telnyx region.")
    #expect(driver.screen.app.form.draft[.cloudProvider] == "aws", "the only one in reach")
  }

  @Test func `choices that arrive while one looks keep the filter and the marked row`() {
    let driver = ScreenDriver.loaded().type("prod").press(.down)
    let new = Network(id: "18b3d5f4-9e07-4c2a-8c61-e47a90d2b35f", name: "prod new")
    driver.press(.control("r")).receive(
      .choices(.networksLoaded(.success([new] + Sample.networks))))
    #expect(driver.form.contains("filter: prod  (3 of 4)"))
    driver.press(.enter)
    #expect(driver.screen.app.form.draft[.network] == Sample.networks[1].id)
  }

  @Test func `a list can be used while it grows, and its mark stays on its choice`() {
    let driver = ScreenDriver.loaded().press(.control("r"))
    driver.receive(.choices(.networksArrived(Array(Sample.networks.prefix(2))))).press(.down)
    #expect(driver.form.contains("2 choices so far; type to filter"))
    driver.receive(.choices(.networksLoaded(.success([Sample.networks[2]]))))
    #expect(driver.form.contains("3 choices; type to filter"))
    driver.press(.enter)
    #expect(driver.screen.app.form.draft[.network] == Sample.networks[1].id)
  }

  @Test func `a filter holds for what comes later too`() {
    let driver = ScreenDriver.loaded().press(.control("r"))
    driver.receive(.choices(.networksArrived([Sample.networks[0]]))).type("edge")
    #expect(driver.form.contains("Nothing matches so far; Backspace"))
    driver.receive(.choices(.networksLoaded(.success([Sample.networks[1]]))))
    #expect(driver.form.contains("filter: edge  (1 of 2)"))
  }

  @Test func `a list that isn't whole says so, and can be asked for again`() {
    let driver = ScreenDriver.loaded().press(.control("r"))
    driver.receive(.choices(.networksArrived(Sample.networks)))
    driver.receive(.choices(.networksLoaded(.failure(.outcomeUnknown(.status(503, []))))))
    #expect(driver.form.contains("Could not load all of the networks. The API answered 503."))
    #expect(driver.form.contains("[ Retry ]  [ New network ]  [ Enter ID ]"))
    driver.press(.enter)
    #expect(driver.screen.app.form.draft[.network] == Sample.networks[0].id)
  }

  @Test func `what is missing from a list can be entered by hand`() {
    let driver = ScreenDriver.at(.region, provider: .aws).press(.control("r"))
    driver.receive(.choices(.coverageArrived(Sample.coverage)))
    driver.receive(.choices(.coverageLoaded(.failure(.outcomeUnknown(.status(503, []))))))
    driver.press(.tab, .tab, .enter)
    #expect(driver.screen.app.form.coverageEntry == .byHand)
    #expect(driver.screen.focus == .field(.telnyxRegion))
    #expect(driver.screen.situation == .text)
  }

  @Test func `while choices are loading, PgDn and Tab still go about`() {
    let driver = ScreenDriver()
    #expect(driver.focusedRow.hasPrefix("  > Network                Loading ..."))
    driver.press(.pageDown)
    #expect(driver.screen.focus == .problem(0))
    driver.press(.tab, .tab)
    #expect(driver.screen.focus == .button(.newNetwork))
  }

  @Test(arguments: [(Step.provider, FieldID.cloudRegion), (.bandwidth, .bandwidth)])
  func `choices that are asked for again are no choices meanwhile`(
    step: Step, field: FieldID
  ) {
    let driver = ScreenDriver.at(step, provider: .aws)
    if step == .provider { driver.press(.enter).focus(on: .field(.cloudRegion)) }
    driver.press(.control("r"), .enter)
    #expect(driver.form.contains("Loading ..."))
    #expect(driver.screen.focus == .field(field))
    driver.receive(.choices(.coverageLoaded(.failure(.outcomeUnknown(.status(503, []))))))
    #expect(driver.form.contains("[ Retry ]  [ Enter by hand ]"))
    driver.press(.enter).receive(.choices(.coverageLoaded(.success(Sample.coverage))))
    #expect(driver.screen.openList?.matches.isEmpty == false)
  }

  @Test func `choices that come while it is asked whether to quit are there afterwards`() {
    let driver = ScreenDriver.loaded().type("prod").press(.control("r"), .control("c"))
    driver.receive(.choices(.networksLoaded(.success(Sample.networks.reversed()))))
    driver.press(.escape, .down, .enter)
    #expect(driver.screen.app.form.draft[.network] == "6a09cdc3-8948-47f0-aa62-74ac943d6c58")
  }

  @Test func `what is put over a list leaves its rows where they were`() {
    let networks = (10..<40).map {
      Network(id: "b5f1a2de-0c3e-4d53-9d0c-1f6f2b8a7e\($0)", name: "network-\($0)")
    }
    let driver = ScreenDriver().receive(.choices(.networksLoaded(.success(networks)))).press(.end)
    for _ in 0..<7 { driver.press(.up) }
    let before = driver.form
    #expect(driver.press(.control("c"), .escape).form == before)
    #expect(driver.press(.control("g"), .escape).form == before)
  }

  @Test func `Esc stops the loading, whatever the filter was`() {
    let driver = ScreenDriver.loaded().type("prod").press(.control("r"), .escape)
    #expect(driver.effects.last == .cancel([.loadNetworks, .loadCoverage]))
  }

  @Test func `a long list opens with the chosen row last in view, and moves row by row`() {
    let networks = (10..<40).map {
      Network(id: "b5f1a2de-0c3e-4d53-9d0c-1f6f2b8a7e\($0)", name: "network-\($0)")
    }
    let driver = ScreenDriver().receive(.choices(.networksLoaded(.success(networks))))
    for _ in 0..<20 { driver.press(.down) }
    driver.press(.enter).focus(on: .field(.network))
    #expect(driver.form.contains("14-21 of 30 choices"))
    #expect(driver.focusedRow.contains("> * network-30"))
    driver.press(.down)
    #expect(driver.form.contains("15-22 of 30 choices"))
    #expect(driver.focusedRow.contains(">   network-31"))
  }

  @Test func `PgDn goes on where a list is seen whole, and never moves its mark`() {
    let driver = ScreenDriver.at(.bandwidth)
    driver.press(.enter, .escape)
    #expect(driver.focusedRow.contains("> * 50 Mbps"))
    driver.press(.pageDown)
    #expect(driver.screen.app.place == .step(.circuits))
    #expect(driver.screen.app.form.draft[.bandwidth] == "50")
    driver.press(.pageUp)
    #expect(driver.screen.app.place == .step(.bandwidth))
    #expect(driver.focusedRow.contains("> * 50 Mbps"))
    #expect(driver.keyLine.contains("PgDn go on"))
  }

  @Test func `in a list that is longer than its rows PgDn pages until its end, and then goes on`() {
    let driver = ScreenDriver.at(.region).receive(
      .choices(.coverageLoaded(.success(Sample.manyRegions))))
    #expect(driver.keyLine.contains("PgDn page"))
    driver.press(.pageUp)
    #expect(driver.screen.app.place == .step(.network), "at its start PgUp goes back")
    driver.press(.pageDown, .enter)
    #expect(driver.screen.app.place == .step(.provider))
    driver.press(.pageUp, .end, .pageDown)
    #expect(driver.screen.app.place == .step(.provider))
    #expect(driver.screen.app.form.draft[.telnyxRegion] == "city-10", "the mark chooses nothing")
  }

  @Test func `what has answered itself says so, and is passed over`() {
    let driver = ScreenDriver.at(.provider).type("Google").press(.enter)
    #expect(
      driver.form.contains("    Google Cloud region    us-east4  (the only one)  50-100 Mbps"))
    #expect(driver.screen.focus == .field(.primaryAccount))
    driver.press(.backTab)
    #expect(driver.form.contains("> * us-east4"), "it can still be looked at")
  }

  @Test func `a cloud region typed as the filter of the regions is chosen on the next page`() {
    let driver = ScreenDriver.at(.region).type("us-east-1").press(.enter)
    #expect(
      driver.form.contains("    AWS region             us-east-1  (from your filter)"))
    #expect(driver.screen.focus == .field(.primaryAccount))
  }
}
