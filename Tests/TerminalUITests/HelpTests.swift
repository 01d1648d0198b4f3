import CrossConnect
import Flows
import Presentation
import TestSupport
import Testing

@testable import TerminalUI

@Suite struct HelpTests {
  /// The help screen in a window that shows all of it.
  private func listed(_ driver: ScreenDriver) -> String {
    driver.press(.control("g")).resize(columns: 80, rows: 600).form
  }

  @Test func `help begins with the place, and closing it leads back`() {
    let driver = ScreenDriver.at(.review)
    let before = driver.text
    driver.press(.control("g"))
    #expect(
      driver.form == """
          Keys on the review
            Tab                     next field or button
            Shift-Tab               previous field or button
            Down                    next field or button
            Up                      previous field or button
            Right                   next button
            Left                    previous button
            Enter, Space            change these answers
            Esc                     go to the step before; nothing is lost
            PgDn                    a page down; at the end: to [ Create VXC ]
            PgUp                    a page up; at the top: to the step before
            r                       show the request exactly as it is sent
            1 to 9                  go to that error; on the review: change that group
            ?                       help
            Ctrl-G                  help, with a search; again: close
            Ctrl-O                  list all cross connects
            Ctrl-R                  ask the API for the choices again
            Ctrl-L                  draw the screen again
        """)
    #expect(driver.keyLine == " Down scroll  PgDn page  / search  Esc close  ^G help  ^C quit")
    #expect(driver.press(.escape).text == before)
  }

  @Test func `the focused field comes first, then its keys, then the others of its page`() {
    let lines = listed(ScreenDriver.at(.circuits).press(.tab, .tab, .tab)).split(separator: "\n")
    let terms = lines.prefix { $0 != "  Now" }.filter { line in
      line.hasPrefix("  ") && !line.hasPrefix("     ")
    }
    let keys = Situation.text.bindings.compactMap { $0.entry.lines(columns: 77).first }
    #expect(terms.prefix(3) == ["  This field", "    Primary AWS IP", "  Keys in a text"])
    #expect(terms.dropFirst(3).prefix(keys.count).map { $0.dropFirst(2) } == keys.map { $0[...] })
    #expect(
      terms.dropFirst(3 + keys.count) == [
        "  Other fields of this page", "    Secondary circuit", "    AWS-side ASN",
        "    Primary Telnyx IP", "    Primary BGP key",
      ])
  }

  @Test func `a list that comes while the help is open brings its keys`() {
    let driver = ScreenDriver().press(.control("g"))
    #expect(driver.form.contains("  Keys on a button\n"))
    driver.receive(.choices(.networksLoaded(.success(Sample.networks))))
    #expect(driver.form.contains("  Keys in a list\n"))
  }

  @Test(arguments: Situation.allCases.filter { $0 != .question && $0 != .help })
  func `every binding of a place is on its help screen`(situation: Situation) throws {
    let driver = try placed(situation)
    #expect(driver.screen.situation == situation)
    let text = listed(driver)
    for binding in situation.bindings {
      #expect(text.contains(binding.shown) && text.contains(binding.words), "\(binding.shown)")
    }
  }

  private func placed(_ situation: Situation) throws -> ScreenDriver {
    switch situation {
    case .list: return .loaded()
    case .longList:
      return ScreenDriver.at(.region).receive(
        .choices(.coverageLoaded(.success(Sample.manyRegions))))
    case .connects:
      let loaded = App.Event.inventory(
        .connectsLoaded(.success([try #require(Sample.connect)]), at: .answered))
      return ScreenDriver.loaded().press(.control("o")).receive(loaded)
    case .entry: return ScreenDriver.at(.provider).press(.pageDown)
    case .reviewButton: return ScreenDriver.at(.review).press(.backTab)
    case .text: return ScreenDriver.loaded().press(.enter)
    case .secret: return ScreenDriver.at(.circuits).focus(on: .field(.primaryBGPKey))
    case .press: return ScreenDriver.loaded().press(.backTab)
    case .apiKey: return ScreenDriver(hasKey: false)
    case .buttons: return ScreenDriver(hasKey: false).press(.tab)
    case .offer: return ScreenDriver.loaded().receive(DraftOfferTests.found)
    case .request: return ScreenDriver.at(.review).press(.character("r"))
    case .review, .question, .help: return .at(.review)
    case .result:
      return ScreenDriver.atResult(try #require(Sample.connect)).wait(.seconds(1))
    case .closableButtons:
      return ScreenDriver.loaded().press(.control("o")).focus(on: .button(.help))
    case .commands:
      return ScreenDriver.atResult(try #require(Sample.connect)).wait(.seconds(1))
        .receive(.connection(.sheetOpened(.commands)))
    case .sheet:
      return ScreenDriver.atResult(try #require(Sample.connect)).wait(.seconds(1))
        .focus(on: .button(.openSheet(.deletion))).press(.enter)
    }
  }

  @Test(arguments: CloudProvider.allCases)
  func `the help has everything, the chosen cloud's fields first`(provider: CloudProvider) {
    let text = listed(.at(.review, provider: provider))
    let fields = HelpSection.fields(first: provider)
    let all = [.steps] + fields + [.terms, .outcomes, .exitCodes, .files, .links]
    for entry in all.flatMap(\.entries) {
      #expect(text.contains(entry.lines(columns: 77).joined(separator: "\n  ")), "\(entry.term)")
    }
    for entry in KeyReference.sections.flatMap(\.entries) {
      #expect(text.contains(entry.parts[0].text), "\(entry.term)")
    }
    #expect(text.contains(" Fields of every cross connect\n"))
    let places = fields.map { text.firstRange(of: $0.title)?.lowerBound ?? text.endIndex }
    #expect(places == places.sorted())
  }

  @Test func `a question mark is help outside of text, and a character in it`() {
    let driver = ScreenDriver.loaded().press(.backTab, .character("?"))
    #expect(driver.screen.overlay == .help)
    driver.press(.escape, .tab).press(.enter).type("?")
    #expect(driver.screen.overlay == nil)
    #expect(driver.screen.app.form.draft[.name] == "?")
  }

  @Test func `help and request scroll and stop at their ends`() {
    let driver = ScreenDriver.at(.circuits).press(.control("g"))
    var tops: [Int] = []
    for key in [Key.up, .down, .pageDown, .character(" "), .end, .down, .pageUp, .home] {
      tops.append(driver.press(key).screen.scroll)
    }
    #expect(tops.first == 0)
    #expect(tops == tops.map { min($0, tops[4]) })
    #expect(tops.last == 0)
  }

  @Test func `the help rows speak of the focused control`() {
    let driver = ScreenDriver.at(.circuits)
    for control in driver.screen.controls {
      let help = driver.frame.rows[driver.screen.layout.help].map(\.text).joined()
      #expect(!help.isEmpty, "\(control)")
      driver.press(.tab)
    }
  }
}
