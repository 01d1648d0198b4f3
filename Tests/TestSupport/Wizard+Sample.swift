public import CrossConnect
public import Flows
internal import FoundationEssentials
internal import TelnyxAPI

extension Wizard {
  /// A wizard on its first page, with the sample networks and coverage loaded.
  public static func opened() -> Wizard {
    var wizard = Wizard(
      destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true)
    _ = wizard.start()
    wizard.take(.networksLoaded(.success([.sample])), .coverageLoaded(.success(.sample)))
    return wizard
  }

  /// A wizard on its review, with the answers of `Draft.sample(provider)`.
  public static func sample(_ provider: CloudProvider) -> Wizard {
    reviewing(.sample(provider))
  }

  /// A wizard on its review, with the answers of a draft that has no problems.
  public static func reviewing(_ draft: Draft) -> Wizard {
    var wizard = answering(draft)
    for _ in Step.allCases.dropLast() { wizard.take(.nextPressed) }
    return wizard
  }

  /// A wizard on its first page, with the answers of a draft already given.
  public static func answering(_ draft: Draft) -> Wizard {
    var wizard = opened()
    for field in FieldID.allCases { wizard.take(.answerEdited(field, draft[field])) }
    return wizard
  }

  /// Lets messages happen, whatever effects come of them.
  public mutating func take(_ messages: Message...) {
    for message in messages { _ = update(message) }
  }

  /// Lets a message happen, and returns what should happen next but for drafts and receipts.
  public mutating func effects(of message: Message) -> [Effect] {
    update(message).filter { !$0.isAboutFiles }
  }
}

extension Message {
  /// That nothing is on the network before the order is sent.
  public static let noted = Message.connectsNoted(CrossConnectList(), at: .distantPast)
}

extension Effect {
  /// Whether it is about drafts and receipts, which change nothing of what is asked of the API.
  public var isAboutFiles: Bool {
    switch self {
    case .findDrafts, .adoptDraft, .releaseDrafts, .discardDraft, .saveDraft, .removeDraft,
      .saveReceipt:
      true
    case .checkKey, .startDemo, .loadNetworks, .loadCoverage, .createNetwork, .generateKey,
      .noteConnects, .send, .look, .checkAccount, .checkStatus, .enable, .cancel, .leave:
      false
    }
  }
}
