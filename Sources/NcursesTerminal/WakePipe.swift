internal import CNcurses
internal import TerminalUI

/// A pipe whose one purpose is to end a wait.
final class WakePipe: Waker {
  /// The end to wait on.
  let reading: Int32
  private let writing: Int32

  /// A new pipe, or `nil` if the system has none left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard cn_pipe(&ends) else { return nil }
    reading = ends[0]
    writing = ends[1]
  }

  deinit {
    cn_close(reading)
    cn_close(writing)
  }

  /// Ends the wait, or the next one if there is none now.
  func wake() {
    cn_signal_pipe(writing)
  }

  /// Takes in all calls of `wake()` so far.
  func clear() {
    var bytes = [UInt8](repeating: 0, count: 256)
    while cn_read(reading, &bytes, bytes.count) == bytes.count {}
  }
}
