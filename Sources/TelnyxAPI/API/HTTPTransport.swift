/// Carries one request to the API and brings its answer back, whatever its status.
///
/// It makes exactly one attempt, follows no redirect, and never sends the key to another host.
public protocol HTTPTransport: Sendable {
  /// Sends `request` once.
  ///
  /// - Parameter request: What to send.
  /// - Returns: The answer, whatever its status.
  /// - Throws: `TransportFailure` if no whole answer came.
  func send(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse
}

/// Why no whole answer came, told apart by whether the request may have reached the server.
public enum TransportFailure: Error, Hashable, Sendable {
  /// Nothing of the request left this machine for the API.
  case notSent(NotSentReason)

  /// The request, or a part of it, may have been received and acted upon.
  case outcomeUnknown(LostReason)
}

/// Why a request surely did not reach the API.
public enum NotSentReason: Hashable, Sendable {
  /// The host's name has no address.
  case nameNotResolved(host: String)
  /// The host answered that nothing listens there, or can't be reached.
  case connectionFailed(host: String, detail: String)
  /// No connection within this many seconds.
  case connectTimedOut(host: String, seconds: Int)
  /// No secure connection: `detail` says what is wrong with the certificate or the handshake.
  case tlsFailed(host: String, detail: String)
  /// The proxy refused or could not be used.
  case proxyFailed(proxy: String, detail: String)
  /// The person cancelled before anything was written.
  case cancelled
  /// The request can't be made at all, such as a base URL without a host.
  case unusable(detail: String)
}

/// Why the answer to a request that may have arrived is not known.
public enum LostReason: Hashable, Sendable {
  /// No whole answer within this many seconds.
  case timedOut(seconds: Int)
  /// The connection ended before the answer did.
  case connectionLost(detail: String)
  /// Something came that is no answer of HTTP.
  case notHTTP(detail: String)
  /// The answer is larger than this many bytes.
  case tooLarge(limit: Int)
  /// The person cancelled after the request was written.
  case cancelled
}
