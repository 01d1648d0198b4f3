/// A line of a cloud's form: its label there, and what to enter.
public struct ConsoleEntry: Hashable, Sendable {
  /// The label in the cloud's console.
  public let label: String
  /// What to enter.
  public let value: String
  /// Whether the value is masked until the person asks for it.
  public let isSecret: Bool

  init(_ label: String, _ value: String, isSecret: Bool = false) {
    self.label = label
    self.value = value
    self.isSecret = isSecret
  }

  /// The value for display, masked if it is a secret and `showingSecrets` is false.
  public func shown(showingSecrets: Bool) -> String {
    isSecret && !showingSecrets ? MaskedText.masked(value) : DisplayText.visible(value)
  }
}
