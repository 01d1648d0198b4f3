import Presentation
import CrossConnect
import Flows
import TestSupport
import Testing

@testable import TerminalUI

@Suite struct RandomInputTests {
  @Test(arguments: 1...16 as ClosedRange<UInt64>)
  func `whatever happens, the frame fits and one order is sent at a time`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let driver = ScreenDriver(
      columns: .random(in: 1...300, using: &random), rows: .random(in: 1...100, using: &random),
      hasKey: seed % 5 != 0)
    let sizesStay = seed % 3 == 0
    if sizesStay { driver.resize(columns: 80, rows: 24) }
    var isUnanswered = false
    for step in 0..<200 {
      let before = driver.orders.count
      let event = RandomEvent.any(using: &random, sizesStay: sizesStay)
      event.happen(to: driver)
      let sent = driver.orders.count - before
      #expect(sent <= (isUnanswered ? 0 : 1), "seed \(seed), step \(step): \(event)")
      if sent > 0 { isUnanswered = true }
      if case .message(.submission(.orderAnswered)) = event { isUnanswered = false }
      if let fault = fault(in: driver) {
        Issue.record("seed \(seed), step \(step), after \(event): \(fault)\n\(driver.text)")
        return
      }
    }
  }

  @Test(arguments: CloudProvider.allCases)
  func `every page of the form fits windows of every size`(provider: CloudProvider) {
    for step in Step.allCases {
      let driver = ScreenDriver.at(step, provider: provider)
      for columns in [1, 2, 27, 59, 60, 79, 80, 81, 109, 110, 111, 200, 300] {
        for rows in [1, 2, 3, 15, 16, 23, 24, 25, 40, 100] {
          driver.resize(columns: columns, rows: rows)
          let fault = fault(in: driver)
          #expect(fault == nil, "\(step) at \(columns)x\(rows)\n\(driver.text)")
        }
      }
    }
  }

  @Test(arguments: CloudProvider.allCases, [(60, 16), (61, 17), (79, 23), (80, 24), (110, 24)])
  func `what has the focus is marked in the window, on every page`(
    provider: CloudProvider, size: (columns: Int, rows: Int)
  ) {
    for step in Step.allCases {
      let driver = ScreenDriver.at(step, provider: provider)
      if driver.screen.controls.contains(.field(.wantsSecondary)) {
        driver.focus(on: .field(.wantsSecondary)).type("yes").press(.enter)
      }
      for key in ["", String(repeating: "k", count: 25), String(repeating: "k", count: 1000)] {
        for id in [FieldID.primaryBGPKey, .secondaryBGPKey] {
          driver.receive(.form(.answerEdited(id, key)))
        }
        driver.resize(columns: size.columns, rows: size.rows)
        for control in driver.screen.controls {
          driver.focus(on: control)
          #expect(driver.marks.count == 1, "\(step), \(control)\n\(driver.text)")
        }
      }
    }
  }

  @Test(arguments: [60, 70, 80, 120])
  func `a key that was generated is seen whole, and so is the mark`(
    columns: Int
  ) {
    let key = "abcdefghij0123456789"
    for (id, provider) in [(FieldID.primaryBGPKey, CloudProvider.azure), (.secondaryBGPKey, .aws)] {
      let driver = ScreenDriver.at(.circuits, provider: provider)
        .receive(.form(.answerEdited(.wantsSecondary, "yes"))).resize(columns: columns, rows: 16)
      driver.focus(on: .button(.generate(id))).press(.enter)
      driver.receive(.form(.keyGenerated(id, Secret(key))))
      #expect(driver.marks == [">[ Generate ]"])
      #expect(driver.frame.rows.contains { $0.text.contains("   \(key)") }, "\(driver.text)")
    }
  }

  /// What is wrong with the frame or the focus, if anything is.
  private func fault(in driver: ScreenDriver) -> String? {
    let frame = driver.frame
    let size = driver.screen.size
    guard frame.rows.count == size.rows else { return "\(frame.rows.count) rows" }
    guard frame == driver.screen.frame else { return "not what is drawn on an empty window" }
    for (number, row) in frame.rows.enumerated() {
      let corner = number == size.rows - 1 ? 1 : 0
      var end = 0
      for span in row.spans {
        guard span.column >= end else { return "overlapping spans in row \(number)" }
        end = span.column + TextLayout.width(of: span.text)
      }
      guard end <= size.columns - corner else { return "row \(number) is \(end) wide" }
    }
    if let cursor = frame.cursor {
      guard (0..<size.rows).contains(cursor.row), (0..<size.columns).contains(cursor.column) else {
        return "the cursor is at \(cursor)"
      }
    }
    let controls = driver.screen.controls
    guard driver.screen.controls.contains(driver.screen.focus) || controls.isEmpty else {
      return "the focus is on \(driver.screen.focus), which isn't there"
    }
    return nil
  }
}

extension ScreenDriver {
  /// The marks of what has the focus that can be seen: beside a field, an entry or a button.
  var marks: [String] {
    frame.rows.map(\.text).flatMap { row in
      (row.hasPrefix("  > ") ? [row] : [])
        + row.matches(of: />\[ [^\]]* \]/).map { String($0.output) }
    }
  }
}
