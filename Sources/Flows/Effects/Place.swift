public import CrossConnect

/// Where the person is.
public enum Place: Hashable, Sendable {
  case signIn
  case step(Step)
  /// The order is under way.
  case sending
  case outcomeUnknown
  /// One cross connect.
  case result
  /// All cross connects of the account.
  case inventory

  /// The page of the form; `nil` elsewhere.
  public var step: Step? {
    guard case .step(let step) = self else { return nil }
    return step
  }
}
