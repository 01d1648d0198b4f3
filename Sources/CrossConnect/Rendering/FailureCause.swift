extension APIFailure {
  /// What went wrong, as a sentence that is true whatever was asked for.
  public var cause: String {
    switch self {
    case .notSent(let reason): reason.sentence
    case .keyRejected(let status, _): "The API answered \(status)."
    case .refused(let status, let errors):
      errors.isEmpty
        ? "The API answered \(status) without a reason." : "The API answered \(status):"
    case .tooManyRequests(.seconds(let seconds), _):
      "Telnyx asks to wait \(seconds) s before the next request."
    case .tooManyRequests(.date(let date), _):
      "Telnyx asks to wait until \(date.clockTimeToSecond) before the next request."
    case .tooManyRequests(nil, _):
      "Telnyx asks to wait before the next request; try again in a minute."
    case .outcomeUnknown(.lost(let reason)): reason.sentence
    case .outcomeUnknown(.status(let status, _)): "The API answered \(status)."
    case .outcomeUnknown(.unreadable(let status)):
      "The API answered \(status) with something that can't be read."
    case .outcomeUnknown(.earlierRun):
      "The vxc that sent it ended before the outcome was known."
    }
  }

  /// The errors the API named, each with its code.
  var details: [String] {
    errors.map { $0.code.isEmpty ? $0.message : "\($0.message) (code \($0.code))" }
  }
}

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
