internal import Glibc
internal import Synchronization

// All that the handlers touch: made before they are installed, and never locked.
private let wakeEnd = Atomic<Int32>(-1)
private let modesToGiveBack = Atomic<UInt>(0)

/// Signals as bytes on a pipe, so that the loop hears of them where it sleeps, and the terminal's echo
/// given back by those that end the process at once.
enum SignalWatch {
  private static let reported = [SIGINT, SIGTERM, SIGHUP, SIGCONT]
  /// By default every signal ends the process, but for these, those reported, and Ctrl-Z's.
  ///
  /// - SeeAlso: signal(7), "Standard signals" and "Real-time signals".
  private static let fatal = (1...__libc_current_sigrtmax()).filter { number in
    ![SIGKILL, SIGPIPE, SIGCHLD, SIGURG, SIGWINCH, SIGSTOP, SIGTTIN, SIGTTOU, SIGTSTP]
      .contains(number) && !reported.contains(number)
  }

  /// Begins to report signals to a pipe.
  static func begin(writingTo descriptor: Int32) {
    wakeEnd.store(descriptor, ordering: .sequentiallyConsistent)
    hold(nil)
    for number in reported { catchSignal(number, report) }
    for number in fatal { catchSignal(number, giveBackAndDie) }
    signal(SIGPIPE, SIG_IGN)
  }

  /// Lets signals have their usual effect again.
  static func end() {
    for number in reported + fatal + [SIGTSTP] where !isIgnored(number) { signal(number, SIG_DFL) }
    wakeEnd.store(-1, ordering: .sequentiallyConsistent)
  }

  /// Hears of Ctrl-Z from now on, or lets it stop the job by itself.
  static func watchStop(_ isWatched: Bool) {
    guard !isIgnored(SIGTSTP) else { return }
    if isWatched { catchSignal(SIGTSTP, report) } else { signal(SIGTSTP, SIG_DFL) }
  }

  /// From now on a signal that ends the process at once gives these modes back first.
  static func hold(_ modes: UnsafeMutablePointer<termios>?) {
    modesToGiveBack.store(UInt(bitPattern: modes), ordering: .sequentiallyConsistent)
  }

  private static func catchSignal(
    _ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void
  ) {
    // What the process was started to ignore stays ignored.
    guard !isIgnored(number) else { return }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = SA_RESTART
    sigaction(number, &action, nil)
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    let handler = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    return handler == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static let report: @convention(c) (Int32) -> Void = { number in
    let error = errno
    var byte = UInt8(truncatingIfNeeded: number)
    _ = write(wakeEnd.load(ordering: .relaxed), &byte, 1)
    errno = error
  }

  private static let giveBackAndDie: @convention(c) (Int32) -> Void = { number in
    let address = modesToGiveBack.load(ordering: .relaxed)
    if let modes = UnsafePointer<termios>(bitPattern: address) {
      tcsetattr(STDIN_FILENO, TCSAFLUSH, modes)
    }
    signal(number, SIG_DFL)
    raise(number)
  }
}
