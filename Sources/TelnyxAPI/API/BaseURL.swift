internal import CrossConnect
internal import FoundationEssentials

/// The base URL of requests: scheme, host, port and a path such as `/v2`.
///
/// Plain `http` is only for the loopback interface, since the API key travels in a header.
public struct BaseURL: Hashable, Sendable, CustomStringConvertible {
  /// Telnyx's public API.
  public static let telnyx = BaseURL(
    isSecure: true, host: "api.telnyx.com", port: nil, path: "/v2")

  /// This machine, without a port.
  package static let loopback = BaseURL(isSecure: false, host: "127.0.0.1", port: nil, path: "/v2")

  /// Whether the scheme is `https`.
  public let isSecure: Bool
  /// The host's name or address, without brackets.
  public let host: String
  /// The port; `nil` for the scheme's own.
  public let port: Int?
  /// The path, without a slash at its end; empty for the root.
  public let path: String

  private init(isSecure: Bool, host: String, port: Int?, path: String) {
    self.isSecure = isSecure
    self.host = host
    self.port = port
    self.path = path
  }

  /// The URL as text: `https://api.telnyx.com/v2`.
  public var description: String {
    (isSecure ? "https://" : "http://") + authority + path
  }

  /// The host with its port, for a title: `api.telnyx.com`, `[::1]:8080`.
  public var authority: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return port.map { "\(name):\($0)" } ?? name
  }

  /// Whether the host is this machine: `localhost`, `127.0.0.0/8` or `::1`.
  public var isLoopback: Bool {
    host == "localhost" || host == "::1" || PeerAddress(host)?.isLoopback == true
  }
}

extension BaseURL {
  /// Why a text can't be used as the base URL.
  public enum Problem: Error, Hashable, Sendable, CustomStringConvertible {
    case malformed(String)
    case unsupportedScheme(String)
    case plainToOtherHost(String)
    case carriesCredentials
    case carriesQuery

    /// The reason as a sentence.
    public var description: String {
      switch self {
      case .malformed(""):
        "The base URL is not a URL; it looks like https://api.telnyx.com/v2."
      case .malformed(let text):
        "\"\(text)\" is not a base URL; it looks like https://api.telnyx.com/v2."
      case .unsupportedScheme(let scheme):
        "\(scheme): is not supported; the base URL begins with https://."
      case .plainToOtherHost(let host):
        "Plain http would send the API key unprotected to \(host); use https, or a loopback address."
      case .carriesCredentials:
        "The base URL must not carry a user name or password."
      case .carriesQuery:
        "The base URL must not carry a query or a fragment; it ends before a ? or #."
      }
    }
  }

  /// Reads a base URL as people write it, with or without a slash at its end.
  ///
  /// - Parameter text: `https://host[:port][/path]`, or `http` for a loopback host.
  /// - Throws: `Problem`, whose sentence says what would be right.
  public init(parsing text: String) throws(Problem) {
    let text = text.trimmed
    // A text without any sign of a URL may well be a key.
    let shown = text.contains { ":/.".contains($0) } ? URLText.shown(text) : ""
    guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased() else {
      throw .malformed(shown)
    }
    guard ["http", "https"].contains(scheme) else { throw .unsupportedScheme(scheme) }
    guard parts.user == nil, parts.password == nil else { throw .carriesCredentials }
    guard parts.query == nil, parts.fragment == nil else { throw .carriesQuery }
    guard let name = parts.host, !name.isEmpty,
      parts.port.map({ (1...65_535).contains($0) }) ?? true,
      !text.hasControlCharacter
    else { throw .malformed(shown) }
    let isSecure = scheme == "https"
    let host = name.hasPrefix("[") ? String(name.dropFirst().dropLast()) : name.lowercased()
    var path = parts.percentEncodedPath
    while path.hasSuffix("/") { path.removeLast() }
    self.init(
      isSecure: isSecure, host: host, port: parts.port == (isSecure ? 443 : 80) ? nil : parts.port,
      path: path)
    guard isSecure || isLoopback else { throw .plainToOtherHost(host) }
  }
}
