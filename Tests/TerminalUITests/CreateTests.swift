import Presentation
import CrossConnect
import Flows
import TestSupport
import Testing

@testable import TerminalUI

@Suite struct CreateTests {
  private func onCreate() -> ScreenDriver {
    ScreenDriver.at(.review).focus(on: .button(.create))
  }

  @Test func `the review doesn't open on Create`() {
    #expect(ScreenDriver.at(.review).screen.focus == .group(1))
  }

  @Test func `Create acts only 300 ms after the focus came to it, and drops what was typed ahead`()
  {
    let driver = onCreate()
    #expect(driver.screen.focus == .button(.create))
    #expect(driver.screen.terminalRequests == [.discardInput])
    driver.press(.enter).wait(.milliseconds(299)).press(.enter)
    #expect(driver.orders == [])
    driver.wait(.milliseconds(1))
    #expect(driver.text.contains("Enter orders it now."))
    driver.press(.enter)
    #expect(driver.orders.count == 1)
  }

  @Test func `a key pressed meanwhile doesn't put it off`() {
    let driver = onCreate()
    driver.wait(.milliseconds(200)).press(.enter).wait(.milliseconds(100)).press(.enter)
    #expect(driver.orders.count == 1)
  }

  @Test(arguments: [Key.tab, .backTab, .control("c")])
  func `leaving it takes the readiness back`(away: Key) {
    let driver = onCreate().wait(.milliseconds(300)).press(away)
    if driver.screen.overlay != nil { driver.press(.escape) }
    driver.focus(on: .button(.create)).press(.enter)
    #expect(driver.orders == [])
    driver.wait(.milliseconds(300)).press(.enter)
    #expect(driver.orders.count == 1)
  }

  @Test func `the order is sent once, however often Enter is pressed`() {
    let driver = onCreate().wait(.milliseconds(300))
    driver.press(.enter, .enter, .enter, .character(" ")).wait(.seconds(1)).press(.enter)
    #expect(driver.orders.count == 1)
    #expect(driver.screen.app.place == .sending)
  }

  @Test func `an order that no file remembers is told first, and no repeated key sends it`() {
    let failure = StorageFailure.system(path: "~/x", reason: "No space left on device")
    let driver = ScreenDriver.at(.review).receive(.records(.draftNotSaved(failure)))
    driver.focus(on: .button(.create)).wait(.milliseconds(300)).press(.enter)
    #expect(driver.status.hasPrefix("No draft can be saved: if the answer is lost, only this run"))
    driver.wait(.milliseconds(500)).press(.enter)
    #expect(driver.orders == [], "a key that is held down orders nothing")
    driver.wait(.milliseconds(750)).press(.enter)
    #expect(driver.orders.count == 1)
  }

  @Test func `before the order is sent it can be stopped, and nothing is said to be sent`() {
    let driver = onCreate().wait(.milliseconds(300))
    driver.answersNotes = false
    driver.press(.enter)
    #expect(driver.form.contains("Nothing is sent yet."))
    driver.press(.enter)
    #expect(driver.screen.overlay == nil, "there is nothing to ask")
    #expect(driver.screen.app.place == .step(.review))
    #expect(driver.status == "Stopped. Nothing was sent.")
    driver.receive(.noted)
    #expect(driver.orders == [])
  }

  @Test func `while the order is under way the screen says so`() {
    let driver = onCreate().wait(.milliseconds(300)).press(.enter)
    #expect(
      driver.form == """
          Creating the cross connect ...

          The request was sent to api.telnyx.com, once.
          It is never repeated. Stay until the answer is here.

            >[ Stop waiting ]
        """)
  }

  @Test func `keys typed while one waits for the answer don't act on its page`() throws {
    let driver = onCreate().wait(.milliseconds(300)).press(.enter)
    driver.receive(
      .submission(.orderAnswered(.success(try #require(Sample.connect)), at: driver.now)))
    let effects = driver.effects
    driver.press(.enter, .character("q"), .escape)
    #expect(driver.effects == effects)
    #expect(driver.screen.ending == nil)
    #expect(driver.screen.app.place == .result)
  }

  @Test(arguments: [Key.enter, .character("q"), .escape, .character("w"), .character("t")])
  func `a key that came too soon is ignored, and says so`(key: Key) throws {
    let driver = onCreate().wait(.milliseconds(300)).press(.enter)
    driver.receive(
      .submission(.orderAnswered(.success(try #require(Sample.connect)), at: driver.now)))
    let effects = driver.effects
    driver.wait(.milliseconds(299)).press(key)
    #expect(driver.effects == effects)
    #expect(driver.status == "That key came too soon after this was shown, and was ignored.")
  }

  @Test func `Ctrl-C asks also while other keys are ignored, and never leaves at once`() throws {
    let driver = onCreate().wait(.milliseconds(300)).press(.enter)
    driver.receive(
      .submission(.orderAnswered(.success(try #require(Sample.connect)), at: driver.now)))
    driver.press(.control("c"))
    #expect(driver.screen.overlay == .quit)
    #expect(driver.screen.ending == nil)
    driver.press(.enter)
    #expect(driver.screen.ending == nil, "Enter may still be meant for what was here before")
    driver.press(.control("c"))
    #expect(driver.screen.ending != nil)
  }

  @Test func `Enter on Create before it may act says so`() {
    let driver = onCreate().press(.enter)
    #expect(driver.status == "That key came too soon to order, and was ignored. Press it again.")
    #expect(driver.orders == [])
  }

  @Test func `errors in the answers keep the order from being sent, and are summed up`() {
    let driver = ScreenDriver.at(.review).type("5").press(.control("u")).type("0")
    driver.press(.escape).focus(on: .button(.create)).wait(.milliseconds(300)).press(.enter)
    #expect(driver.orders == [])
    #expect(driver.screen.focus == .problem(0))
  }

  @Test func `while the answer is awaited one sees for how long, and until when`() {
    let driver = onCreate().wait(.milliseconds(300)).press(.enter)
    driver.receive(.submission(.orderSent(at: driver.now)))
    #expect(driver.form.contains("Sent 0 s ago, gives up at 30 s."))
    driver.wait(.seconds(12))
    #expect(driver.form.contains("Sent 12 s ago, gives up at 30 s."))
  }

  @Test func `a list that is long in coming tells for how long, and an idle page wakes nobody`() {
    let driver = ScreenDriver()
    driver.handle(.woken)
    #expect(driver.focusedRow.hasSuffix("Loading ...  (Esc stops)"))
    driver.wait(.seconds(7))
    #expect(driver.focusedRow.hasSuffix("Loading ... 7 s  (Esc stops)"))
    driver.receive(.choices(.networksLoaded(.success(Sample.networks))))
    driver.receive(.choices(.coverageLoaded(.success(Sample.coverage))))
    #expect(driver.screen.deadline == nil)
  }
}
