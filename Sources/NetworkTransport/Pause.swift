import NIOCore
import NIOPosix

/// Waits that need no thread of their own: the network's threads keep the time.
public enum Pause {
  /// Waits.
  ///
  /// - Parameter duration: For how long.
  /// - Throws: An error at once if the task is cancelled.
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
