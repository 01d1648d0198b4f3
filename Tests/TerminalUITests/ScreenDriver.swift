import CrossConnect
import Flows
import FoundationEssentials
import TelnyxAPI
import TestSupport

@testable import TerminalUI

/// Drives the wizard's screen as a person does, without a terminal: keys in, frames out.
///
/// Time stands still until `wait` moves it, and nothing but the note before an order is answered until
/// `receive` does it.
final class ScreenDriver {
  private(set) var screen: WizardScreen
  /// What the loop would have drawn so far.
  private var drawing = Drawing()
  /// Every effect so far.
  private(set) var effects: [Effect] = []
  /// Whether that nothing is on the network before an order is answered at once.
  var answersNotes = true
  private var instant = ContinuousClock.now
  private(set) var now = Sample.morning

  init(
    columns: Int = 80, rows: Int = 24, hasKey: Bool = true, baseURL: BaseURL = .telnyx,
    isDemo: Bool = false, drawsUnicode: Bool = false, for purpose: App.Purpose = .ordering
  ) {
    var app = App(
      destination: Destination(baseURL: baseURL, isDemo: isDemo), hasKey: hasKey, for: purpose)
    effects = app.start()
    screen = WizardScreen(
      app, size: Size(rows: rows, columns: columns),
      abilities: TerminalAbilities(drawsUnicode: drawsUnicode), now: now)
  }

  /// A screen to which the API has answered what there is to choose from.
  static func loaded(columns: Int = 80, rows: Int = 24, isDemo: Bool = false) -> ScreenDriver {
    ScreenDriver(columns: columns, rows: rows, isDemo: isDemo)
      .receive(.choices(.networksLoaded(.success(Sample.networks))))
      .receive(.choices(.coverageLoaded(.success(Sample.coverage))))
  }

  @discardableResult
  func press(_ keys: Key...) -> ScreenDriver {
    for key in keys { handle(.key(key)) }
    return self
  }

  @discardableResult
  func type(_ text: String) -> ScreenDriver {
    for scalar in text.unicodeScalars { handle(.key(.character(scalar))) }
    return self
  }

  @discardableResult
  func paste(_ text: String) -> ScreenDriver {
    handle(.paste(text))
    return self
  }

  @discardableResult
  func resize(columns: Int, rows: Int) -> ScreenDriver {
    handle(.resized(Size(rows: rows, columns: columns)))
    return self
  }

  @discardableResult
  func receive(_ message: App.Event) -> ScreenDriver {
    effects += screen.receive(message, instant: instant, now: now)
    return self
  }

  /// Lets time pass, with a tick for each deadline on the way.
  @discardableResult
  func wait(_ duration: Duration) -> ScreenDriver {
    let end = instant + duration
    while let deadline = screen.deadline, deadline <= end {
      pass(to: max(deadline, instant))
      handle(.tick)
      if screen.deadline == deadline { break }
    }
    pass(to: end)
    return self
  }

  func handle(_ event: TerminalEvent) {
    let new = screen.handle(event, instant: instant, now: now)
    effects += new
    guard answersNotes else { return }
    for case .noteConnects in new { receive(.noted) }
  }

  private func pass(to later: ContinuousClock.Instant) {
    now += (later - instant) / .seconds(1)
    instant = later
  }
}

extension ScreenDriver {
  /// The frame, drawn over the ones before as the loop does it.
  var frame: Frame { drawing.frame(of: screen) }

  /// The whole screen as text.
  var text: String { frame.text }

  /// The form between the rules, without the blank rows at its end.
  var form: String {
    var rows = frame.rows[screen.layout.form].map(\.text)
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows.joined(separator: "\n")
  }

  var title: String { frame.rows[0].text }
  var status: String { frame.rows[screen.layout.statusRow].text.trimmed }
  var keyLine: String { frame.rows[screen.layout.keysRow].text }

  /// The row that the cursor stands on.
  var focusedRow: String { frame.cursor.map { frame.rows[$0.row].text } ?? "" }

  /// How often the order was sent.
  var orders: [CreateVXCRequest] {
    effects.compactMap { effect in
      guard case .send(let request) = effect else { return nil }
      return request
    }
  }
}

extension ScreenDriver {
  /// Goes to a control by Tab, if it is there.
  @discardableResult
  func focus(on control: Control) -> ScreenDriver {
    for _ in screen.controls where screen.focus != control { press(.tab) }
    return self
  }

  /// The controls in the order in which Tab goes round, from the first.
  var focusOrder: [Control] {
    screen.controls.first.map { _ = focus(on: $0) }
    return screen.controls.map { _ in
      defer { press(.tab) }
      return screen.focus
    }
  }
}
