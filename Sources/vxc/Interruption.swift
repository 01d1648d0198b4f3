internal import Commands
internal import Dispatch
internal import Glibc

/// Handles the interruption of a command: it says if an order may have been sent.
struct Interruption {
  private let sources: [any DispatchSourceSignal]

  /// Takes over the signals that end a program.
  ///
  /// - Parameter order: Whether an order is under way.
  init(_ order: OrderUnderWay) {
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        guard order.isThere else { exit(128 + number) }
        Output.errorLine(
          "vxc: The order was sent, and its outcome is not known. Its record is kept: the next vxc looks for it."
        )
        exit(6)
      }
      source.resume()
      return source
    }
  }

  /// Stops handling the signals.
  func end() {
    for source in sources { source.cancel() }
  }
}
