extension NotSentReason {
  /// The reason as a sentence.
  public var sentence: String {
    switch self {
    case .nameNotResolved(let host):
      "The name \(host) could not be resolved. Check the network and DNS of this machine."
    case .connectionFailed(let host, let detail):
      "\(host) could not be reached: \(detail)."
    case .connectTimedOut(let host, let seconds):
      "\(host) did not answer the connection within \(seconds) s."
    case .tlsFailed(let host, let detail):
      "No secure connection to \(host): \(detail)."
    case .proxyFailed(let proxy, let detail):
      "The proxy \(proxy) could not be used: \(detail)."
    case .cancelled: "It was cancelled."
    case .unusable(let detail): "The request could not be made: \(detail)."
    }
  }
}

extension LostReason {
  /// The reason as a sentence.
  public var sentence: String {
    switch self {
    case .timedOut(let seconds): "No answer came within \(seconds) s."
    case .connectionLost(let detail): "The connection ended before the answer did: \(detail)."
    case .notHTTP(let detail): "The answer can't be read: \(detail)."
    case .tooLarge(let limit): "The answer is larger than \(limit) bytes."
    case .cancelled: "It was cancelled after the request was sent."
    }
  }
}
