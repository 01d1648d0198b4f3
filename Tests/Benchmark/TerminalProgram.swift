import Glibc

/// A program in a terminal that is played by the benchmark: 80x24, nothing answers a question.
final class TerminalProgram {
  /// Why a program can't be watched.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What a program wrote, and when it did.
  struct Reply {
    var bytes: [UInt8] = []
    var first = Duration.zero
    var last = Duration.zero

    var count: Double { Double(bytes.count) }
  }

  let process: RunningProcess
  let startedAt: ContinuousClock.Instant
  /// The modes of the terminal as the program found them.
  let modesBefore: TerminalModes
  /// What it wrote when it was last listened to.
  private(set) var lastReply = Reply()
  /// Everything the program has written.
  private(set) var written: [UInt8] = []
  private var terminal: Int32
  /// Made once: making it is work that would fall into the time that is measured.
  private var buffer = [UInt8](repeating: 0, count: 65_536)
  /// What makes a terminal and names it; the importer sees neither these nor `posix_openpt`.
  ///
  /// - SeeAlso: ioctl_tty(2): TIOCSPTLCK, TIOCGPTN.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430
  private var line: Int32

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - path: The executable.
  ///   - arguments: What follows its name.
  ///   - environment: All that it finds in its environment.
  /// - Throws: `Failure` if the system has no terminal for it, or doesn't start it.
  init(_ path: String, _ arguments: [String] = [], environment: [String: String]) throws(Failure) {
    terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: Int32 = 0
    var lock: Int32 = 0
    guard terminal >= 0, ioctl(terminal, Self.setLock, &lock) == 0,
      ioctl(terminal, Self.getNumber, &number) == 0
    else { throw Failure(description: "no terminal can be made") }
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)
    // Kept open, so that the modes can still be read when the program has ended.
    line = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    modesBefore = TerminalModes(of: line)
    startedAt = .now
    guard let process = RunningProcess(path, arguments, environment: environment, terminal: name)
    else { throw Failure(description: "\(path) can't be started") }
    self.process = process
  }

  deinit {
    process.kill(SIGKILL)
    _ = process.end(within: .seconds(5))
    close()
  }

  /// The modes of the terminal now.
  var modes: TerminalModes { TerminalModes(of: line) }

  /// Presses keys at once.
  ///
  /// - Parameters:
  ///   - keys: The bytes that a terminal sends for them.
  ///   - quiet: How long nothing must come for the frame to be complete.
  /// - Returns: What the program writes because of them, timed from the press.
  @discardableResult
  func press(_ keys: String, quiet: Duration = .milliseconds(25)) -> Reply {
    let start = ContinuousClock.now
    type(keys)
    return reply(since: start, quiet: quiet, patience: .milliseconds(500))
  }

  /// Types keys at once, and listens to nothing.
  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(terminal, bytes, bytes.count)
  }

  /// Reads until the program has been quiet for some time.
  ///
  /// - Parameters:
  ///   - start: When the time begins.
  ///   - text: What has to be written before quiet counts, if anything.
  ///   - quiet: How long nothing must come.
  ///   - patience: How long to wait for the first byte, and for `text`.
  /// - Returns: What was written, with the times of its first and its last byte.
  @discardableResult
  func reply(
    since start: ContinuousClock.Instant, until text: String = "",
    quiet: Duration = .milliseconds(60), patience: Duration = .seconds(10)
  ) -> Reply {
    var reply = Reply()
    let wanted = Array(text.utf8)
    var isComplete = wanted.isEmpty
    while true {
      let isWaiting = reply.bytes.isEmpty || !isComplete
      var ready = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      let limit = isWaiting ? patience : quiet
      guard poll(&ready, 1, Int32(limit / .milliseconds(1))) > 0 else { break }
      let count = read(terminal, &buffer, buffer.count)
      let now = start.duration(to: .now)
      guard count > 0 else { break }
      if reply.bytes.isEmpty { reply.first = now }
      reply.last = now
      reply.bytes += buffer.prefix(count)
      if !isComplete { isComplete = reply.bytes.firstRange(of: wanted) != nil }
    }
    written += reply.bytes
    lastReply = reply
    return reply
  }

  /// Closes the line, as a lost connection does.
  func close() {
    guard terminal >= 0 else { return }
    _ = Glibc.close(terminal)
    _ = Glibc.close(line)
    terminal = -1
    line = -1
  }
}

/// What of a terminal's modes a program can leave changed.
struct TerminalModes: Hashable {
  private let flags: [UInt32]
  private let characters: [UInt8]

  init(of descriptor: Int32) {
    var modes = termios()
    _ = tcgetattr(descriptor, &modes)
    flags = [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
    characters = withUnsafeBytes(of: &modes.c_cc) { Array($0) }
  }
}
