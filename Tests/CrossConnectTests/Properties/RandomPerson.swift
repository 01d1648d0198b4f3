import CrossConnect
import FoundationEssentials
import TestSupport

/// A person and a world that do anything that could happen: every key at every place, answers that come
/// late, in any order, or with any failure, but none that nobody asked for.
struct RandomPerson {
  var generator: SeededGenerator
  private(set) var waiting: [Effect] = []
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
      note(wizard.start())
      return wizard
    default:
      return .answering(.fullSample(pick(CloudProvider.allCases, or: .aws)))
    }
  }

  /// Notes what has to be answered.
  mutating func note(_ effects: [Effect]) {
    waiting += effects.filter { effect in
      if case .cancel = effect { false } else { !effect.isAboutFiles }
    }
    for case .send(let request) in effects { sent.append(request) }
  }

  /// Something that may happen next.
  mutating func next(in wizard: Wizard) -> Message {
    if !waiting.isEmpty, Int.random(in: 0..<3, using: &generator) == 0 {
      let effect = waiting.remove(at: Int.random(in: 0..<waiting.count, using: &generator))
      return answer(to: effect)
    }
    return act(in: wizard)
  }

  private mutating func pick<Value>(_ values: [Value], or other: Value) -> Value {
    values.randomElement(using: &generator) ?? other
  }

  private mutating func act(in wizard: Wizard) -> Message {
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
          .backPressed, .lookPressed, .checkStatusPressed, .enablePrimaryPressed, .waitPressed,
          .createAgainPressed, .stopWaitingPressed, .loadingStopped, .clockTicked(.answered + 60),
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

  /// An answer that fits more often than not.
  private mutating func edit(_ wizard: Wizard) -> Message {
    let provider = pick(CloudProvider.allCases, or: .aws)
    let good = Draft.fullSample(wizard.draft.provider ?? provider)
    let field = pick(FieldID.allCases, or: .name)
    if field == .cloudProvider { return .answerEdited(field, provider.rawValue) }
    let isOdd = Int.random(in: 0..<6, using: &generator) == 0
    return .answerEdited(field, isOdd ? pick(Draft.oddAnswers, or: "") : good[field])
  }

  private mutating func failure() -> APIFailure {
    let errors = ["/bgp_asn", "name", nil, "/odd", "/secondary_bgp_key"].map {
      APIError(code: "1", message: "is odd", source: $0)
    }
    return pick(
      [
        .notSent(.cancelled), .keyRejected(status: 401, []), .refused(status: 422, errors),
        .refused(status: 404, []), .tooManyRequests(.seconds(1), []),
        .intercepted(Interception(status: 403)),
        .outcomeUnknown(.intercepted(Interception(status: 302))),
        .outcomeUnknown(.status(500, [])), .outcomeUnknown(.lost(.timedOut(seconds: 30))),
      ], or: .notSent(.cancelled))
  }

  private mutating func result<Value>(_ value: Value?) -> Result<Value, APIFailure> {
    guard let value, Bool.random(using: &generator) else { return .failure(failure()) }
    return .success(value)
  }

  private mutating func answer(to effect: Effect) -> Message {
    switch effect {
    case .checkKey: return .keyChecked(Bool.random(using: &generator) ? nil : failure())
    case .startDemo: return .demoFailed("No port is free.")
    case .loadNetworks: return .networksLoaded(result(pick([[], [.sample]], or: [])))
    case .loadCoverage:
      return .coverageLoaded(result(pick([.sample, .sample, Coverage([])], or: .sample)))
    case .createNetwork(let name):
      return .networkCreated(result(Network(id: Draft.sampleUUID, name: name)))
    case .generateKey(let field): return .keyGenerated(field, Secret("0123456789abcdefghij"))
    case .send:
      return .orderAnswered(
        result(VirtualCrossConnect.sample(pick(CloudProvider.allCases, or: .aws))), at: .answered)
    case .look:
      let list = CloudProvider.allCases.compactMap { VirtualCrossConnect.sample($0) }
      return .lookAnswered(result(pick([[], list], or: [])), at: .answered)
    case .checkStatus, .enablePrimary:
      return .followAnswered(result(VirtualCrossConnect.sample(.aws)), at: .answered)
    default: return .reloadPressed
    }
  }
}
