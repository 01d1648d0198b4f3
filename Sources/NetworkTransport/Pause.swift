import NIOCore
import NIOPosix

/// Waits without a thread of their own: the network's threads keep the time.
public enum Pause {
  /// Waits for a time.
  ///
  /// - Parameter duration: The time.
  /// - Throws: The event loop's error, at once, if the task is cancelled.
  public static func pass(_ duration: Duration) async throws {
    let loop = MultiThreadedEventLoopGroup.singleton.any()
    let end = loop.scheduleTask(in: TimeAmount(duration)) {}
    try await withTaskCancellationHandler {
      try await end.futureResult.get()
    } onCancel: {
      end.cancel()
    }
  }
}
