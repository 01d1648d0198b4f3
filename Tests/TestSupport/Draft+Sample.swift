public import CrossConnect

extension Draft {
  /// A draft in which these questions are answered, in this order.
  public init(_ answers: KeyValuePairs<FieldID, String>) {
    self.init()
    for (field, text) in answers { self[field] = text }
  }

  /// The smallest draft that makes a request: what is required, and a name.
  public static func sample(_ provider: CloudProvider) -> Draft {
    var draft = Draft([
      .network: Network.sample.id, .name: "test interface", .telnyxRegion: "ashburn-va",
      .cloudProvider: provider.rawValue,
    ])
    switch provider {
    case .aws:
      draft.answer([.cloudRegion: "us-east-1", .primaryAccount: "123456789012", .bandwidth: "50"])
    case .azure:
      draft.answer([.cloudRegion: "Washington DC", .primaryAccount: sampleUUID])
    case .googleCloud:
      draft.answer([
        .cloudRegion: "us-east4", .primaryAccount: "\(sampleUUID)/us-east4/1", .bandwidth: "50",
      ])
    }
    return draft
  }

  /// A draft with every question of the provider answered, without a warning.
  public static func fullSample(_ provider: CloudProvider) -> Draft {
    var draft = sample(provider)
    draft.answer([
      .bandwidth: "50", .primaryBGPKey: "yFV4wEPtPVPfDUGLWiyQzwga",
    ])
    if rulesAsk(for: .secondaryBGPKey, provider) {
      draft.answer([.secondaryBGPKey: "ge1lONeK9RcA83uuWaw9DvZy"])
    }
    switch provider {
    case .aws, .azure:
      draft.answer([
        .wantsSecondary: "yes", .primaryTelnyxIP: "169.254.0.1", .primaryCloudIP: "169.254.0.2",
        .secondaryTelnyxIP: "169.254.0.5", .secondaryCloudIP: "169.254.0.6",
      ])
    case .googleCloud:
      draft.answer([
        .wantsSecondary: "yes",
        .secondaryAccount: "6a09cdc3-8948-47f0-aa62-74ac943d6c58/us-east4/2",
      ])
    }
    return draft
  }

  private static func rulesAsk(for field: FieldID, _ provider: CloudProvider) -> Bool {
    provider.rules.descriptor(field) != nil
  }

  /// A UUID that serves as a service key and in pairing keys.
  public static let sampleUUID = "7e51371e-72a3-40b5-b844-2e3efefaee59"

  /// Answers these questions, in this order.
  public mutating func answer(_ answers: KeyValuePairs<FieldID, String>) {
    for (field, text) in answers { self[field] = text }
  }

  /// The draft with these questions answered too.
  public func answering(_ answers: KeyValuePairs<FieldID, String>) -> Draft {
    var draft = self
    draft.answer(answers)
    return draft
  }
}
