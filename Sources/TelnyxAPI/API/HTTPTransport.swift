/// Carries requests to the API and answers back, whatever their status.
///
/// For each request, it makes exactly one attempt. It follows no redirect, and never sends the key
/// to another host.
public protocol HTTPTransport: Sendable {
  /// Sends `request` once.
  ///
  /// - Parameter request: The request.
  /// - Returns: The answer, whatever its status.
  /// - Throws: `TransportFailure` if no whole answer came.
  func send(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse
}

/// Why no whole answer came, by whether the request may have reached the server.
public enum TransportFailure: Error, Hashable, Sendable {
  /// Nothing of the request left this machine for the API.
  case notSent(NotSentReason)

  /// The server may have received the request, or a part of it, and acted on it.
  case outcomeUnknown(LostReason)
}

/// Why a request surely did not reach the API.
public enum NotSentReason: Hashable, Sendable {
  /// The host's name has no address.
  case nameNotResolved(host: String)
  /// The host can't be reached, or nothing listens there.
  case connectionFailed(host: String, detail: String)
  /// No connection came about within this many seconds.
  case connectTimedOut(host: String, seconds: Int)
  /// No secure connection came about; `detail` says what is wrong with the certificate or the
  /// handshake.
  case tlsFailed(host: String, detail: String)
  /// The proxy refused, or can't be used.
  case proxyFailed(proxy: String, detail: String)
  /// The person cancelled before anything was written.
  case cancelled
  /// The request can't be made at all, for example without a host in the base URL.
  case unusable(detail: String)
}

/// Why a request that may have arrived has no known answer.
public enum LostReason: Hashable, Sendable {
  /// No whole answer came within this many seconds.
  case timedOut(seconds: Int)
  /// The connection ended before the answer.
  case connectionLost(detail: String)
  /// The answer isn't HTTP.
  case notHTTP(detail: String)
  /// The answer is larger than this many bytes.
  case tooLarge(limit: Int)
  /// The person cancelled after the request was written.
  case cancelled
}
