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
}
