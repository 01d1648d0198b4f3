internal import Glibc

/// Whether the terminal shows what is typed.
@MainActor
struct Echo {
  private let saved = UnsafeMutablePointer<termios>.allocate(capacity: 1)
  private(set) var isOff = false

  /// Stops showing what is typed; only the end of the line is seen.
  ///
  /// - Returns: Whether it does.
  mutating func turnOff() -> Bool {
    guard !isOff else { return true }
    guard tcgetattr(STDIN_FILENO, saved) == 0 else { return false }
    var unseen = saved.pointee
    unseen.c_lflag &= ~tcflag_t(ECHO)
    unseen.c_lflag |= tcflag_t(ECHONL)
    // From here on every way out gives the modes back.
    SignalWatch.hold(saved)
    SignalWatch.watchStop(true)
    isOff = true
    guard tcsetattr(STDIN_FILENO, TCSANOW, &unseen) == 0 else {
      turnOn()
      return false
    }
    return true
  }

  /// Gives the terminal's modes back as they were.
  ///
  /// - Parameter discardingInput: Whether a secret that was begun is thrown away: whoever reads next,
  ///   such as a shell, would show it.
  mutating func turnOn(discardingInput: Bool = false) {
    guard isOff else { return }
    let way = discardingInput ? TCSAFLUSH : TCSANOW
    while tcsetattr(STDIN_FILENO, way, saved) != 0, errno == EINTR {}
    isOff = false
    SignalWatch.hold(nil)
    SignalWatch.watchStop(false)
  }
}
