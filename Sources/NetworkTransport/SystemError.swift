import Glibc

/// The operating system's error numbers in words.
enum SystemError {
  /// Whether `code` can only come from connecting.
  static func isOnlyFromConnecting(_ code: CInt) -> Bool {
    [ECONNREFUSED, EADDRNOTAVAIL, ENETDOWN, ENETUNREACH, EACCES, EPERM, EMFILE, ENFILE]
      .contains(code)
  }

  /// What `code` means, to be read after a colon.
  ///
  /// - Parameters:
  ///   - code: An `errno`; `nil` if none is known.
  ///   - port: The port to connect to, while connecting.
  /// - Returns: Words without a full stop.
  static func words(for code: CInt?, port: Int? = nil) -> String {
    switch code {
    case nil: "it can't be reached"
    case ECONNREFUSED: port.map { "nothing listens on port \($0)" } ?? "the connection was refused"
    case EHOSTUNREACH, EHOSTDOWN: "there is no route to the host"
    case ENETUNREACH, ENETDOWN, EADDRNOTAVAIL: "there is no route to its network"
    case EACCES, EPERM: "a firewall of this machine does not allow it"
    case EMFILE, ENFILE: "this machine has too many files open"
    case ECONNRESET, ECONNABORTED: "the other side reset it"
    case EPIPE: "the other side had closed it"
    case ETIMEDOUT: "the other side stopped answering"
    case let code?: String(cString: strerror(code))
    }
  }
}
