/// One thing to do after an order was accepted, and what to type while doing it.
public struct NextStep: Hashable, Sendable {
  /// A line of a console's form: its label there, and what to enter.
  public struct Entry: Hashable, Sendable {
    /// The label in the cloud's console.
    public let label: String
    /// What to enter.
    public let value: String
    /// Whether it is shown as dots until asked for.
    public let isSecret: Bool

    /// The value as it may be shown.
    public func shown(showingSecrets: Bool) -> String {
      isSecret && !showingSecrets ? MaskedText.masked(value) : DisplayText.visible(value)
    }
  }

  /// What `vxc` itself can do about it.
  public enum Action: Hashable, Sendable {
    case enable
    case checkStatus
  }

  /// What to do, as a sentence.
  public let text: String
  /// What to enter.
  public let entries: [Entry]
  /// What `vxc` itself can do about it.
  public let action: Action?

  /// A step with the values it needs.
  init(_ text: String, entries: KeyValuePairs<String, Value> = [:], action: Action? = nil) {
    self.text = text
    self.entries = entries.map {
      Entry(label: $0.key, value: $0.value.text, isSecret: $0.value.isSecret)
    }
    self.action = action
  }
}

extension NextStep {
  /// What to enter: words of ours, or what the answer holds.
  package struct Value: ExpressibleByStringLiteral {
    package let text: String
    package let isSecret: Bool

    package init(_ text: String, isSecret: Bool = false) {
      self.text = text
      self.isSecret = isSecret
    }

    package init(stringLiteral text: String) {
      self.init(text)
    }
  }
}

extension VirtualCrossConnect {
  /// What is to be done next, in this order.
  public var nextSteps: [NextStep] {
    isDeleting ? [] : provider?.rules.nextSteps(self) ?? []
  }

  /// Whether there is a secondary circuit.
  var hasSecondary: Bool { circuits.contains(.secondary) }

  /// A member's text for a step, or words for its absence.
  package func value(_ key: String) -> NextStep.Value {
    guard let text = text(key) else { return "not assigned yet" }
    return NextStep.Value(text, isSecret: Self.secretKeys.contains(key))
  }
}
