public import CrossConnect

extension Draft {
  /// A draft with answers for all clouds, mostly good ones, so that it often makes a request.
  public static func random(using generator: inout some RandomNumberGenerator) -> Draft {
    var draft = Draft()
    for provider in CloudProvider.allCases {
      draft[.cloudProvider] = provider.rawValue
      let good = Bool.random(using: &generator) ? fullSample(provider) : sample(provider)
      for id in FieldID.allCases where id != .cloudProvider {
        draft[id] = good[id]
      }
    }
    draft[.cloudProvider] =
      CloudProvider.allCases.randomElement(using: &generator)?.rawValue ?? ""
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      guard let id = FieldID.allCases.randomElement(using: &generator),
        let text = oddAnswers.randomElement(using: &generator)
      else { continue }
      draft[id] = text
    }
    return draft
  }

  /// Answers that are good for some question and bad for most.
  public static let oddAnswers = [
    "", " ", "yes", "no", "aws", "azure", "gce", "oracle", "50", "0", "-1", "+5", "1.10", "64512",
    "4294967295", "4294967296", "123456789012", "1234-5678-9012", "{}", "{\(sampleUUID)}",
    sampleUUID, "\(sampleUUID)/us-east4/1", "\(sampleUUID)/us-east4/any", "169.254.0.1",
    "169.254.0.6/30", "10.0.0.3", "us-east-1", "us-east4", "ashburn-va", "abcdef", "größe 東京",
    "a\u{1B}[31mb", "٥٠", "id", "primary_enabled", "null", "\"", "\\",
  ]
}
