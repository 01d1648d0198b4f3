internal import TerminalIO
internal import TerminalUI

/// Reads the terminal's bytes, and knows which pauses between them mean something.
struct Keyboard {
  /// Whether the terminal is gone; then there is nothing more to wait for.
  private(set) var isClosed = false
  /// When the bytes so far have waited long enough.
  private(set) var pauseEnd: ContinuousClock.Instant?

  private var decoder: InputDecoder
  private var escapeDelay: Duration

  init(decoder: InputDecoder, escapeDelay: Duration) {
    self.decoder = decoder
    self.escapeDelay = escapeDelay
  }

  /// Reads what is there.
  mutating func read() -> [TerminalEvent] {
    let events: [TerminalEvent]
    switch StandardStreams.read() {
    case .bytes(let bytes): events = decoder.take(bytes)
    case .nothing: events = decoder.take([])
    case .ended, .gone:
      isClosed = true
      pauseEnd = nil
      return [.closed]
    }
    // On a line that was slow once, an Escape waits longer for its rest.
    if decoder.hasComeLate { escapeDelay = max(escapeDelay, Self.slowDelay) }
    pauseEnd = patience.map { .now + $0 }
    return events
  }

  /// Ends the bytes that have waited long enough at `now`.
  mutating func endPause(at now: ContinuousClock.Instant) -> [TerminalEvent] {
    guard let pauseEnd, now >= pauseEnd else { return [] }
    let events = decoder.takePause()
    self.pauseEnd = patience.map { now + $0 }
    return events
  }

  /// Drops everything typed so far.
  ///
  /// It reads the input instead of flushing it: otherwise half of a paste would count as keys
  /// later.
  ///
  /// - Returns: `closed` if the terminal turned out to be gone.
  mutating func discard() -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    for _ in 0..<256 where !isClosed && StandardStreams.hasInput { events = read() }
    decoder.discard()
    return isClosed ? events : []
  }

  /// The longest pause between the bytes of one key.
  private static let slowDelay = Duration.milliseconds(500)

  /// How long to wait for the rest of the bytes so far.
  ///
  /// On a slow line, a sequence may come in pieces. A paste that stops for 5 s has lost its end.
  private var patience: Duration? {
    switch decoder.waiting {
    case .nothing: nil
    case .escape: escapeDelay
    // No person types a capital O so soon after Escape, nor a bracket within a second.
    case .lateRest(isSoon: true): .milliseconds(250)
    case .lateRest(isSoon: false): .milliseconds(750)
    case .sequence: max(escapeDelay, Self.slowDelay)
    case .paste: .seconds(5)
    }
  }
}
