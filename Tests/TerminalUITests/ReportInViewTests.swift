import Presentation
import TestSupport
import Testing
@testable import CrossConnect
@testable import Flows
@testable import TelnyxAPI

@testable import TerminalUI

/// What was just reported is in view, and the way back is where one came from.
@Suite struct ReportInViewTests {
  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 16, columns: 60)])
  func `a refused action is told where one looks, however far the page was scrolled`(
    size: Size
  ) throws {
    let driver = ScreenDriver.atResult(try #require(Sample.connect))
    driver.wait(.milliseconds(300)).resize(columns: size.columns, rows: size.rows)
    driver.focus(on: .button(.perform(.enable([.primary])))).wait(.milliseconds(300)).press(.enter)
    let errors = [APIError(code: "10015", message: "Not before it is accepted.", source: nil)]
    driver.receive(
      .connection(
        .performed(.enable([.primary]), .failure(.refused(status: 422, errors)), at: driver.now)))
    #expect(driver.form.contains("Not before it is accepted."))
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 16, columns: 60)])
  func `what is gone has a page of its own, without a deadline or a step`(size: Size) throws {
    let driver = ScreenDriver.atResult(try #require(Sample.connect))
    driver.wait(.milliseconds(300)).resize(columns: size.columns, rows: size.rows)
    driver.type("w")
    driver.receive(
      .connection(.followAnswered(.failure(.refused(status: 404, [])), at: driver.now)))
    #expect(driver.title.contains("gone"))
    let words = driver.form.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("is gone"))
    #expect(!driver.text.contains("Accept it before") && !driver.text.contains("Enable"))
    #expect(driver.type("q").screen.ending?.code == 7)
  }

  @Test func `what may be the order is in view when it is found`() throws {
    let driver = ScreenDriver.readyToCreate().press(.enter)
    driver.receive(
      .submission(.orderAnswered(.failure(.outcomeUnknown(.status(502, []))), at: driver.now)))
    let other = try #require(VirtualCrossConnect.sample(.aws, ["name": .string("another")]))
    driver.receive(.submission(.lookAnswered(CrossConnectList([other]), at: driver.now)))
    #expect(driver.form.contains("May be yours: another"))
    driver.wait(.milliseconds(300)).focus(on: .button(.dismissCandidate(other.id))).press(.enter)
    #expect(!driver.form.contains("May be yours"))
  }

  @Test func `Esc on a page opened from the review comes back to it, from the first page too`() {
    for digit in ["1", "2", "3", "4", "5"] {
      let driver = ScreenDriver.at(.review).type(digit)
      #expect(driver.screen.app.place != .step(.review))
      driver.press(.escape)
      #expect(driver.screen.app.place == .step(.review), "\(digit)")
    }
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 16, columns: 60)])
  func `that an order was sent is in view with the draft that remembers it`(size: Size) {
    var app = App.reviewing(.fullSample(.aws))
    app.take(.form(.submitPressed), .noted, .submission(.orderSent(at: Sample.morning)))
    var found = FoundDrafts()
    found.offered = [SavedDraft(id: "a", savedAt: Sample.morning, progress: app.progress)]
    let driver = ScreenDriver.loaded(columns: size.columns, rows: size.rows)
    driver.receive(.records(.draftsFound(found)))
    #expect(driver.form.contains("An order was sent at"))
    #expect(driver.form.contains(">[ Resume ]"))
  }
}
