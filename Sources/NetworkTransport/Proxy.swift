import AsyncHTTPClient
import CrossConnect
import FoundationEssentials

/// A proxy between this machine and the API.
struct Proxy: Hashable, Sendable {
  enum Kind: String {
    case http
    case socks5
  }

  var kind: Kind
  var host: String
  var port: Int
  /// The user's name and password for an HTTP proxy.
  var credentials: Credentials?

  struct Credentials: Hashable, Sendable {
    var user: Secret
    var password: Secret
  }
}

extension Proxy: CustomStringConvertible {
  /// The proxy without its credentials, for display: `http://proxy.example:3128`.
  var description: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return "\(kind.rawValue)://\(name):\(port)"
  }
}

extension Proxy {
  /// Why a text can't be a proxy's URL; the words don't repeat it.
  struct Problem: Error, Hashable {
    var detail: String
  }

  /// Reads a proxy as `curl` and others do: with a scheme, or `host:port` for an HTTP proxy.
  ///
  /// Without a port, it is the scheme's own: 80 for HTTP, 1080 for SOCKS.
  ///
  /// - Parameter text: The value of a variable such as `HTTPS_PROXY`.
  /// - Throws: `Problem`, whose words say what would be right.
  init(parsing text: String) throws(Problem) {
    let text = text.trimmed
    let url = text.contains("://") ? text : "http://" + text
    guard !text.hasControlCharacter, let parts = URLComponents(string: url),
      let scheme = parts.scheme?.lowercased(), let name = parts.host, !name.isEmpty,
      (1...65535).contains(parts.port ?? 1)
    else { throw Problem(detail: "it is not a URL such as http://proxy.example:3128") }
    host = name.hasPrefix("[") ? String(name.dropFirst().dropLast()) : name
    switch scheme {
    case "http":
      kind = .http
      port = parts.port ?? 80
      credentials = parts.user.map {
        Credentials(user: Secret($0), password: Secret(parts.password ?? ""))
      }
    case "socks5", "socks5h", "socks":
      guard parts.user == nil else {
        throw Problem(detail: "SOCKS with a user name and a password is not supported")
      }
      kind = .socks5
      port = parts.port ?? 1080
    case "https":
      throw Problem(
        detail: "a proxy that is itself reached over TLS is not supported; try http://")
    default:
      throw Problem(detail: "it must begin with http:// or socks5://")
    }
  }

  /// The proxy for the HTTP client.
  var configuration: HTTPClient.Configuration.Proxy {
    switch kind {
    case .socks5: .socksServer(host: host, port: port)
    case .http:
      .server(
        host: host, port: port,
        authorization: credentials.map {
          .basic(username: $0.user.revealed, password: $0.password.revealed)
        })
    }
  }
}
