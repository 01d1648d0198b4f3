import NIOCore
import NIOPosix
import Synchronization

/// A server on loopback that does to each connection what a test tells it to, right or wrong.
///
/// The first connection gets the first script, and so on; one for which there is no script is
/// closed at once, and counted like the others.
public final class FaultyServer: Sendable {
  /// One thing done to a connection, which is closed after the last.
  public enum Step: Sendable {
    /// Reads a request up to the end of its body.
    case readRequest
    /// Reads this many bytes, such as of a SOCKS greeting.
    case read(Int)
    /// Writes a text.
    case write(String)
    /// Writes bytes.
    case writeBytes([UInt8])
    /// Writes a text again and again, until the client has had enough.
    case drip(String, every: Duration)
    /// Waits for the client to close.
    case waitForClose
    /// Lets the end of the connection be a reset.
    case reset
    /// Writes a text, such as a proxy's consent, and goes on in TLS.
    case startTLS(TestCertificate, after: String = "")
  }

  /// What the server has seen.
  private struct Log {
    var connections: [any Channel] = []
    var requests: [String] = []
  }

  private let listener: any Channel
  private let log: Shared<Log>

  private init(listener: any Channel, log: Shared<Log>) {
    self.listener = listener
    self.log = log
  }

  /// The port on 127.0.0.1.
  public var port: Int { listener.localAddress?.port ?? 0 }

  /// How many connections were made.
  public var connections: Int { log.value.withLock { $0.connections.count } }

  /// The requests that were read, head and body as they came, in order.
  public var requests: [String] { log.value.withLock { $0.requests } }

  /// Runs a server for the time of `body`.
  ///
  /// - Parameters:
  ///   - scripts: What to do to the first connection, the second, and so on.
  ///   - body: The test.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  public static func run<Result>(
    _ scripts: [Step]..., body: (FaultyServer) async throws -> Result
  ) async throws -> Result {
    try await run(scripts: scripts, body: body)
  }

  /// Runs a server for the time of `body`.
  ///
  /// - Parameters:
  ///   - scripts: What to do to the first connection, the second, and so on.
  ///   - body: The test.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws.
  public static func run<Result>(
    scripts: [[Step]], body: (FaultyServer) async throws -> Result
  ) async throws -> Result {
    let log = Shared(Log())
    let listener = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .childChannelInitializer { channel in
        let number = log.value.withLock { log in
          log.connections.append(channel)
          return log.connections.count
        }
        let script = number <= scripts.count ? scripts[number - 1] : []
        return channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(
            ScriptHandler(script) { request in
              log.value.withLock { $0.requests.append(request) }
            })
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    let server = FaultyServer(listener: listener, log: log)
    do {
      let result = try await body(server)
      await server.stop()
      return result
    } catch {
      await server.stop()
      throw error
    }
  }

  /// Waits until `condition` holds for the server; false if it never does.
  public func waits(until condition: (FaultyServer) -> Bool) async -> Bool {
    await comesTrue { condition(self) }
  }

  private func stop() async {
    try? await listener.close()
    for channel in log.value.withLock({ $0.connections }) { channel.close(promise: nil) }
  }
}

/// A value that several threads may change.
private final class Shared<Value: Sendable>: Sendable {
  let value: Mutex<Value>

  init(_ value: Value) { self.value = Mutex(value) }
}
