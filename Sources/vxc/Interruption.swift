internal import Commands
internal import Dispatch
internal import Glibc
internal import TerminalIO

/// Handles the interruption of a command: it says what was done until then.
struct Interruption {
  private struct Handled {
    let number: Int32
    let source: any DispatchSourceSignal
    let before: sigaction
  }

  private let handled: [Handled]

  /// Takes over the signals that end a program, but for those that are ignored already.
  ///
  /// - Parameter standing: What the command has done so far.
  init(_ standing: Standing) {
    handled = [SIGINT, SIGTERM, SIGHUP].compactMap { number in
      guard let before = Self.replacement(of: number) else { return nil }
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        standing.end { sentence, isOutcomeOpen in
          if let sentence {
            // The terminal has written ^C on the line of a question.
            let start = StandardStreams.isTerminal(.error) ? "\n" : ""
            Output.errorLine("\(start)vxc: \(sentence)")
          }
          exit(isOutcomeOpen ? 6 : 128 + number)
        }
      }
      source.resume()
      return Handled(number: number, source: source, before: before)
    }
  }

  /// Stops handling the signals, and leaves them as they were.
  func end() {
    for signal in handled {
      signal.source.cancel()
      var before = signal.before
      sigaction(signal.number, &before, nil)
    }
  }

  /// Ignores a signal in the usual way, so that only its source handles it.
  ///
  /// - Returns: What happened with it before; `nil` if it is ignored, as `nohup` has it.
  private static func replacement(of number: Int32) -> sigaction? {
    var before = sigaction()
    guard sigaction(number, nil, &before) == 0 else { return nil }
    let ignored = unsafeBitCast(SIG_IGN, to: Int.self)
    guard unsafeBitCast(before.__sigaction_handler.sa_handler, to: Int.self) != ignored else {
      return nil
    }
    signal(number, SIG_IGN)
    return before
  }
}
