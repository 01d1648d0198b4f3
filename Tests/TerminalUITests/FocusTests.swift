import Presentation
import CrossConnect
import Flows
import Testing

@testable import TerminalUI

@Suite struct FocusTests {
  private let foot: [Control] = [.button(.next), .button(.back), .button(.help), .button(.quit)]

  @Test func `the first page opens on its first question`() {
    let driver = ScreenDriver.loaded()
    #expect(
      driver.text == """
        Telnyx VXC  new cross connect                                    api.telnyx.com
         [1 Network] > Region > Provider > Bandwidth > Circuits > Review            1/6
        --------------------------------------------------------------------------------
          Which network should the cross connect belong to?

          > Network                3 choices; type to filter
            >   prod-core     6a09cdc3-8948-47f0-aa62-74ac943d6c58
                prod edge     b5f1a2de-0c3e-4d53-9d0c-1f6f2b8a7e14
                büro-münchen  7f26e8a0-c4d1-4e95-a7b8-93d20f5c1e46
                                    [ New network ]  [ Enter ID ]
            VXC name               (no name)

             [ Next ]  [ Help ]  [ Quit ]





        --------------------------------------------------------------------------------
          Network: the Telnyx network that the cross connect joins. The list has all
          networks of your account. You can also create one here. Example: core-eu, or
          6a09cdc3-8948-47f0-aa62-74ac943d6c58. Required.

         Tab next  Shift-Tab prev  Enter choose  PgDn go on  Esc back  ^G help  ^C quit
        """)
  }

  @Test func `Tab goes through everything in the order of the screen, and round`() {
    #expect(
      ScreenDriver.loaded().focusOrder == [
        .field(.network), .button(.newNetwork), .button(.enterByHand(.network)), .field(.name),
        .button(.next), .button(.help), .button(.quit),
      ])
    #expect(ScreenDriver.at(.region).focusOrder == [.field(.telnyxRegion)] + foot)
    #expect(
      ScreenDriver.at(.circuits, provider: .googleCloud).focusOrder
        == [
          .field(.wantsSecondary), .field(.asn), .field(.primaryBGPKey),
          .button(.generate(.primaryBGPKey)),
        ] + foot)
    #expect(
      ScreenDriver.at(.review).focusOrder
        == (1...6).map(Control.group)
        + [.button(.create), .button(.showRequest), .button(.back)] + foot.dropFirst(2))
  }

  @Test(arguments: [Key.tab, .down, .control("n")], [Key.backTab, .up, .control("p")])
  func `keys that go on and back undo each other`(on: Key, back: Key) {
    let driver = ScreenDriver.at(.circuits).focus(on: .field(.asn))
    driver.press(on, on)
    #expect(driver.screen.focus == .field(.primaryCloudIP))
    driver.press(back)
    #expect(driver.screen.focus == .field(.primaryTelnyxIP))
    driver.press(back, back)
    #expect(driver.screen.focus == .field(.wantsSecondary))
  }

  @Test func `Enter goes from field to field, past their buttons, to Next`() {
    let driver = ScreenDriver.loaded().press(.enter)
    #expect(driver.screen.focus == .field(.name))
    driver.press(.enter)
    #expect(driver.screen.focus == .button(.next))
    driver.press(.enter)
    #expect(driver.screen.app.place == .step(.region))
  }

  @Test func `a choice shows and hides the fields of the secondary circuit`() {
    let driver = ScreenDriver.at(.circuits)
    let without = driver.focusOrder
    driver.focus(on: .field(.wantsSecondary)).type("own").press(.enter)
    #expect(driver.screen.focus == .field(.secondaryTelnyxIP))
    #expect(
      driver.focusOrder
        == without.dropLast(4) + [
          .field(.secondaryTelnyxIP), .field(.secondaryCloudIP), .field(.secondaryBGPKey),
          .button(.generate(.secondaryBGPKey)),
        ] + foot)
  }

  @Test func `Back and PgUp never check and never lose an answer`() {
    let driver = ScreenDriver.at(.circuits)
    driver.press(.tab, .control("u")).type("nonsense").press(.pageUp)
    #expect(driver.screen.app.place == .step(.bandwidth))
    driver.press(.tab, .enter, .tab)
    #expect(driver.screen.focus == .field(.asn))
    #expect(driver.focusedRow == "  > AWS-side ASN           nonsense")
  }

  @Test func `Esc on the first page says how to quit`() {
    let driver = ScreenDriver.loaded().press(.escape)
    #expect(driver.status == "This is the first step; Ctrl-C quits.")
    driver.press(.tab)
    #expect(driver.status == "")
  }

  @Test(arguments: Step.allCases)
  func `the cursor stands on the focused control, wherever that is`(step: Step) {
    let driver = ScreenDriver.at(step)
    for _ in driver.screen.controls {
      #expect(driver.focusedRow.contains(">"), "\(driver.screen.focus)\n\(driver.text)")
      driver.press(.tab)
    }
  }
}
