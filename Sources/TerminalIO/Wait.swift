internal import CTerminal

/// The result of a wait; all false if its time is over, or a signal's handler has run.
public struct Wait: Hashable, Sendable {
  /// Whether there is input to read, or its end.
  public let hasInput: Bool
  /// Whether there are requests to take from the signals.
  public let hasSignals: Bool
  /// Whether `WakePipe.wake()` ended it.
  public let isWoken: Bool

  /// Sleeps until something happens.
  ///
  /// - Parameters:
  ///   - readsInput: Whether the standard input has not ended yet.
  ///   - signals: The signals to wait for.
  ///   - wakes: The pipe by which others may end the wait.
  ///   - deadline: The latest time to return; `nil` waits without end.
  @MainActor
  public init(
    readsInput: Bool = true, signals: SignalPipe, wakes: WakePipe? = nil,
    until deadline: ContinuousClock.Instant?
  ) {
    let ready = ct_wait(
      readsInput ? StandardStreams.input : -1, signals.reading, wakes?.reading ?? -1,
      Self.milliseconds(until: deadline))
    hasInput = ready.input
    hasSignals = ready.signals
    isWoken = ready.wakes
  }

  /// The time left in milliseconds for poll(2), rounded up so that it is over afterwards; -1 is no
  /// end.
  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = (ContinuousClock.now.duration(to: deadline) / .milliseconds(1)).rounded(.up)
    return Int32(max(0, min(left, 1e9)))
  }
}
