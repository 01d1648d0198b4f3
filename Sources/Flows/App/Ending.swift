public import TelnyxAPI

/// How the program ends: its exit code.
public struct Ending: Hashable, Sendable {
  /// The exit code, by consequence.
  ///
  /// - 0: created, or nothing was to be ordered
  /// - 3: the key was not accepted
  /// - 4: the API refused
  /// - 5: not sent
  /// - 6: the outcome isn't known
  /// - 7: left while waiting, or the wait was in vain
  /// - 130: quit before any order
  /// - 128 + a signal's number
  public let code: Int32

  /// The ending if the person left, or nothing more is to be done.
  public init(of app: App) {
    switch app.order {
    case _ where app.isOutcomeOpen: code = 6
    case .created: code = app.ordered.map(Self.code) ?? 0
    case .gone(_, let wasAwaited): code = wasAwaited ? 7 : 0
    case .unknown, .sending: code = 6
    case .open where app.refusal == nil && (app.opened != nil || app.startsWithList):
      // The person only looked or waited: nothing was to be ordered.
      code = app.opened.map(Self.code) ?? 0
    case .open, .preparing:
      let isDone = !app.orderedBefore.isEmpty
      code = app.refusal.map(Self.code) ?? (isDone ? 0 : 130)
    }
  }

  private static func code(for connection: Connection) -> Int32 {
    connection.isWaiting || connection.wasAwaited ? 7 : 0
  }

  /// The exit code after a call that should have changed something and failed.
  public static func code(for refusal: APIFailure) -> Int32 {
    switch refusal {
    case .keyRejected: 3
    case .refused, .tooManyRequests: 4
    case .notSent, .intercepted: 5
    case .outcomeUnknown, .incomplete: 6
    }
  }

  /// The ending by a signal; an order or an action of unknown outcome outweighs the signal.
  public init(signal: Int32, app: App) {
    code = app.isOutcomeOpen ? 6 : 128 + signal
  }
}
