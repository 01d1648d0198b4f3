import CrossConnect
import Flows
import FoundationEssentials
import Presentation
import TelnyxAPI
import TestSupport

@testable import TerminalUI

/// Goes through a journey on the screen, with keys.
struct ScreenTraveller {
  private(set) var screen: WizardScreen
  private let journey: Journey
  private var request: CreateVXCRequest?
  private var instant = ContinuousClock.now
  private static let now = Date(timeIntervalSince1970: 1_784_126_530)

  /// The traveller did not get there.
  struct Lost: Error, CustomStringConvertible {
    let description: String
  }

  init(_ journey: Journey) {
    self.journey = journey
    var app = App(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true)
    let effects = app.start()
    screen = WizardScreen(
      app, size: Size(rows: 24, columns: 80), abilities: .init(drawsUnicode: false),
      now: Self.now)
    follow(effects)
  }

  /// The one request that the journey ends with.
  mutating func order() throws -> CreateVXCRequest {
    for act in journey.acts { try perform(act) }
    try goOn(to: .review)
    try press(.button(.create))
    guard let request else { throw lost("sending") }
    return request
  }

  private mutating func perform(_ act: Journey.Act) throws {
    switch act {
    case .answer(let id, let text):
      try go(to: id)
      try answer(id, text)
    case .clear(let id):
      try go(to: id)
      press(.control("u"))
    case .generate(let id):
      try go(to: id)
      try press(.button(.generate(id)))
    case .makeNetwork(let name):
      try press(.button(.newNetwork))
      handle(.paste(name))
      try press(.button(.createNetwork))
    case .enterByHand(let id, let text):
      try go(to: id)
      try press(.button(.enterByHand(id)))
      press(.control("u"))
      handle(.paste(text))
    case .goBack(let step):
      for _ in 0..<10 where screen.app.step != step { try press(.button(.back)) }
    case .change(let step):
      try goOn(to: .review)
      let groups = OrderSummary(of: screen.app).groups
      guard let number = groups.first(where: { $0.step == step })?.number,
        let digit = "\(number)".unicodeScalars.first
      else { throw lost("\(step)") }
      press(.character(digit))
    }
  }

  private mutating func answer(_ id: FieldID, _ text: String) throws {
    guard let list = screen.choiceList(of: .field(id)) else {
      press(.control("u"))
      handle(.paste(text))
      return
    }
    for scalar in text.unicodeScalars { press(.character(scalar)) }
    for _ in 0..<50 where screen.openList?.markedOption(in: list)?.value != text { press(.down) }
    guard screen.openList?.markedOption(in: list)?.value == text else { throw lost(text) }
    press(.enter)
  }

  private mutating func goOn(to step: Step) throws {
    for _ in 0..<10 where screen.app.step != step { try press(.button(.next)) }
    guard screen.app.step == step else { throw lost("step \(step)") }
  }

  private mutating func go(to id: FieldID) throws {
    guard let step = screen.app.form.draft.field(id)?.step else { throw lost("\(id)") }
    if let here = screen.app.step, here < step { try goOn(to: step) }
    try focus(.field(id))
  }

  private mutating func focus(_ control: Control) throws {
    for _ in 0..<60 where screen.focus != control { press(.tab) }
    guard screen.focus == control else { throw lost("\(control)") }
  }

  private mutating func press(_ control: Control) throws {
    try focus(control)
    // Create acts only after a moment.
    instant += .seconds(1)
    handle(.tick)
    press(.enter)
  }

  private mutating func press(_ key: Key) {
    handle(.key(key))
  }

  private mutating func handle(_ event: TerminalEvent) {
    follow(screen.handle(event, instant: instant, now: Self.now))
  }

  private mutating func follow(_ effects: [Effect]) {
    for effect in effects {
      if case .send(let request) = effect { self.request = request }
      if let message = journey.answer(to: effect) {
        follow(screen.receive(message, instant: instant, now: Self.now))
      }
    }
  }

  private func lost(_ where: String) -> Lost {
    Lost(description: "did not come to \(`where`):\n" + screen.frame.text)
  }
}
