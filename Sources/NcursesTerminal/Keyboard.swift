internal import TerminalIO
internal import TerminalUI

/// Reads the terminal's bytes, and knows when a pause between them means something.
struct Keyboard {
  /// Whether the terminal is gone; then there is nothing to wait for.
  private(set) var isClosed = false
  /// When what is under way has waited long enough.
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
    // On a line that has shown itself as slow, an Escape waits for its rest.
    if decoder.hasComeLate { escapeDelay = max(escapeDelay, Self.slowDelay) }
    pauseEnd = patience.map { .now + $0 }
    return events
  }

  /// Ends what has waited long enough at `now`.
  mutating func endPause(at now: ContinuousClock.Instant) -> [TerminalEvent] {
    guard let pauseEnd, now >= pauseEnd else { return [] }
    let events = decoder.takePause()
    self.pauseEnd = patience.map { now + $0 }
    return events
  }

  /// Drops everything that has been typed.
  ///
  /// It is read and not flushed, so that half of a paste isn't taken for keys later.
  ///
  /// - Returns: `closed` if that was found out by it.
  mutating func discard() -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    for _ in 0..<256 where !isClosed && StandardStreams.hasInput { events = read() }
    decoder.discard()
    return isClosed ? events : []
  }

  /// How far apart the bytes of one key may come.
  private static let slowDelay = Duration.milliseconds(500)

  /// How long to wait for what is under way.
  ///
  /// A sequence on a slow line may come in pieces; a paste that stops for so long has lost its end.
  private var patience: Duration? {
    switch decoder.waiting {
    case .nothing: nil
    case .escape: escapeDelay
    // Nobody goes from Escape to a capital O so fast, nor within a second to a bracket.
    case .lateRest(isSoon: true): .milliseconds(250)
    case .lateRest(isSoon: false): .milliseconds(750)
    case .sequence: max(escapeDelay, Self.slowDelay)
    case .paste: .seconds(5)
    }
  }
}
