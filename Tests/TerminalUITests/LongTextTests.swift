import CrossConnect
import Flows
import Testing

@testable import TerminalUI

/// A paste of something else than an answer, wherever text can be typed.
@Suite struct LongTextTests {
  /// A place to type at: how to come there, and what was typed there.
  struct Place: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let go: @Sendable () -> ScreenDriver
    let text: @Sendable (WizardScreen) -> String?
  }

  static let places = [
    Place(testDescription: "a field") {
      ScreenDriver.loaded().press(.enter)
    } text: {
      $0.app.form.draft[.name]
    },
    Place(testDescription: "a secret") {
      ScreenDriver.at(.circuits).focus(on: .field(.primaryBGPKey))
    } text: {
      $0.app.form.draft[.primaryBGPKey]
    },
    Place(testDescription: "the filter of a list") {
      ScreenDriver.loaded()
    } text: {
      $0.openList?.filter
    },
    Place(testDescription: "the name of a new network") {
      ScreenDriver.loaded().receive(.form(.entryChanged(.network, .create))).focus(on: .networkName)
    } text: {
      $0.app.form.newNetworkName
    },
    Place(testDescription: "the search of the help") {
      ScreenDriver.loaded().press(.control("g"))
    } text: {
      $0.help?.search
    },
    Place(testDescription: "the API key") {
      ScreenDriver(hasKey: false)
    } text: {
      $0.apiKey
    },
  ]

  static let long = [
    String(repeating: "long ", count: 40_000), String(repeating: "x", count: 200_000),
    "e" + String(repeating: "\u{301}", count: 100_000), String(repeating: "漢", count: 70_000),
  ]

  @Test(arguments: places, long)
  func `what can't be an answer is not taken, and that is said`(place: Place, long: String) {
    let driver = place.go()
    driver.paste(long)
    #expect(place.text(driver.screen) == "")
    let words = /Not taken: that is [0-9]{5,6} characters; the limit is 4096\./
    #expect(driver.status.wholeMatch(of: words) != nil, "\(driver.status)")
  }

  @Test(arguments: places) func `the last key that fits is taken, the next is not`(place: Place) {
    let driver = place.go()
    let most = String(repeating: "x", count: AnswerLength.longest)
    driver.paste(most)
    #expect(place.text(driver.screen) == most)
    driver.type("y")
    #expect(place.text(driver.screen) == most)
    #expect(driver.status == "Not taken: that is 4097 characters; the limit is 4096.")
    driver.press(.backspace)
    #expect(place.text(driver.screen) == String(most.dropLast()))
    #expect(driver.status != "Not taken: that is 4097 characters; the limit is 4096.")
  }
}
