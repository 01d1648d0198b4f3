internal import CTerminal

/// What a wait has brought; nothing if its time was over, or a signal's handler has run meanwhile.
public struct Wait: Hashable, Sendable {
  /// Whether the standard input can be read, or has ended.
  public let hasInput: Bool
  /// Whether there are requests to take from the signals.
  public let hasSignals: Bool
  /// Whether somebody woke the waiting.
  public let isWoken: Bool

  /// Sleeps until something happens.
  ///
  /// - Parameters:
  ///   - readsInput: Whether there is still something to be had from the standard input.
  ///   - signals: The signals to hear of.
  ///   - wakes: What others may end the sleep by, if they may.
  ///   - deadline: When to return at the latest; `nil` sleeps without end.
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

  /// The time left as poll(2) has it, rounded up so that it is over afterwards.
  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = (ContinuousClock.now.duration(to: deadline) / .milliseconds(1)).rounded(.up)
    return Int32(max(0, min(left, 1e9)))
  }
}
