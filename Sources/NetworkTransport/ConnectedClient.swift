import AsyncHTTPClient
import Dispatch
import NIOCore
import Synchronization

/// An HTTP client that remembers whether it ever had a connection ready for a request.
///
/// Until then nothing of a request can have been written. The library calls its initializer after
/// the proxy's tunnel and the TLS handshake, and before it gives the connection to a request.
struct ConnectedClient: Sendable {
  let client: HTTPClient
  private let flag = Flag()

  /// Whether a connection was ready at some time.
  var wasConnected: Bool { flag.isUp.withLock { $0 } }

  init(_ configuration: HTTPClient.Configuration) {
    var configuration = configuration
    configuration.http1_1ConnectionDebugInitializer = { [flag] channel in
      flag.isUp.withLock { $0 = true }
      return channel.eventLoop.submit { try AnswerGuard.add(to: channel) }
    }
    client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
  }

  /// Closes its connections, and returns at once.
  ///
  /// The library traps if a client is dropped without this.
  func close() {
    client.close {}
  }

  private final class Flag: Sendable {
    let isUp = Mutex(false)
  }
}

extension HTTPClient {
  /// Closes its connections, and returns when they are closed.
  func finish() async {
    await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
      close { continuation.resume() }
    }
  }

  /// Closes its connections.
  ///
  /// A queue of its own reports the end. Once a shared queue has been used, libdispatch wakes every
  /// second to check on its threads.
  fileprivate func close(_ closed: @escaping @Sendable () -> Void) {
    shutdown(queue: DispatchQueue(label: "vxc.shutdown")) { _ in closed() }
  }
}
