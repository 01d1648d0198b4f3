public import CrossConnect

/// How the transport reaches the API: its deadlines, its limit, and the environment.
public struct NetworkOptions: Sendable {
  /// Seconds until a connection, its proxy's tunnel and its TLS handshake must be ready.
  public var connectSeconds: Int

  /// Seconds until the whole answer must be there, including connecting and a slow body.
  public var totalSeconds: Int

  /// The most bytes of an answer's body.
  public var bodyLimit: Int

  /// The value of `User-Agent`: `vxc/1.0`.
  public var userAgent: String

  /// The environment: `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` in small or capital letters, and
  /// `SSL_CERT_FILE`.
  ///
  /// It comes from outside, so the transport itself reads nothing of the process.
  public var environment: EnvironmentVariables

  /// Options with the defaults: 10 s to connect, 30 s in all, 8 MiB.
  public init(
    connectSeconds: Int = 10, totalSeconds: Int = 30, bodyLimit: Int = 8 << 20,
    userAgent: String = "vxc", environment: EnvironmentVariables = [:]
  ) {
    self.connectSeconds = connectSeconds
    self.totalSeconds = totalSeconds
    self.bodyLimit = bodyLimit
    self.userAgent = userAgent
    self.environment = environment
  }

  /// The value of a variable, if it is set and not empty.
  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
