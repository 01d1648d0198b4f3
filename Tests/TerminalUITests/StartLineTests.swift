import CrossConnect
import Flows
import FoundationEssentials
import Presentation
import TestSupport
import Testing

@testable import TerminalUI

/// What has to be accepted is said on the first page, and opened from there.
@Suite struct StartLineTests {
  private static func orders(_ count: Int) throws -> [WaitingOrder] {
    try (0..<count).map { index in
      let order = try WaitingOrder.sample(["id": .string("id-\(index)")])
      return WaitingOrder(
        order.connect, orderedAt: Sample.morning - 1100 + Double(index),
        deadline: Sample.morning + 2500 + Double(index))
    }
  }

  @Test(arguments: [
    (1, "1 VXC waits to be accepted, 41 min left."),
    (2, "2 VXCs wait to be accepted, 41 min left for the first."),
  ])
  func `Enter opens it at once, and Esc leads to the list and the form`(
    count: Int, sentence: String
  ) throws {
    let orders = try Self.orders(count)
    let driver = ScreenDriver.loaded().receive(.records(.waitingFound(orders)))
    #expect(driver.form.contains("  \(sentence)  >[ Open it ]\n"))
    driver.press(.enter)
    #expect(driver.effects.last == .checkStatus(id: "id-0"))
    #expect(driver.title.contains("created, not active yet"))
    #expect(driver.form.contains("(41 min left)"))
    driver.press(.escape)
    #expect(driver.screen.app.place == .inventory)
    driver.press(.escape)
    #expect(driver.screen.app.place == .step(.network))
    #expect(driver.screen.focus == .field(.network), "what is typed then is for the form")
  }

  @Test func `who is at the form already stays there, and reaches it with Shift-Tab`() throws {
    let driver = ScreenDriver.loaded().type("edge")
      .receive(.records(.waitingFound(try Self.orders(1))))
    #expect(driver.screen.focus == .field(.network))
    #expect(driver.form.contains("1 VXC waits to be accepted"))
    #expect(driver.form.contains("filter: edge"))
    driver.press(.backTab).press(.enter)
    #expect(driver.screen.app.place == .result)
  }

  @Test func `who types while Enter would open it types into the form`() throws {
    let driver = ScreenDriver.loaded().receive(.records(.waitingFound(try Self.orders(1))))
    driver.type("prod")
    #expect(driver.screen.overlay == nil && driver.screen.focus == .field(.network))
    #expect(driver.form.contains("filter: prod"))
  }

  @Test func `in its last minute it has less than one left`() throws {
    let order = try #require(try Self.orders(1).first)
    #expect(
      WaitingText.sentence(for: [order], now: order.deadline - 40)
        == "1 VXC waits to be accepted, less than 1 min left.")
  }

  @Test func `the minutes are counted, and the line goes with the hour`() throws {
    let driver = ScreenDriver.loaded().receive(.records(.waitingFound(try Self.orders(1))))
    driver.wait(.seconds(60))
    #expect(driver.form.contains("1 VXC waits to be accepted, 40 min left."))
    driver.wait(.seconds(2500))
    #expect(!driver.form.contains("VXC waits"))
    #expect(driver.screen.focus == .field(.network) && driver.screen.deadline == nil)
  }
}
