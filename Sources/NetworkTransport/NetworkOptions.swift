public import CrossConnect

/// How the transport reaches the API: its deadlines, its limit and what the environment says.
public struct NetworkOptions: Sendable {
  /// Seconds until a connection, its proxy's tunnel and its TLS handshake must be ready.
  public var connectSeconds: Int

  /// Seconds until the whole answer must be there, connecting and a dripping body included.
  public var totalSeconds: Int

  /// The number of bytes an answer's body may have.
  public var bodyLimit: Int

  /// What `User-Agent` says: `vxc/1.0`.
  public var userAgent: String

  /// The environment: `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` in either case, `SSL_CERT_FILE`.
  ///
  /// It is handed in, so that the transport itself reads nothing of the process.
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
