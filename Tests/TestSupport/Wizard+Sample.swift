public import CrossConnect

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
}
