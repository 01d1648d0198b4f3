/// How a call that only reads is tried again after a failure that may pass.
public struct RetryPolicy: Sendable {
  private static let pauses = [1, 3]
  /// The most seconds that the API may ask for; a longer wait is for a person to see.
  private static let patience = 10

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
  /// - Parameters:
  ///   - attempt: The number of the attempt.
  ///   - wish: How long the API wants to be left alone, if it said so.
  /// - Returns: Whether there is one.
  /// - Throws: `APIFailure.notSent(.cancelled)` if the pause was cancelled.
  func waits(beforeAttempt attempt: Int, wish: RetryAfter?) async throws(APIFailure) -> Bool {
    guard Self.pauses.indices.contains(attempt - 2) else { return false }
    var seconds = Self.pauses[attempt - 2]
    switch wish {
    case .seconds(let least) where least <= Self.patience: seconds = max(seconds, least)
    case .seconds, .date: return false
    case nil: break
    }
    announce(attempt)
    do {
      try await pause(.seconds(seconds))
    } catch {
      throw .notSent(.cancelled)
    }
    return true
  }
}
