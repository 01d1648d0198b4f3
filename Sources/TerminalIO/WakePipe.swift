internal import CTerminal

/// A pipe that only ends a wait.
public final class WakePipe: Sendable {
  /// The end to wait on.
  let reading: Int32
  private let writing: Int32

  /// A new pipe; `nil` if the system has no descriptors left.
  public init?() {
    var ends: [Int32] = [-1, -1]
    guard ct_pipe(&ends) else { return nil }
    reading = ends[0]
    writing = ends[1]
  }

  deinit {
    ct_close(reading)
    ct_close(writing)
  }

  /// Ends the wait, or the next one if there is none now; any task may call it.
  public func wake() {
    ct_signal_pipe(writing)
  }

  /// Clears all calls of `wake()` so far.
  public func clear() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while ct_read(reading, &bytes, bytes.count) == bytes.count {}
  }
}
