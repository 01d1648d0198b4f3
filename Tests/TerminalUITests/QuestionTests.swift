import Presentation
import CrossConnect
import Flows
import Testing

@testable import TerminalUI

@Suite struct QuestionTests {
  @Test func `Ctrl-C asks before it leaves`() {
    let driver = ScreenDriver.loaded().press(.control("c"))
    #expect(
      driver.form == """
          Leave vxc?

          Nothing was ordered.
          Nothing was answered yet.

            >[ Stay ]  [ Leave ]
        """)
    #expect(driver.screen.ending == nil)
  }

  @Test(arguments: [Key.enter, .escape, .character(" ")])
  func `going back leads to where one was`(key: Key) {
    let driver = ScreenDriver.loaded().type("edge")
    let before = driver.text
    driver.press(.control("c"), key)
    #expect(driver.text == before)
  }

  @Test(arguments: [Key.tab, .right, .down])
  func `Leave ends with the exit code of a person who quit`(key: Key) {
    let driver = ScreenDriver.loaded().press(.control("c"), key, .enter)
    #expect(driver.screen.ending?.code == 130)
    #expect(driver.effects.contains(.leave))
  }

  @Test func `Ctrl-C twice leaves at once`() {
    let driver = ScreenDriver.at(.circuits).press(.control("c"), .control("c"))
    #expect(driver.screen.ending?.code == 130)
  }

  @Test func `Ctrl-D never quits`() {
    let driver = ScreenDriver.loaded()
    for control in driver.screen.controls {
      driver.press(.control("d"), .control("d"), .tab)
      #expect(driver.screen.ending == nil, "\(control)")
    }
  }

  @Test(arguments: [Key.control("g"), .character("?"), .character("r"), .pageDown, .pageUp])
  func `other keys leave the question as it is`(key: Key) {
    let driver = ScreenDriver.at(.review).press(.control("c"))
    let before = driver.form
    #expect(driver.press(key).form == before)
    #expect(driver.screen.focus == driver.screen.controls.first)
  }

  @Test func `while the order is under way, what leaving means is said`() {
    let driver = ScreenDriver.readyToCreate().press(.enter, .control("c"))
    #expect(
      driver.form.contains("The order was sent. We do not know whether the cross connect"))
    #expect(driver.press(.control("c")).screen.ending?.code == 6)
  }

  @Test func `Stop waiting asks first, since it doesn't undo the order`() {
    let driver = ScreenDriver.readyToCreate().press(.enter, .enter)
    #expect(
      driver.form == """
          Stop waiting for the answer?

          The request was sent: the cross connect may still be created, and billed.
          After stopping, vxc looks for it on its network.

            >[ Back ]  [ Stop waiting ]
        """)
    driver.wait(.milliseconds(750)).press(.enter)
    #expect(driver.screen.focus == .button(.stopWaiting))
    driver.press(.enter, .tab, .enter)
    #expect(driver.effects.last == .cancel(driver.orders.map(Effect.send)))
  }

  @Test func `an answer that comes while one is asked waits behind the question`() throws {
    let driver = ScreenDriver.readyToCreate().press(.enter, .control("c"))
    driver.focus(on: .button(.discardAndQuit))
    driver.receive(
      .submission(.orderAnswered(.success(try #require(Sample.connect)), at: driver.now)))
    driver.wait(.milliseconds(300))
    #expect(driver.screen.overlay == .quit)
    #expect(driver.screen.controls.contains(driver.screen.focus))
    driver.press(.escape)
    #expect(driver.screen.app.place == .result)
    #expect(driver.screen.focus == .button(.checkStatus))
  }

  @Test func `an answer that comes while a question is open leads to its page`() {
    let driver = ScreenDriver.readyToCreate().press(.enter, .enter)
    driver.receive(.submission(.orderAnswered(.failure(Sample.refusal), at: driver.now)))
    #expect(driver.screen.focus == .problem(0))
    #expect(driver.screen.overlay == nil)
  }

  @Test func `a signal or a closed terminal ends it with its code`() {
    let events: [TerminalEvent] = [.closed, .terminated(signal: 15)]
    let codes = events.map { event in
      let driver = ScreenDriver.loaded()
      driver.handle(event)
      return driver.screen.ending?.code
    }
    #expect(codes == [129, 143])
  }
}
