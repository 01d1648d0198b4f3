/// Why the sandbox could not be started.
public enum SandboxFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// Something else listens on this port.
  case portInUse(Int)
  /// Listening on this port failed for the reason in `detail`.
  case cannotListen(port: Int, detail: String)

  /// The reason as a sentence.
  public var description: String {
    switch self {
    case .portInUse(let port):
      "Port \(port) is in use; choose another, or 0 for a free one."
    case .cannotListen(let port, let detail):
      "The sandbox can't listen on port \(port): \(detail)"
    }
  }
}
