public import CrossConnect
public import Flows
public import FoundationEssentials

/// A time to wait in words: nobody counts 251,606,652,955 seconds.
public enum WaitText {
  /// A length of time: `5 s`, `12 min`, `3 h`, `more than a day`.
  ///
  /// - Parameter seconds: The time in seconds.
  /// - Returns: The words.
  public static func length(_ seconds: Int) -> String {
    switch seconds {
    case ..<600: "\(max(0, seconds)) s"
    case ..<7200: "\(seconds / 60) min"
    case ..<86_400: "\(seconds / 3600) h"
    default: "more than a day"
    }
  }

  /// Why there is nothing to wait for; `nil` if there is.
  public static func obstacle(to connection: Connection) -> String? {
    guard !connection.canBeAwaited else { return nil }
    return connection.isGone
      ? "It is gone; there is nothing to wait for." : "It is provisioned already."
  }

  /// Why nothing is asked now; `nil` if the API may be asked.
  public static func heldBack(in app: App, now: Date) -> String? {
    guard let end = app.heldBackUntil, end > now else { return nil }
    return "Telnyx asks to wait \(length(until: end, now: now))."
  }

  /// How long it took until it was provisioned; `nil` if nobody waited for that.
  public static func provisioned(_ connection: Connection) -> String? {
    guard let seconds = connection.secondsWaited, connection.connect.isProvisioned else {
      return nil
    }
    return "Provisioned after \(seconds > 0 ? length(seconds) : "less than 1 s")."
  }

  /// What a wait has come to that did not reach its goal; `nil` if it did, or goes on.
  public static func vain(of connection: Connection) -> String? {
    connection.wasAwaited && connection.connect.isDeleting && !connection.isGone
      ? "It is being deleted, and will not be provisioned." : nil
  }

  /// What has to be done before a wait can end; `nil` if it ends by itself.
  public static func lack(of connect: VirtualCrossConnect) -> String? {
    guard connect.isJustCreated, connect.provider != nil,
      !connect.circuits.contains(where: connect.isEnabled)
    else { return nil }
    return "Enable a circuit first: Telnyx provisions it only then."
  }

  /// The time until a moment.
  public static func length(until end: Date, now: Date) -> String {
    let seconds = end.timeIntervalSince(now).rounded(.up)
    return length(seconds < 86_400 ? Int(seconds) : 86_400)
  }
}
