/// The answers as they were typed, which may be wrong or missing.
///
/// Answers for one provider are kept when another is chosen, and are not sent for it.
public struct Draft: Hashable, Sendable {
  private struct AnswerKey: Hashable, Sendable {
    let field: FieldID
    let provider: CloudProvider?
  }

  private var answers: [AnswerKey: String] = [:]

  /// A draft without answers.
  public init() {}

  /// The provider that was chosen.
  public private(set) var provider: CloudProvider?

  /// The rules of the provider that was chosen.
  public var rules: ProviderRules? { provider?.rules }

  /// The answer as typed; the prefilled one if nothing was, and empty if there is none.
  public subscript(id: FieldID) -> String {
    get { answers[key(for: id)] ?? (id.isPerProvider ? rules?.descriptor(id)?.prefill : nil) ?? "" }
    set {
      answers[key(for: id)] = newValue
      if id == .cloudProvider { provider = CloudProvider(rawValue: newValue) }
    }
  }

  private func key(for id: FieldID) -> AnswerKey {
    AnswerKey(field: id, provider: id.isPerProvider ? provider : nil)
  }
}

extension Draft: CustomStringConvertible, CustomReflectable {
  /// The number of answers, since some of them are secret.
  public var description: String { "<draft of \(answers.count) answers>" }

  /// A mirror without children, so that `dump` shows no answer.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
