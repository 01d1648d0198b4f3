import CrossConnect
import Flows
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

@testable import TerminalUI

/// What Enter would press can be seen, on every page in every window.
@Suite struct FocusInViewTests {
  private static let sizes = [(60, 16), (61, 17), (80, 24), (80, 17), (120, 40)]

  /// A page that one comes to, and how.
  struct Arrival: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let arrive: @Sendable (_ columns: Int, _ rows: Int) throws -> ScreenDriver

    init(
      _ name: String,
      _ arrive: @escaping @Sendable (_ columns: Int, _ rows: Int) throws -> ScreenDriver
    ) {
      testDescription = name
      self.arrive = arrive
    }
  }

  private static let states: [(String, VirtualCrossConnect.Members)] = [
    ("created", [:]),
    ("both circuits", ["secondary_enabled": .bool(true), "secondary_bgp_key": .string("k234567")]),
    ("provisioning", ["status": .string("provisioning"), "primary_enabled": .bool(true)]),
    ("provisioned", ["status": .string("provisioned"), "primary_enabled": .bool(true)]),
    ("deleting", ["status": .string("deleting")]),
    ("unknown", ["status": .string("on hold"), "cloud_provider": .string("oci")]),
  ]

  private static let form =
    [
      Arrival("signing in") { ScreenDriver(columns: $0, rows: $1, hasKey: false) },
      Arrival("the start, with an order that waits") {
        ScreenDriver.loaded(columns: $0, rows: $1)
          .receive(.records(.waitingFound([try .sample()])))
      },
      Arrival("an error summary") {
        ScreenDriver.at(.provider, columns: $0, rows: $1).press(.pageDown)
      },
      Arrival("the question whether to quit") {
        ScreenDriver.at(.review, columns: $0, rows: $1).press(.control("c"))
      },
      Arrival("sending") { ScreenDriver.ordering(columns: $0, rows: $1) },
      Arrival("outcome unknown") {
        let driver = ScreenDriver.ordering(columns: $0, rows: $1)
        return driver.receive(
          .submission(.orderAnswered(.failure(.outcomeUnknown(.status(502, []))), at: driver.now)))
      },
      Arrival("not created") {
        let driver = ScreenDriver.ordering(columns: $0, rows: $1)
        return driver.receive(
          .submission(.orderAnswered(.failure(Sample.refusal), at: driver.now)))
      },
      Arrival("the list") {
        ScreenDriver.loaded(columns: $0, rows: $1).press(.control("o"))
          .receive(.inventory(.connectsLoaded(.success(try Self.connects()), at: Sample.morning)))
      },
      Arrival("the list that can't be had") {
        ScreenDriver.loaded(columns: $0, rows: $1).press(.control("o"))
          .receive(
            .inventory(
              .connectsLoaded(.failure(.outcomeUnknown(.status(503, []))), at: Sample.morning)))
      },
    ]
    + Step.allCases.flatMap { step in
      CloudProvider.allCases.map { provider in
        Arrival("\(step) \(provider)") {
          ScreenDriver.at(step, provider: provider, columns: $0, rows: $1)
        }
      }
    }

  private static let connections = [false, true].flatMap { isDemo in
    CloudProvider.allCases.flatMap { provider in
      states.map { name, changes in
        Arrival("\(provider) \(name)\(isDemo ? ", demo" : "")") {
          let driver = ScreenDriver.loaded(columns: $0, rows: $1, isDemo: isDemo)
          let connect = try #require(VirtualCrossConnect.sample(provider, changes))
          driver.press(.control("o"))
            .receive(.inventory(.connectsLoaded(.success([connect]), at: Sample.morning)))
            .press(.enter)
          return driver.receive(
            .connection(.followAnswered(.success(connect), at: driver.now)))
        }
      }
    }
  }

  private static func connects() throws -> [VirtualCrossConnect] {
    try CloudProvider.allCases.map { provider in
      try #require(VirtualCrossConnect.sample(provider, ["id": .string("\(provider)-1")]))
    }
  }

  @Test(arguments: form + connections, sizes)
  func `one comes to a page with the focus in view, and keeps it there`(
    arrival: Arrival, size: (columns: Int, rows: Int)
  ) throws {
    let driver = try arrival.arrive(size.columns, size.rows)
    driver.expectFocusInView("on arrival")
    for _ in driver.screen.controls {
      driver.press(.tab).expectFocusInView("after Tab")
    }
    driver.press(.backTab).expectFocusInView("after Shift-Tab")
    driver.wait(.seconds(61)).expectFocusInView("a minute later")
  }

  @Test(arguments: CloudProvider.allCases, sizes)
  func `a failed action is told in view, and so is what Enter would press`(
    provider: CloudProvider, size: (columns: Int, rows: Int)
  ) throws {
    let connect = try #require(VirtualCrossConnect.sample(provider))
    let driver = ScreenDriver.atResult(connect).wait(.milliseconds(300))
      .resize(columns: size.columns, rows: size.rows).press(.end, .backTab)
    driver.receive(
      .connection(.followAnswered(.failure(.refused(status: 409, [])), at: driver.now)))
    driver.expectFocusInView("after the report")
    #expect(driver.form.contains("409"), "\(driver.text)")
  }
}

extension ScreenDriver {
  /// An order under way.
  fileprivate static func ordering(columns: Int, rows: Int) -> ScreenDriver {
    ScreenDriver.readyToCreate().press(.enter).resize(columns: columns, rows: rows)
  }

  /// Looks for the one mark of the focus, or the row that the cursor stands in.
  fileprivate func expectFocusInView(
    _ words: String, sourceLocation location: SourceLocation = #_sourceLocation
  ) {
    #expect(
      screen.showsFocus && marks.count == 1, "\(words): \(screen.focus)\n\(text)",
      sourceLocation: location)
  }
}
