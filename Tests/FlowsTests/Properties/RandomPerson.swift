import FoundationEssentials
import TelnyxAPI
import TestSupport
@testable import CrossConnect
@testable import Flows

/// A person and a world that do anything that could happen: every key at every place, answers that come
/// late, in any order, or with any failure, but none that nobody asked for.
struct RandomPerson {
  var generator: SeededGenerator
  /// What was asked of the world outside, and under which ticket.
  private(set) var asked: [(effect: Effect, ticket: Ticket?)] = []
  private(set) var sent: [CreateVXCRequest] = []

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  /// A wizard to begin with: without a key, empty, or with all answers given.
  mutating func openedWizard() -> App {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0:
      let isSignedIn = Bool.random(using: &generator)
      var app = App(
        destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: isSignedIn)
      note(app.start(), of: app)
      return app
    default:
      return .answering(.fullSample(pick(CloudProvider.allCases, or: .aws)))
    }
  }

  /// Notes what has to be answered.
  mutating func note(_ effects: [Effect], of app: App) {
    asked += effects.filter { if case .cancel = $0 { false } else { true } }
      .map { ($0, app.ticket(for: $0)) }
    for case .send(let request) in effects { sent.append(request) }
  }

  /// Something that may happen next.
  mutating func next(in app: App) -> App.Event {
    if !asked.isEmpty, Int.random(in: 0..<3, using: &generator) == 0 {
      let (effect, ticket) = asked.remove(at: Int.random(in: 0..<asked.count, using: &generator))
      guard let message = answer(to: effect) else { return act(in: app) }
      return ticket.map { .answered(message, to: $0) } ?? message
    }
    return act(in: app)
  }

  private mutating func pick<Value>(_ values: [Value], or other: Value) -> Value {
    values.randomElement(using: &generator) ?? other
  }

  private mutating func act(in app: App) -> App.Event {
    if !app.records.offered.isEmpty {
      return pick(
        [
          .records(.resumePressed), .records(.discardFoundPressed), .records(.discardFoundPressed),
          .records(.leaveFoundPressed),
        ],
        or: .records(.resumePressed))
    }
    if app.place == .signIn {
      return pick(
        [.session(.keyEntered(Secret("KEY"))), .session(.demoChosen)], or: .session(.demoChosen))
    }
    switch Int.random(in: 0..<12, using: &generator) {
    case 0...3: return edit(app)
    case 4...6: return .form(.nextPressed)
    case 7:
      return pick(
        [.form(.submitPressed), .form(.submitPressed), .choices(.reloadPressed)],
        or: .form(.submitPressed))
    case 8: return .form(.changeRequested(pick(Step.allCases, or: .review)))
    case 9:
      return pick(
        [
          .form(.backPressed), .submission(.lookPressed), .connection(.checkStatusPressed),
          .connection(.actionPressed(.enable([.primary]))), .connection(.waitPressed),
          .submission(.createAgainPressed), .submission(.createAgainPressed),
          .submission(.stopWaitingPressed), .choices(.loadingStopped),
          .clockTicked(.answered + 60), .session(.keyNeeded), .connection(.keysSeen(.shown)),
          .saveReceiptPressed,
          .quitConfirmed, .discardConfirmed, candidateAct(in: app),
        ], or: .submission(.lookPressed))
    case 10:
      let field = pick(FieldID.allCases, or: .name)
      let entry = pick([Entry.pick, .pick, .byHand, .create], or: .pick)
      return pick(
        [
          .form(.fieldLeft(field)), .form(.entryChanged(field, entry)),
          .form(.generateKeyPressed(field)),
        ],
        or: .form(.fieldLeft(field)))
    default:
      return pick(
        [
          .form(.networkNameEdited("lab")), .form(.networkNameEdited("")),
          .form(.createNetworkPressed),
        ],
        or: .form(.createNetworkPressed))
    }
  }

  private mutating func candidateAct(in app: App) -> App.Event {
    guard case .unknown(let unknown) = app.order,
      let candidate = unknown.candidates.randomElement(using: &generator)
    else { return .submission(.lookPressed) }
    return pick(
      [
        .submission(.candidateTaken(candidate.connect.id)),
        .submission(.candidateDismissed(candidate.connect.id)),
      ],
      or: .submission(.lookPressed))
  }

  /// An answer that fits more often than not.
  private mutating func edit(_ app: App) -> App.Event {
    let provider = pick(CloudProvider.allCases, or: .aws)
    let good = Draft.fullSample(app.form.draft.provider ?? provider)
    let field = pick(FieldID.allCases, or: .name)
    if field == .cloudProvider { return .form(.answerEdited(field, provider.rawValue)) }
    let isOdd = Int.random(in: 0..<6, using: &generator) == 0
    return .form(.answerEdited(field, isOdd ? pick(Draft.oddAnswers, or: "") : good[field]))
  }

  private mutating func answer(to effect: Effect) -> App.Event? {
    guard effect == .findDrafts else {
      return .random(answering: effect, at: .answered, using: &generator)
    }
    return .records(.draftsFound(foundDrafts()))
  }

  /// Drafts of earlier runs, of which one may have been ordered.
  private mutating func foundDrafts() -> FoundDrafts {
    var found = FoundDrafts()
    let provider = pick(CloudProvider.allCases, or: .aws)
    var app = App.sample(provider)
    if Bool.random(using: &generator) {
      app.take(.form(.submitPressed), .noted, .submission(.orderSent(at: .sent)))
    }
    let saved = SavedDraft(id: "a", savedAt: .sent, progress: app.progress)
    guard Bool.random(using: &generator),
      let other = try? SavedDraft(saved.data(withholding: Secret("")), id: "b")
    else { return found }
    found.offered = [other]
    return found
  }
}
