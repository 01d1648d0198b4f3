import CrossConnect
import TelnyxAPI

/// The way to the API by the environment.
enum ProxyChoice: Hashable, Sendable {
  case direct
  case through(Proxy)
  /// The variable is set, but its value can't be used.
  case unusable(variable: String, detail: String)

  /// Reads the choice for `baseURL`.
  ///
  /// The first of `https_proxy`, `HTTPS_PROXY`, `all_proxy`, `ALL_PROXY` that is set and not empty
  /// counts. `HTTP_PROXY` is never read: plain HTTP is for this machine only, which no proxy is
  /// between. A value that can't be used is an error, since the person may not be allowed to go
  /// direct.
  init(for baseURL: BaseURL, options: NetworkOptions) {
    let names = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
    let exceptions = options.variable("no_proxy") ?? options.variable("NO_PROXY") ?? ""
    guard !baseURL.isLoopback, !Self.isExcepted(baseURL, from: exceptions),
      let name = names.first(where: { options.variable($0) != nil }),
      let text = options.variable(name)
    else {
      self = .direct
      return
    }
    do {
      self = .through(try Proxy(parsing: text))
    } catch {
      self = .unusable(variable: name, detail: error.detail)
    }
  }

  /// The proxy; `nil` if there is none that can be used.
  var proxy: Proxy? {
    if case .through(let proxy) = self { proxy } else { nil }
  }

  /// The choice for display; `nil` if there is no proxy.
  var description: String? {
    switch self {
    case .direct: nil
    case .through(let proxy): proxy.description
    case .unusable(let variable, _): "\(variable), which can't be used"
    }
  }

  /// Whether `list`, the value of `NO_PROXY`, names the host of `baseURL`.
  ///
  /// Commas or spaces separate names. `*` is every host; `example.com`, `.example.com` and
  /// `*.example.com` are that host and all below it; `host:port` is that port only. Addresses must
  /// be equal; address ranges are not understood.
  static func isExcepted(_ baseURL: BaseURL, from list: String) -> Bool {
    list.split { $0 == "," || $0.isWhitespace }.contains { entry in
      entry == "*" || matches(baseURL, entry.lowercased())
    }
  }

  private static func matches(_ baseURL: BaseURL, _ entry: String) -> Bool {
    var name = entry[...]
    var port: Substring?
    if name.hasPrefix("["), let end = name.firstIndex(of: "]") {
      let rest = name[name.index(after: end)...]
      port = rest.hasPrefix(":") ? rest.dropFirst() : nil
      name = name[..<end].dropFirst()
    } else if let colon = name.firstIndex(of: ":"), !name[colon...].dropFirst().contains(":") {
      port = name[colon...].dropFirst()
      name = name[..<colon]
    }
    if let port, Int(port) != baseURL.effectivePort { return false }
    if name.hasPrefix("*.") { name = name.dropFirst() }
    if name.hasPrefix(".") { name = name.dropFirst() }
    let host = baseURL.host.hasSuffix(".") ? baseURL.host.dropLast() : baseURL.host[...]
    if host == name { return true }
    let isAddress = host.contains(":") || PeerAddress(String(host)) != nil
    return !isAddress && !name.isEmpty && host.hasSuffix("." + name)
  }
}

extension BaseURL {
  /// The port of a connection.
  var effectivePort: Int { port ?? (isSecure ? 443 : 80) }
}
