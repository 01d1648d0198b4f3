import AsyncHTTPClient
public import CrossConnect
import NIOCore
import NIOHTTP1
import NIOSSL
import Synchronization
public import TelnyxAPI

/// Speaks HTTP/1.1 with the API over AsyncHTTPClient.
///
/// Makes one attempt for each request and follows no redirect. GETs share kept-alive connections.
/// Every other request gets a connection of its own: one that died unnoticed could leave an order
/// in doubt, or make a library repeat it. Nothing is set up before the first request.
///
/// - Note: The details of failures are words to be read after a colon. They never contain the API
///   key or a proxy's password.
public final class NetworkTransport: HTTPTransport {
  private let baseURL: BaseURL
  private let options: NetworkOptions
  private let proxy: ProxyChoice
  private let sharedClient = Mutex<ConnectedClient?>(nil)

  /// A transport to `baseURL`; it opens nothing yet.
  public init(baseURL: BaseURL, options: NetworkOptions) {
    self.baseURL = baseURL
    self.options = options
    proxy = ProxyChoice(for: baseURL, options: options)
  }

  deinit {
    sharedClient.withLock { $0 }?.close()
  }

  /// The proxy in use without its credentials, such as `http://proxy.example:3128`.
  public var proxyDescription: String? { proxy.description }

  /// The authorities that certificates are checked against.
  ///
  /// - Parameter options: The environment.
  /// - Returns: Whether there are any; and where they are, or why there are none, as a sentence.
  public static func authorities(in options: NetworkOptions) -> (areThere: Bool, words: String) {
    let file = options.variable("SSL_CERT_FILE")
    do throws(TrustedRoots.Problem) {
      let roots = try TrustedRoots(adding: file)
      let places = [roots.place, file == roots.place ? nil : file].compactMap(\.self)
      return (true, "Certificates are checked against \(places.joined(separator: " and ")).")
    } catch {
      return (false, "No certificate can be checked: \(error.detail).")
    }
  }

  /// The proxy's password, which nobody else may read; none if it needs none.
  public var proxySecrets: [Secret] {
    proxy.proxy?.credentials.map { [$0.password] } ?? []
  }

  /// Sends `request` once.
  ///
  /// - Parameter request: The request.
  /// - Returns: The answer, whatever its status, redirects included.
  /// - Throws: `TransportFailure`; `.notSent` only if the request surely did not arrive.
  public func send(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse {
    guard !Task.isCancelled else { throw .notSent(.cancelled) }
    let outgoing = try outgoing(request)
    guard request.method != .get else {
      return try await send(outgoing, with: shared(), mayAct: false)
    }
    let client = ConnectedClient(try configuration())
    defer { client.close() }
    return try await send(outgoing, with: client, mayAct: true)
  }

  /// Closes the connections that were kept alive; the next request opens new ones.
  public func shutdown() async {
    let client = sharedClient.withLock { shared in
      let client = shared
      shared = nil
      return client
    }
    await client?.client.finish()
  }
}

// MARK: - One request

extension NetworkTransport {
  private func send(
    _ request: HTTPClient.Request, with client: ConnectedClient, mayAct: Bool
  ) async throws(TransportFailure) -> HTTPResponse {
    let exchange = Exchange(
      request: request, seconds: options.totalSeconds, bodyLimit: options.bodyLimit)
    let ending = await exchange.run(with: client.client)
    let isSurelyUnsent = !client.wasConnected
    switch ending {
    case .answered(let response):
      return response
    case .timedOut:
      throw isSurelyUnsent
        ? .notSent(classifier.notConnected(within: options.totalSeconds))
        : .outcomeUnknown(.timedOut(seconds: options.totalSeconds))
    case .cancelled:
      throw isSurelyUnsent ? .notSent(.cancelled) : .outcomeUnknown(.cancelled)
    case .failed(let error):
      let failure = classifier.failure(
        for: error,
        at: isSurelyUnsent ? .noConnection : mayAct ? .mayHaveActed : .harmless)
      throw await explained(failure, for: error)
    }
  }

  private var classifier: FailureClassifier {
    FailureClassifier(
      baseURL: baseURL, proxy: proxy.proxy, connectSeconds: options.connectSeconds,
      bodyLimit: options.bodyLimit)
  }

  /// `failure`, with what an inspection of the certificate adds.
  private func explained(_ failure: TransportFailure, for error: any Error) async
    -> TransportFailure
  {
    guard case .notSent(.tlsFailed(let host, _)) = failure,
      FailureClassifier.concernsCertificate(error), let configuration = try? configuration()
    else { return failure }
    let inspection = CertificateInspection(
      baseURL: baseURL, isForWrongName: error is NIOSSLExtraError)
    guard
      let finding = await inspection.finding(configuration, within: min(5, options.connectSeconds))
    else { return failure }
    return .notSent(.tlsFailed(host: host, detail: finding))
  }

  private func outgoing(_ request: HTTPRequest) throws(TransportFailure) -> HTTPClient.Request {
    guard request.path.hasPrefix("/"), request.path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
    else { throw .notSent(.unusable(detail: "its path is not percent-encoded")) }
    let key = request.key.revealed
    guard !key.isEmpty, key.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw .notSent(
        .unusable(detail: "the API key is empty, or has characters that no key has"))
    }
    do {
      return try HTTPClient.Request(
        url: baseURL.description + request.path, method: .init(rawValue: request.method.rawValue),
        headers: HTTPHeaders(request.headers(userAgent: options.userAgent)),
        body: request.body.map { .byteBuffer(ByteBuffer(bytes: $0)) })
    } catch {
      throw classifier.failure(for: error, at: .noConnection)
    }
  }
}

// MARK: - Clients

extension NetworkTransport {
  /// The client whose connections GETs share.
  private func shared() throws(TransportFailure) -> ConnectedClient {
    if let client = sharedClient.withLock({ $0 }) { return client }
    let configuration = try configuration()
    return sharedClient.withLock { shared in
      if let shared { return shared }
      let client = ConnectedClient(configuration)
      shared = client
      return client
    }
  }

  private func configuration() throws(TransportFailure) -> HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration()
    configuration.httpVersion = .http1Only
    configuration.redirectConfiguration = .disallow
    configuration.timeout.connect = .seconds(Int64(options.connectSeconds))
    // Otherwise a refused connection, an unknown name or a bad certificate is tried again until
    // the time to connect is over.
    configuration.connectionPool.retryConnectionEstablishment = false
    // Servers and their balancers keep a connection longer, often for 60 s.
    configuration.connectionPool.idleTimeout = .seconds(20)
    configuration.dnsOverride = NameService.ownAddresses()
    // Nobody traces; the default tracer's spans cost a millisecond of the first request.
    configuration.tracing.tracer = nil
    switch proxy {
    case .direct: break
    case .through(let proxy): configuration.proxy = proxy.configuration
    case .unusable(let variable, let detail):
      throw .notSent(.proxyFailed(proxy: variable, detail: detail))
    }
    guard baseURL.isSecure else { return configuration }
    do {
      let roots = try TrustedRoots(adding: options.variable("SSL_CERT_FILE"))
      configuration.tlsConfiguration = roots.configuration
    } catch {
      throw .notSent(.tlsFailed(host: baseURL.host, detail: error.detail))
    }
    return configuration
  }
}
