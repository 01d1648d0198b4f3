import CrossConnect
import Flows
import Testing

@testable import TerminalUI

@Suite struct KeyBindingTests {
  static let situations = Situation.allCases

  @Test(arguments: situations)
  func `no key is bound twice in one place`(situation: Situation) {
    let keys = situation.bindings.flatMap(\.keys)
    let twice = Dictionary(grouping: keys) { $0 }.filter { $0.value.count > 1 }.keys
    #expect(Array(twice) == [])
  }

  @Test(arguments: situations, [80, 60])
  func `the key line fits, and names help and quit`(situation: Situation, columns: Int) {
    let line = situation.hints(columns: columns - 1)
    #expect(TextLayout.width(of: line) <= columns - 1)
    #expect(line.hasSuffix(situation == .question ? "  ^C quit" : "  ^G help  ^C quit"))
  }

  @Test func `the key lines at 80 columns`() {
    let lines = Self.situations.map { $0.hints(columns: 79) }
    #expect(
      lines == [
        " Enter next  Shift-Tab prev  Esc back  PgDn go on  ^G help  ^C quit",
        " Enter next  Shift-Tab prev  Esc back  PgDn go on  ^T show  ^G help  ^C quit",
        " Tab next  Shift-Tab prev  Enter choose  PgDn go on  Esc back  ^G help  ^C quit",
        " Tab next  Shift-Tab prev  Enter choose  PgDn page  Esc back  ^G help  ^C quit",
        " Tab next  Shift-Tab prev  Enter open  PgDn page  Esc back  ^G help  ^C quit",
        " Tab next  Shift-Tab prev  Enter press  Esc back  PgDn go on  ^G help  ^C quit",
        " Tab next  Shift-Tab prev  Enter go to  Esc back  PgDn go on  ^G help  ^C quit",
        " Tab next  Enter change  Esc back  PgDn go on  r request  ^G help  ^C quit",
        " Tab next  Enter press  Esc back  PgDn go on  r request  ^G help  ^C quit",
        " Tab next  Shift-Tab prev  Enter press  ^T show  ^G help  ^C quit",
        " Tab next  Shift-Tab prev  Enter press  ^G help  ^C quit",
        " Tab next  Shift-Tab prev  Enter press  Esc back  ^G help  ^C quit",
        " Down scroll  PgDn page  Tab next  Enter press  Esc back  ^G help  ^C quit",
        " Tab next  Shift-Tab prev  Enter press  Esc leave it  ^G help  ^C quit",
        " Tab next  Shift-Tab prev  Enter press  Esc back  ^C quit",
        " w wait  q leave  t show key  c copy key  p print  s save  ^G help  ^C quit",
        " Enter next  Shift-Tab prev  Esc back  ^G help  ^C quit",
        " Down scroll  PgDn page  Esc close  ^T show  s save  ^G help  ^C quit",
        " Down scroll  PgDn page  / search  Esc close  ^G help  ^C quit",
      ])
  }

  @Test func `a key that ends what it has begun says so`() throws {
    let connect = try #require(Sample.connect)
    let driver = ScreenDriver.atResult(connect).wait(.seconds(1))
    let keys = { (driver: ScreenDriver) in
      String(driver.text.split(separator: "\n").last ?? "").prefix(28)
    }
    #expect(keys(driver) == " w wait  q leave  t show key")
    driver.press(.character("t"), .character("w"))
    #expect(keys(driver) == " w stop  q leave  t hide key")
    driver.press(.character("t"), .character("w"))
    #expect(keys(driver) == " w wait  q leave  t show key")
  }

  @Test(arguments: [Situation.buttons, .closableButtons, .offer, .result, .commands])
  func `a page that may be longer than the window can be scrolled`(situation: Situation) {
    let actions = [Key.pageDown, .pageUp, .home, .end].map(situation.action)
    #expect(actions == [.pageDown, .pageUp, .toFirst, .toLast])
  }

  @Test(arguments: situations)
  func `keys and their words fit the help screen`(situation: Situation) {
    for binding in situation.bindings {
      #expect(TextLayout.width(of: binding.shown) <= 22, "\(binding.shown)")
      #expect(
        !binding.words.isEmpty && TextLayout.width(of: binding.words) <= 52, "\(binding.words)")
    }
  }

  @Test(arguments: situations)
  func `no function key, Ctrl-S or Ctrl-Q is needed, and Ctrl-D never quits`(situation: Situation) {
    #expect(situation.action(for: .control("s")) == nil)
    #expect(situation.action(for: .control("q")) == nil)
    #expect([nil, .deleteForward].contains(situation.action(for: .control("d"))))
  }

  @Test(arguments: situations)
  func `help, repaint, suspend and quit work in every place`(situation: Situation) {
    let actions = ["g", "l", "z", "c"].map { situation.action(for: .control($0)) }
    // A question is answered first.
    #expect(actions == [situation == .question ? nil : .help, .repaint, .suspend, .quit])
  }

  @Test(arguments: CloudProvider.allCases)
  func `labels end before the column in which answers begin`(provider: CloudProvider) {
    for step in Step.allCases {
      let draft = ScreenDriver.at(step, provider: provider).screen.app.form.draft
      for field in draft.fields(in: step) {
        #expect(TextLayout.width(of: field.label) <= 22, "\(field.label)")
      }
    }
  }
}
