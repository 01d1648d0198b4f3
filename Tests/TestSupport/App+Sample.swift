public import CrossConnect
public import Flows
internal import FoundationEssentials
internal import TelnyxAPI

extension App {
  /// An app on its first page, with the sample networks and coverage loaded.
  public static func opened() -> App {
    var app = App(
      destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true)
    _ = app.start()
    app.take(
      .choices(.networksLoaded(.success([.sample]))), .choices(.coverageLoaded(.success(.sample))))
    return app
  }

  /// An app on its review, with the answers of `Draft.sample(provider)`.
  public static func sample(_ provider: CloudProvider) -> App {
    reviewing(.sample(provider))
  }

  /// An app on its review, with the answers of a draft that has no problems.
  public static func reviewing(_ draft: Draft) -> App {
    var app = answering(draft)
    for _ in Step.allCases.dropLast() { app.take(.form(.nextPressed)) }
    return app
  }

  /// An app on its first page, with the answers of a draft already given.
  public static func answering(_ draft: Draft) -> App {
    var app = opened()
    for field in FieldID.allCases { app.take(.form(.answerEdited(field, draft[field]))) }
    return app
  }

  /// Lets events happen, whatever effects come of them.
  public mutating func take(_ events: App.Event...) {
    for event in events { _ = update(event) }
  }

  /// Lets an event happen, and returns what should happen next but for drafts and receipts.
  public mutating func effects(of event: App.Event) -> [Effect] {
    update(event).effects.filter { !$0.isAboutFiles }
  }
}

extension App.Event {
  /// That nothing is on the network before the order is sent.
  public static let noted = App.Event.submission(
    .connectsNoted(CrossConnectList(), at: .distantPast))
}

extension Effect {
  /// Whether it is about drafts and receipts, which change nothing of what is asked of the API.
  public var isAboutFiles: Bool {
    switch self {
    case .findDrafts, .adoptDraft, .releaseDrafts, .discardDraft, .saveDraft, .removeDraft,
      .saveReceipt, .recall, .keepTicks, .writeKeyFiles, .saveRequest:
      true
    case .checkKey, .startDemo, .loadNetworks, .loadCoverage, .createNetwork, .generateKey,
      .noteConnects, .send, .look, .checkAccount, .checkStatus, .find, .listWaiting, .perform,
      .playCloud,
      .loadConnects,
      .cancel,
      .leave:
      false
    }
  }
}
