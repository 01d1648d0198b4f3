import Glibc

/// A port on 127.0.0.1 on which nothing listens, and which nobody else gets meanwhile.
public enum ClosedPort {
  /// Why there is none.
  public struct Failure: Error {}

  /// Runs a test with such a port.
  ///
  /// It is bound and not listened on: a port that was only let go may be another server's by then.
  ///
  /// - Parameter body: The test, which is given the port.
  /// - Returns: What the test returns.
  /// - Throws: What the test throws, or `Failure` if the system has no port.
  public static func hold<Value>(_ body: (Int) async throws -> Value) async throws -> Value {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound else { throw Failure() }
    return try await body(Int(UInt16(bigEndian: address.sin_port)))
  }
}
