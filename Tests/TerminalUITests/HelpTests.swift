import CrossConnect
import Testing

@testable import TerminalUI

@Suite struct HelpTests {
  /// The help screen in a window that shows all of it.
  private func listed(_ driver: ScreenDriver) -> String {
    driver.resize(columns: 80, rows: 100).form
  }

  @Test func `help lists the keys of the place, and closing it leads back`() {
    let driver = ScreenDriver.at(.review)
    let before = driver.text
    driver.press(.control("g"))
    #expect(
      driver.form == """
          Keys here
            Tab                    next field or button
            Shift-Tab              previous field or button
            Down                   next field or button
            Up                     previous field or button
            Right                  next button
            Left                   previous button
            Enter                  go on to the next field, or press
            Esc                    go to the step before; nothing is lost
            PgDn                   a page down
            PgUp                   a page up
            r                      show the request exactly as it is sent
            Space                  press the button
            1 to 9                 open the entry of that number
            ?                      help
        """)
    #expect(driver.keyLine == " Down scroll  Esc close  ^G help  ^C quit")
    #expect(driver.press(.escape).text == before)
  }

  @Test(arguments: KeyBindingTests.situations.filter { $0 != .overlay })
  func `every binding of a place is on its help screen`(situation: Situation) throws {
    let driver = try placed(situation)
    #expect(driver.screen.situation == situation)
    let text = listed(driver.press(.control("g")))
    for binding in situation.bindings {
      #expect(text.contains(binding.shown) && text.contains(binding.words), "\(binding.shown)")
    }
  }

  private func placed(_ situation: Situation) throws -> ScreenDriver {
    switch situation {
    case .list: return .loaded()
    case .text: return ScreenDriver.loaded().press(.enter)
    case .secret: return ScreenDriver(hasKey: false)
    case .press: return ScreenDriver.loaded().press(.backTab)
    case .review: return .at(.review)
    case .result, .overlay:
      return ScreenDriver.atResult(try #require(Sample.connect)).wait(.seconds(1))
    }
  }

  @Test func `a question mark is help outside of text, and a character in it`() {
    let driver = ScreenDriver.loaded().press(.backTab, .character("?"))
    #expect(driver.screen.overlay == .help)
    driver.press(.character("q"), .tab).press(.enter).type("?")
    #expect(driver.screen.overlay == nil)
    #expect(driver.screen.wizard.draft[.name] == "?")
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
