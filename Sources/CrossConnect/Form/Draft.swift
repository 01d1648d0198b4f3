/// The answers as they were typed, which may be wrong or missing.
///
/// Answers for one provider are kept when another is chosen, and are not sent for it.
public struct Draft: Hashable, Sendable {
  /// The key of an answer: the question, and the cloud if each cloud has its own answer.
  package struct AnswerKey: Hashable, Sendable {
    package let field: FieldID
    package let provider: CloudProvider?

    package init(field: FieldID, provider: CloudProvider?) {
      self.field = field
      self.provider = provider
    }
  }

  /// Everything that was typed or picked, even where it isn't asked for now; without prefilled
  /// answers.
  package private(set) var answers: [AnswerKey: String] = [:]

  /// A draft without answers.
  public init() {}

  package init(answers: [AnswerKey: String]) {
    self.answers = answers
    provider = CloudProvider(rawValue: self[.cloudProvider])
  }

  /// The provider that was chosen.
  public private(set) var provider: CloudProvider?

  /// The rules of the provider that was chosen.
  public var rules: ProviderRules? { provider?.rules }

  /// The answer as typed; if none was, the prefilled one; else empty.
  public subscript(id: FieldID) -> String {
    get { answers[key(for: id)] ?? (id.isPerProvider ? rules?.descriptor(id)?.prefill : nil) ?? "" }
    set {
      answers[key(for: id)] = newValue
      if id == .cloudProvider { provider = CloudProvider(rawValue: newValue) }
    }
  }

  /// Whether the answer is the prefilled one, since nobody gave another.
  public func isPrefilled(_ field: FieldDescriptor) -> Bool {
    answers[key(for: field.id)] == nil && !field.prefill.isEmpty
  }

  package func key(for id: FieldID) -> AnswerKey {
    AnswerKey(field: id, provider: id.isPerProvider ? provider : nil)
  }
}

extension Draft.AnswerKey {
  /// The question's descriptor, whether it is asked now or not.
  package var descriptor: FieldDescriptor? {
    provider?.rules.descriptor(field) ?? SharedFields.all.first { $0.id == field }
  }
}

extension Draft: CustomStringConvertible, CustomReflectable {
  /// The number of answers, since some of them are secret.
  public var description: String { "<draft of \(answers.count) answers>" }

  /// A mirror without children, so that `dump` shows no answer.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
