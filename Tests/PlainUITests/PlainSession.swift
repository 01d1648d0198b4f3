import CrossConnect
import Flows
import FoundationEssentials
import TelnyxAPI
import TestSupport

@testable import PlainUI

/// A dialogue under test, and everything it printed: prompts with what was typed, as a terminal shows it.
struct PlainSession {
  private(set) var dialogue: PlainDialogue
  /// The lines so far; those of the last call are in `answer`.
  private(set) var log: [String] = []
  /// What should happen by the last call, but for drafts and receipts.
  private(set) var effects: [Effect] = []
  /// What should happen by the last call.
  private(set) var all: [Effect] = []
  private(set) var answer: [String] = []

  static let now = Date(timeIntervalSince1970: 1_784_126_530)
  private(set) var time = Self.now
  /// Whether the person reads what is new before typing on.
  var readsFirst = true

  init(_ app: App, showsUnicode: Bool = false, drafts: FoundDrafts? = nil) {
    dialogue = PlainDialogue(app, showsUnicode: showsUnicode, now: Self.now)
    take(dialogue.start())
    if drafts != nil || app.records.keepsFiles {
      receive(.records(.draftsFound(drafts ?? FoundDrafts())))
    }
  }

  /// A dialogue on the first page, with networks and coverage loaded.
  static func opened(networks: [Network] = [.sample], coverage: Coverage = .sample) -> PlainSession
  {
    PlainSession(App(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true))
      .loaded(networks: networks, coverage: coverage)
  }

  /// The dialogue after the choices have come.
  private func loaded(
    networks: [Network] = [.sample], coverage: Coverage = .sample
  ) -> PlainSession {
    var session = self
    session.receive(.choices(.coverageLoaded(.success(coverage))))
    session.receive(.choices(.networksLoaded(.success(networks))))
    return session
  }

  /// A dialogue whose question is this one, with the answers of a draft.
  static func asking(_ field: FieldID, _ draft: Draft) -> PlainSession {
    var session = PlainSession(.answering(draft)).loaded()
    for _ in 0..<60 where session.dialogue.question != .field(field) {
      guard let step = draft.field(field)?.step, let here = session.app.step else { break }
      guard step == here else {
        session.type(step < here ? "<" : ">")
        continue
      }
      let ids = session.app.form.draft.fields(in: step).map(\.id)
      guard case .field(let other) = session.dialogue.question,
        let place = ids.firstIndex(of: field), let now = ids.firstIndex(of: other)
      else { break }
      session.type(place < now ? "<" : "")
    }
    return session
  }

  /// A dialogue at the review.
  static func reviewing(_ draft: Draft) -> PlainSession {
    PlainSession(.reviewing(draft)).loaded()
  }

  var prompt: String { dialogue.prompt?.text ?? "" }
  var app: App { dialogue.app }

  /// Types lines, each with its end.
  mutating func type(_ lines: String...) {
    for line in lines {
      log.append(prompt + (dialogue.prompt?.isSecret == true ? "" : line))
      take(dialogue.take(line, now: time))
    }
  }

  mutating func receive(_ message: App.Event) {
    take(dialogue.receive(message, now: time))
  }

  mutating func interrupt() {
    take(dialogue.takeInterrupt(now: time))
  }

  mutating func end() {
    take(dialogue.takeEnd())
  }

  mutating func finish(_ messages: [App.Event]) {
    dialogue.finish(messages)
    take([])
  }

  /// Lets time pass, and says so.
  mutating func wait(seconds: Double) {
    time += seconds
    receive(.clockTicked(time))
  }

  private mutating func take(_ effects: [Effect]) {
    all = effects
    // That nothing is on the network before an order is answered at once.
    if effects.contains(where: \.notes) { all += dialogue.receive(.noted, now: time) }
    answer = dialogue.takeOutput()
    if readsFirst, let end = dialogue.guardedUntil {
      time = max(time, end)
      all += dialogue.receive(.clockTicked(time), now: time)
      answer += dialogue.takeOutput()
    }
    self.effects = all.filter { !$0.keepsFiles && !$0.notes }
    log += answer
  }
}

extension Effect {
  fileprivate var notes: Bool {
    guard case .noteConnects = self else { return false }
    return true
  }

  /// Whether it is about drafts and receipts.
  fileprivate var keepsFiles: Bool {
    switch self {
    case .findDrafts, .adoptDraft, .releaseDrafts, .discardDraft, .saveDraft, .removeDraft,
      .saveReceipt:
      true
    default: false
    }
  }
}
