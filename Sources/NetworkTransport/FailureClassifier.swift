import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import TelnyxAPI

/// Turns the errors of the network libraries into a `TransportFailure`.
///
/// Their own descriptions are not passed on: some repeat header values, and so the API key.
struct FailureClassifier {
  var baseURL: BaseURL
  var proxy: Proxy?
  var connectSeconds: Int
  var bodyLimit: Int
  /// What the machine lacks to look up names.
  var lack = NameService.lack()

  /// How far a request may have got.
  enum Progress {
    /// No connection could have carried it.
    case noConnection
    /// There was a connection, perhaps an older one that was kept alive; the request can't create
    /// anything.
    case harmless
    /// There was a connection, and the request may act.
    case mayHaveActed
  }

  /// The failure that `error` stands for.
  func failure(for error: any Error, at progress: Progress) -> TransportFailure {
    if let problem = unusable(error) { return .notSent(.unusable(detail: problem)) }
    switch progress {
    case .noConnection:
      return .notSent(connecting(error) ?? unexplained(error))
    case .harmless:
      return connecting(error).map(TransportFailure.notSent) ?? .outcomeUnknown(lost(error))
    case .mayHaveActed:
      return .outcomeUnknown(lost(error))
    }
  }

  /// Whether `error` is about the server's certificate, so that an inspection explains more.
  static func concernsCertificate(_ error: any Error) -> Bool {
    switch error {
    case let error as NIOSSLExtraError: error == .failedToValidateHostname
    case NIOSSLError.handshakeFailed(let cause): cause.reasons.contains("CERTIFICATE_VERIFY_FAILED")
    case NIOSSLError.unableToValidateCertificate: true
    default: false
    }
  }

  /// The words for a request that can't be made at all.
  private func unusable(_ error: any Error) -> String? {
    guard let error = error as? HTTPClientError else { return nil }
    let refusals: [HTTPClientError] = [.invalidURL, .emptyHost, .emptyScheme]
    if refusals.contains(error) { return "\(baseURL) makes no URL that can be asked" }
    switch error.shortDescription {
    case "Invalid header field values", "Invalid header field names":
      return "a header has characters that can't be sent"
    default:
      return nil
    }
  }

  /// The reason once there was a connection.
  private func lost(_ error: any Error) -> LostReason {
    if error is ResponseAccumulator.ResponseTooBigError { return .tooLarge(limit: bodyLimit) }
    let words = words(forLost: error)
    switch error {
    case HTTPParserError.invalidEOFState, HTTPParserError.closedConnection: break
    case is HTTPParserError, is AnswerGuard.Problem: return .notHTTP(detail: words)
    default: break
    }
    return .connectionLost(detail: words)
  }

  /// The reason without a connection, if the kind of error alone doesn't tell it.
  private func unexplained(_ error: any Error) -> NotSentReason {
    let detail = words(forLost: error)
    if let proxy {
      return .proxyFailed(
        proxy: proxy.description,
        detail: "no way through it to \(baseURL.authority); \(detail)")
    }
    return baseURL.isSecure
      ? .tlsFailed(host: baseURL.host, detail: "during the handshake, \(detail)")
      : .connectionFailed(host: baseURL.host, detail: detail)
  }

  private func words(forLost error: any Error) -> String {
    switch error {
    case let error as IOError: SystemError.words(for: error.errnoCode)
    case HTTPParserError.invalidEOFState, HTTPParserError.closedConnection, ChannelError.eof,
      ChannelError.ioOnClosedChannel, ChannelError.inputClosed, ChannelError.alreadyClosed,
      is ChannelPipelineError:
      closedEarly
    case NIOSSLError.uncleanShutdown:
      "it was cut without the end that TLS has"
    case HTTPParserError.headerOverflow: "the headers of the answer are too long"
    case is HTTPParserError: "what came back is not HTTP"
    case let problem as AnswerGuard.Problem: problem.words
    case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError:
      TLSFailure.words(for: error, at: baseURL)
    case let error as HTTPClientError: words(forLost: error)
    default: "\(type(of: error))"
    }
  }

  private func words(forLost error: HTTPClientError) -> String {
    switch error {
    case .remoteConnectionClosed: closedEarly
    case .cancelled, .alreadyShutdown: "it was shut down here"
    default: "the HTTP client gave up (\(error.shortDescription))"
    }
  }

  private var closedEarly: String { "the other side closed it" }
}

// MARK: - Before there is a connection

extension FailureClassifier {
  /// The reason, if only connecting can cause `error`.
  private func connecting(_ error: any Error) -> NotSentReason? {
    switch error {
    case let error as NIOConnectionError: unreachable(error)
    case let error as IOError: unreachable(error)
    case let error as HTTPClientError: connecting(error)
    case NIOSSLError.handshakeFailed, is NIOSSLExtraError, NIOSSLError.failedToLoadCertificate,
      NIOSSLError.noSuchFilesystemObject, NIOSSLError.unableToValidateCertificate,
      is BoringSSLError:
      .tlsFailed(
        host: baseURL.host, detail: TLSFailure.words(for: error, at: baseURL))
    default: nil
    }
  }

  /// The reason if no connection came in time, to the proxy, through it, or to the host.
  func notConnected(within seconds: Int) -> NotSentReason {
    proxy.map {
      .proxyFailed(
        proxy: $0.description, detail: "there was no connection through it within \(seconds) s")
    } ?? .connectTimedOut(host: baseURL.host, seconds: seconds)
  }

  private func connecting(_ error: HTTPClientError) -> NotSentReason? {
    switch error {
    // All of these are set to the same moment, so which of them comes first tells nothing.
    case .connectTimeout, .getConnectionFromPoolTimeout, .tlsHandshakeTimeout,
      .httpProxyHandshakeTimeout, .socksHandshakeTimeout:
      return notConnected(within: connectSeconds)
    case .proxyAuthenticationRequired:
      return .proxyFailed(
        proxy: proxy?.description ?? "",
        detail: proxy?.credentials == nil
          ? "it asks for a user name and a password (407), as in http://user:password@host:port"
          : "it did not accept the user name and the password (407)")
    case .invalidProxyResponse:
      return .proxyFailed(
        proxy: proxy?.description ?? "",
        detail: "it refused to connect to \(baseURL.host):\(baseURL.effectivePort)")
    case .serverOfferedUnsupportedApplicationProtocol("h2"):
      return .tlsFailed(host: baseURL.host, detail: "the server speaks no HTTP/1.1")
    default:
      return nil
    }
  }

  private func unreachable(_ error: NIOConnectionError) -> NotSentReason {
    let failures = error.connectionErrors
    let timedOut = failures.contains { failure in
      if case ChannelError.connectTimeout = failure.error { true } else { false }
    }
    let code = failures.lazy.compactMap { ($0.error as? IOError)?.errnoCode }.first
    if let proxy {
      let detail =
        failures.isEmpty
        ? lack ?? "its name has no address"
        : SystemError.words(for: code, port: proxy.port)
      return .proxyFailed(proxy: proxy.description, detail: detail)
    }
    if failures.isEmpty {
      return lack.map { .connectionFailed(host: error.host, detail: $0) }
        ?? .nameNotResolved(host: error.host)
    }
    if code == nil, timedOut { return notConnected(within: connectSeconds) }
    return .connectionFailed(
      host: baseURL.host, detail: SystemError.words(for: code, port: baseURL.effectivePort))
  }

  private func unreachable(_ error: IOError) -> NotSentReason? {
    guard SystemError.isOnlyFromConnecting(error.errnoCode) else { return nil }
    let detail = SystemError.words(
      for: error.errnoCode, port: proxy?.port ?? baseURL.effectivePort)
    return proxy.map { .proxyFailed(proxy: $0.description, detail: detail) }
      ?? .connectionFailed(host: baseURL.host, detail: detail)
  }
}
