import CrossConnect
import Flows
import FoundationEssentials
import Presentation
import TelnyxAPI
import TestSupport

@testable import PlainUI

/// Goes through a journey line by line.
struct PlainTraveller {
  private(set) var dialogue: PlainDialogue
  /// What was printed and typed, for messages.
  private(set) var log: [String] = []
  private let journey: Journey
  private var request: CreateVXCRequest?
  private var now = Date(timeIntervalSince1970: 1_784_126_530)

  /// The traveller did not get there.
  struct Lost: Error, CustomStringConvertible {
    let description: String
  }

  init(_ journey: Journey) {
    self.journey = journey
    dialogue = PlainDialogue(
      App(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true),
      showsUnicode: false, now: now)
    follow(dialogue.start())
    follow(dialogue.receive(.records(.draftsFound(FoundDrafts())), now: now))
  }

  /// The one request that the journey ends with.
  mutating func order() throws -> CreateVXCRequest {
    for act in journey.acts { try perform(act) }
    try goOn(to: .review)
    type("create")
    guard let request else { throw lost("sending") }
    return request
  }

  private mutating func perform(_ act: Journey.Act) throws {
    switch act {
    case .answer(let id, let text):
      try go(to: id)
      type(text)
    case .clear(let id):
      try go(to: id)
      type("!")
    case .generate(let id):
      try go(to: id)
      type("generate")
    case .makeNetwork(let name):
      try go(to: .network)
      type("new")
      type(name)
    case .enterByHand(let id, let text):
      try go(to: id)
      type("id")
      type(text)
    case .goBack(let step):
      for _ in 0..<40 where dialogue.app.step != step { type("<") }
    case .change(let step):
      try goOn(to: .review)
      let groups = OrderSummary(of: dialogue.app).groups
      guard let group = groups.first(where: { $0.step == step }) else { throw lost("\(step)") }
      type("\(group.number)")
    }
  }

  private mutating func goOn(to step: Step) throws {
    for _ in 0..<10 where dialogue.app.step != step { type(">") }
    guard dialogue.app.step == step else { throw lost("step \(step)") }
  }

  private mutating func go(to id: FieldID) throws {
    for _ in 0..<60 where dialogue.question != .field(id) {
      guard let step = dialogue.app.form.draft.field(id)?.step, let here = dialogue.app.step
      else { break }
      if step != here {
        type(step < here ? "<" : ">")
      } else if case .field(let other) = dialogue.question {
        let ids = dialogue.app.form.draft.fields(in: step).map(\.id)
        let isBefore = (ids.firstIndex(of: id) ?? 0) < (ids.firstIndex(of: other) ?? 0)
        type(isBefore ? "<" : "")
      }
    }
    guard dialogue.question == .field(id) else { throw lost("\(id)") }
  }

  private mutating func type(_ line: String) {
    log.append((dialogue.prompt?.text ?? "") + line)
    follow(dialogue.take(line, now: now))
  }

  private mutating func follow(_ effects: [Effect]) {
    log += dialogue.takeOutput()
    for effect in effects {
      if case .send(let request) = effect { self.request = request }
      if let message = journey.answer(to: effect) {
        follow(dialogue.receive(message, now: now))
      }
    }
    // What is new is read before anything is typed.
    guard let end = dialogue.guardedUntil else { return }
    now = end
    follow(dialogue.receive(.clockTicked(now), now: now))
  }

  private func lost(_ where: String) -> Lost {
    Lost(description: "did not come to \(`where`):\n" + log.joined(separator: "\n"))
  }
}
