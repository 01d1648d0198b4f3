/// How the program ends: its exit code, and what stays on the terminal.
public struct Ending: Hashable, Sendable {
  /// The exit code, by consequence: 0 created, 6 outcome unknown, 130 quit, 128 + a signal's number.
  public let code: Int32

  /// The person left, or nothing more is to be done.
  public init(of wizard: Wizard) {
    switch wizard.order {
    case .created: code = 0
    case .unknown, .sending: code = 6
    case .open: code = 130
    }
  }

  /// A signal ended it; what is known of an order under way outweighs it.
  public init(signal: Int32, wizard: Wizard) {
    switch wizard.order {
    case .unknown, .sending: code = 6
    case .created, .open: code = 128 + signal
    }
  }
}
