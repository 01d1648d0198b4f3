/// How a call that only reads is tried again after a failure that may pass.
public struct RetryPolicy: Sendable {
  private static let pauses = [Duration.seconds(1), .seconds(3)]

  private let pause: @Sendable (Duration) async throws -> Void
  private let announce: @Sendable (_ attempt: Int) -> Void

  /// At most two more attempts, with growing pauses.
  ///
  /// - Parameters:
  ///   - pause: Waits for a time; throws if it is cancelled.
  ///   - announce: Takes the number of the next attempt, from 2.
  public init(
    pause: @escaping @Sendable (Duration) async throws -> Void,
    announce: @escaping @Sendable (_ attempt: Int) -> Void
  ) {
    self.pause = pause
    self.announce = announce
  }

  /// Waits before an attempt, counted from 2, if there is one.
  ///
  /// - Parameter attempt: The number of the attempt.
  /// - Returns: Whether there is one.
  /// - Throws: `APIFailure.notSent(.cancelled)` if the pause was cancelled.
  func waits(beforeAttempt attempt: Int) async throws(APIFailure) -> Bool {
    guard Self.pauses.indices.contains(attempt - 2) else { return false }
    announce(attempt)
    do {
      try await pause(Self.pauses[attempt - 2])
    } catch {
      throw .notSent(.cancelled)
    }
    return true
  }
}
