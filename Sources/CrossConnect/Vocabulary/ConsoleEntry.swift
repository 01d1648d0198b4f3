/// A line of a cloud's form: its label there, and what to enter.
public struct ConsoleEntry: Hashable, Sendable {
  /// The label in the cloud's console.
  public let label: String
  /// What to enter.
  public let value: String
  /// Whether it is shown as dots until asked for.
  public let isSecret: Bool

  init(_ label: String, _ value: String, isSecret: Bool = false) {
    self.label = label
    self.value = value
    self.isSecret = isSecret
  }

  /// The value as it may be shown.
  public func shown(showingSecrets: Bool) -> String {
    isSecret && !showingSecrets ? MaskedText.masked(value) : DisplayText.visible(value)
  }
}
