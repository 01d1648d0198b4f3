import CrossConnect
import Flows
import TelnyxAPI
import TestSupport
import Testing

@testable import TerminalUI

/// What is focused, chosen or wrong can be told from the text alone.
@Suite struct WithoutStyleTests {
  private static func places() -> [ScreenDriver] {
    let steps = CloudProvider.allCases.flatMap { provider in
      Step.allCases.map { ScreenDriver.at($0, provider: provider, rows: 60) }
    }
    let refused = ScreenDriver.readyToCreate().press(.enter)
    refused.receive(.submission(.orderAnswered(.failure(Sample.refusal), at: refused.now)))
    let unknown = ScreenDriver.readyToCreate().press(.enter)
    unknown.receive(
      .submission(.orderAnswered(.failure(.outcomeUnknown(.status(500, []))), at: unknown.now)))
    return steps + [
      ScreenDriver(hasKey: false), refused.wait(.seconds(1)), unknown.wait(.seconds(1)),
      ScreenDriver.loaded().receive(DraftOfferTests.found),
      ScreenDriver.loaded().press(.enter).type("x").press(.control("c")),
    ]
  }

  @Test func `each control looks different when it has the focus, by a mark`() {
    for driver in Self.places() {
      driver.resize(columns: 80, rows: 60)
      var seen: Set<String> = []
      for control in driver.screen.controls {
        let form = driver.form
        #expect(form.contains(">"), "\(control)")
        #expect(seen.insert(form).inserted, "\(control)")
        driver.press(.tab)
      }
    }
  }

  @Test(arguments: Step.allCases.filter { $0 != .review })
  func `the row that was chosen has a star, the marked one an arrow`(step: Step) {
    let driver = ScreenDriver.at(step)
    for control in driver.screen.controls {
      guard case .field = control, driver.screen.choiceList(of: control) != nil else { continue }
      driver.focus(on: control).press(.enter)
      if driver.screen.app.step != step { driver.press(.escape) }
      driver.focus(on: control)
      let rows = driver.form.split(separator: "\n").map(String.init)
      #expect(rows.filter { $0.hasPrefix("    > * ") || $0.hasPrefix("      * ") }.count == 1)
      #expect(rows.filter { $0.hasPrefix("    > ") }.count == 1)
    }
  }

  @Test func `what is wrong is called an error, and what is unusual a warning`() {
    let wrong = ScreenDriver.at(.provider).type("AWS").press(.enter).type("12")
    wrong.press(.pageDown)
    #expect(wrong.form.contains("  There is a problem\n  > 1. An AWS account ID has 12 digits"))
    #expect(wrong.form.contains("    AWS account ID         12\n" + margin + "Error: "))
    let unusual = ScreenDriver.at(.circuits)
    unusual.focus(on: .field(.asn)).type("9").press(.tab)
    #expect(unusual.form.contains("    AWS-side ASN           645129\n" + margin + "Warning: "))
  }

  private let margin = String(repeating: " ", count: 27)
}
