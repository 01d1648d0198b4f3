import FoundationEssentials
import TelnyxAPI
import TestSupport
@testable import CrossConnect
@testable import Flows

/// A person and a world that do anything that could happen: every key at every place, answers that come
/// late, in any order, or with any failure, but none that nobody asked for.
struct RandomPerson {
  var generator: SeededGenerator
  /// What was asked of the world outside, and with which sign-in.
  private(set) var asked: [(effect: Effect, signIn: Int)] = []
  private(set) var sent: [CreateVXCRequest] = []

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  /// A wizard to begin with: without a key, empty, or with all answers given.
  mutating func openedWizard() -> Wizard {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0:
      let isSignedIn = Bool.random(using: &generator)
      var wizard = Wizard(
        destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: isSignedIn)
      note(wizard.start(), of: wizard)
      return wizard
    default:
      return .answering(.fullSample(pick(CloudProvider.allCases, or: .aws)))
    }
  }

  /// Notes what has to be answered.
  mutating func note(_ effects: [Effect], of wizard: Wizard) {
    asked += effects.filter { if case .cancel = $0 { false } else { true } }
      .map { ($0, wizard.signIns) }
    for case .send(let request) in effects { sent.append(request) }
  }

  /// Something that may happen next.
  mutating func next(in wizard: Wizard) -> Message {
    if !asked.isEmpty, Int.random(in: 0..<3, using: &generator) == 0 {
      let (effect, signIn) = asked.remove(at: Int.random(in: 0..<asked.count, using: &generator))
      guard let message = answer(to: effect) else { return act(in: wizard) }
      return effect.belongsToSignIn ? .answered(message, signIn: signIn) : message
    }
    return act(in: wizard)
  }

  private mutating func pick<Value>(_ values: [Value], or other: Value) -> Value {
    values.randomElement(using: &generator) ?? other
  }

  private mutating func act(in wizard: Wizard) -> Message {
    if !wizard.offeredDrafts.isEmpty {
      return pick(
        [.resumePressed, .discardFoundPressed, .discardFoundPressed, .leaveFoundPressed],
        or: .resumePressed)
    }
    if wizard.place == .signIn {
      return pick([.keyEntered(Secret("KEY")), .demoChosen], or: .demoChosen)
    }
    switch Int.random(in: 0..<12, using: &generator) {
    case 0...3: return edit(wizard)
    case 4...6: return .nextPressed
    case 7: return pick([.submitPressed, .submitPressed, .reloadPressed], or: .submitPressed)
    case 8: return .changeRequested(pick(Step.allCases, or: .review))
    case 9:
      return pick(
        [
          .backPressed, .lookPressed, .checkStatusPressed, .enablePressed, .waitPressed,
          .createAgainPressed, .createAgainPressed, .stopWaitingPressed, .loadingStopped,
          .clockTicked(.answered + 60), .otherKeyPressed, .keysSeen(.shown), .saveReceiptPressed,
          .quitConfirmed, .discardConfirmed, candidateAct(in: wizard),
        ], or: .lookPressed)
    case 10:
      let field = pick(FieldID.allCases, or: .name)
      let entry = pick([Entry.pick, .pick, .byHand, .create], or: .pick)
      return pick(
        [.fieldLeft(field), .entryChanged(field, entry), .generateKeyPressed(field)],
        or: .fieldLeft(field))
    default:
      return pick(
        [.networkNameEdited("lab"), .networkNameEdited(""), .createNetworkPressed],
        or: .createNetworkPressed)
    }
  }

  private mutating func candidateAct(in wizard: Wizard) -> Message {
    guard case .unknown(let unknown) = wizard.order,
      let candidate = unknown.candidates.randomElement(using: &generator)
    else { return .lookPressed }
    return pick(
      [.candidateTaken(candidate.connect.id), .candidateDismissed(candidate.connect.id)],
      or: .lookPressed)
  }

  /// An answer that fits more often than not.
  private mutating func edit(_ wizard: Wizard) -> Message {
    let provider = pick(CloudProvider.allCases, or: .aws)
    let good = Draft.fullSample(wizard.draft.provider ?? provider)
    let field = pick(FieldID.allCases, or: .name)
    if field == .cloudProvider { return .answerEdited(field, provider.rawValue) }
    let isOdd = Int.random(in: 0..<6, using: &generator) == 0
    return .answerEdited(field, isOdd ? pick(Draft.oddAnswers, or: "") : good[field])
  }

  private mutating func answer(to effect: Effect) -> Message? {
    guard effect == .findDrafts else {
      return .random(answering: effect, at: .answered, using: &generator)
    }
    return .draftsFound(foundDrafts())
  }

  /// Drafts of earlier runs, of which one may have been ordered.
  private mutating func foundDrafts() -> FoundDrafts {
    var found = FoundDrafts()
    let provider = pick(CloudProvider.allCases, or: .aws)
    var wizard = Wizard.sample(provider)
    if Bool.random(using: &generator) {
      wizard.take(.submitPressed, .noted, .orderSent(at: .sent))
    }
    let saved = SavedDraft(id: "a", savedAt: .sent, progress: wizard.progress)
    guard Bool.random(using: &generator),
      let other = try? SavedDraft(saved.data(withholding: Secret("")), id: "b")
    else { return found }
    found.offered = [other]
    return found
  }
}

extension Effect {
  /// Whether its answer belongs to the account that asked.
  fileprivate var belongsToSignIn: Bool {
    switch self {
    case .checkKey, .startDemo, .loadNetworks, .loadCoverage, .createNetwork, .look, .checkAccount,
      .checkStatus, .enable:
      true
    default: false
    }
  }
}
