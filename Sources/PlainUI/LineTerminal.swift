internal import CrossConnect
internal import Glibc
internal import Presentation
internal import Synchronization

/// What happened at the terminal or elsewhere.
enum LineEvent: Hashable, Sendable {
  case line(LineDecoder.Line)
  /// Nothing more will be typed.
  case inputEnded
  /// The terminal is gone.
  case closed
  case signal(Int32)
  /// The program was stopped and goes on.
  case resumed
  case woken
  /// The time handed to `events(within:)` has passed.
  case tick
}

/// The standard input and output as a terminal of lines, which are never changed once written.
@MainActor
final class LineTerminal {
  /// Whether the character set has letters beyond ASCII.
  var showsUnicode = false

  private let reading: Int32
  private let waker: PipeWaker
  private var decoder = LineDecoder()
  private var echo = Echo()
  /// The prompt that the cursor stands behind.
  private var openPrompt: PlainPrompt?
  /// Whether the answer to it had been typed, and shown, before it.
  private var isAnsweredAhead = false
  private var isGone = false

  /// Takes the terminal; `nil` if the system has no descriptors left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    reading = ends[0]
    waker = PipeWaker(descriptor: ends[1])
    SignalWatch.begin(writingTo: ends[1])
  }

  /// Ends the wait in `events(within:)` from any task.
  var wake: @Sendable () -> Void {
    { [waker] in waker.wake() }
  }

  /// Gives the terminal back.
  func close() {
    endPrompt()
    SignalWatch.end()
  }

  // MARK: Writing

  /// Writes whole lines.
  func show(_ lines: [String]) {
    guard !lines.isEmpty else { return }
    endLine()
    write(lines.map { $0 + "\n" }.joined())
  }

  /// Asks for a line; does nothing if just that is asked already.
  func ask(_ prompt: PlainPrompt) {
    guard openPrompt != prompt else { return }
    endLine()
    if prompt.isSecret {
      if !echo.turnOff() { write("Warning: this terminal shows what you type.\n") }
    } else {
      echo.turnOn()
    }
    isAnsweredAhead = hasInput
    write(prompt.text)
    openPrompt = prompt
  }

  /// Takes a prompt back that is not answered any more.
  func endPrompt() {
    endLine()
    echo.turnOn(discardingInput: true)
  }

  private func endLine() {
    if openPrompt != nil { write("\n") }
    openPrompt = nil
  }

  private func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty, !isGone {
      let count = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      switch count {
      case 1...: bytes = bytes.dropFirst(count)
      case _ where errno == EINTR: continue
      case _ where errno == EAGAIN: _ = Self.poll([(STDOUT_FILENO, Int16(POLLOUT))], -1)
      default: isGone = true
      }
    }
  }

  // MARK: Reading

  /// Throws away input that was typed ahead and not yet read.
  func discardInput() {
    tcflush(STDIN_FILENO, TCIFLUSH)
    decoder.forget()
  }

  private var hasInput: Bool {
    Self.poll([(STDIN_FILENO, Int16(POLLIN))], 0).contains { $0 != 0 }
  }

  /// Sleeps until something happens.
  ///
  /// - Parameter milliseconds: When to return with a `tick` at the latest; `nil` sleeps without end.
  /// - Returns: Everything that has happened, signals first.
  func events(within milliseconds: Int32?) -> [LineEvent] {
    guard !isGone else { return [.closed] }
    let waited: [(Int32, Int16)] = [(STDIN_FILENO, Int16(POLLIN)), (reading, Int16(POLLIN))]
    let ready = Self.poll(waited, milliseconds ?? -1)
    guard ready.count == waited.count else { return [] }
    var events: [LineEvent] = ready[1] == 0 ? [] : takeReports()
    if ready[0] != 0 { events += readLines(hungUp: ready[0] & Int16(POLLHUP) != 0) }
    if events.isEmpty, milliseconds != nil, ready.allSatisfy({ $0 == 0 }) { events = [.tick] }
    return events
  }

  private func readLines(hungUp: Bool) -> [LineEvent] {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    guard count > 0 else {
      if count < 0, [EINTR, EAGAIN].contains(errno) { return [] }
      return [count == 0 && !hungUp ? .inputEnded : .closed]
    }
    let lines = decoder.lines(in: bytes.prefix(count))
    if let first = lines.first { finishPrompt(with: first) }
    return lines.map { .line($0) }
  }

  /// Ends the prompt's line as the terminal has not, where the answer was typed before it.
  private func finishPrompt(with line: LineDecoder.Line) {
    let isSecret = openPrompt?.isSecret == true
    if isAnsweredAhead, openPrompt != nil {
      if case .text(let text) = line, !isSecret, text.utf8.allSatisfy({ $0 >= 0x20 }) {
        write(DisplayText.printable(text, unicode: showsUnicode))
      }
      write("\n")
    }
    openPrompt = nil
    echo.turnOn()
  }

  private func takeReports() -> [LineEvent] {
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = max(0, read(reading, &bytes, bytes.count))
    var events: [LineEvent] = []
    for byte in bytes.prefix(count) {
      switch Int32(byte) {
      case 0: if !events.contains(.woken) { events.append(.woken) }
      case SIGTSTP: stop()
      case SIGCONT:
        // Whoever had the terminal in between may have set other modes: the prompt is put anew.
        openPrompt = nil
        events.append(.resumed)
      case let number: events.append(.signal(number))
      }
    }
    return events
  }

  /// Stops the job as Ctrl-Z would have, with the echo given back.
  private func stop() {
    echo.turnOn(discardingInput: true)
    kill(0, SIGTSTP)
  }

  private static func poll(_ waited: [(descriptor: Int32, events: Int16)], _ time: Int32) -> [Int16]
  {
    var all = waited.map { pollfd(fd: $0.descriptor, events: $0.events, revents: 0) }
    guard Glibc.poll(&all, nfds_t(all.count), time) >= 0 else { return [] }
    return all.map(\.revents)
  }
}

/// Puts a byte on a pipe, from any task.
private final class PipeWaker: Sendable {
  private let descriptor: Int32

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// A full pipe wakes as well.
  func wake() {
    var byte: UInt8 = 0
    _ = Glibc.write(descriptor, &byte, 1)
  }
}
