/// One thing to do after an order was accepted, and what to type while doing it.
public struct NextStep: Hashable, Sendable {
  /// A line of a console's form: its label there, and what to enter.
  public struct Entry: Hashable, Sendable {
    /// The label in the cloud's console.
    public let label: String
    /// What to enter.
    public let value: String
  }

  /// What `vxc` itself can do about it.
  public enum Action: Hashable, Sendable {
    case enablePrimary
    case checkStatus
  }

  /// What to do, as a sentence.
  public let text: String
  /// What to enter.
  public let entries: [Entry]
  /// What `vxc` itself can do about it.
  public let action: Action?

  /// A step with the values it needs.
  public init(_ text: String, entries: KeyValuePairs<String, String> = [:], action: Action? = nil) {
    self.text = text
    self.entries = entries.map { Entry(label: $0.key, value: $0.value) }
    self.action = action
  }
}

extension VirtualCrossConnect {
  /// A member's text for a step, or words for its absence.
  func value(_ key: String) -> String {
    text(key) ?? "not assigned yet"
  }
}
