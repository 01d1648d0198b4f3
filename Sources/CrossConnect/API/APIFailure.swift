/// Why a call did not succeed, told apart by what a person can do next.
public enum APIFailure: Error, Hashable, Sendable {
  /// Nothing reached the API.
  case notSent(NotSentReason)
  /// 401 or 403: another key is needed.
  case keyRejected(status: Int, [APIError])
  /// The API refused what was asked, and has done nothing.
  case refused(status: Int, [APIError])
  /// 429: the API wants to be left alone for a while, and has done nothing.
  case tooManyRequests(retryAfterSeconds: Int?, [APIError])
  /// It may have happened, or not.
  case outcomeUnknown(UnknownReason)

  /// Why the outcome isn't known.
  public enum UnknownReason: Hashable, Sendable {
    case lost(LostReason)
    /// A status that promises nothing: 408 or 5xx.
    case status(Int, [APIError])
    /// A success whose body can't be understood.
    case unreadable(status: Int)
  }

  init(_ failure: TransportFailure) {
    switch failure {
    case .notSent(let reason): self = .notSent(reason)
    case .outcomeUnknown(let reason): self = .outcomeUnknown(.lost(reason))
    }
  }

  /// Reads an answer that isn't a success.
  init(_ response: HTTPResponse) {
    let errors = APIError.all(in: response)
    switch response.status {
    case 401, 403: self = .keyRejected(status: response.status, errors)
    case 408: self = .outcomeUnknown(.status(response.status, errors))
    case 429:
      let seconds = response.headers["retry-after"].flatMap { Int($0.trimmed) }
      self = .tooManyRequests(retryAfterSeconds: seconds, errors)
    case 300..<500: self = .refused(status: response.status, errors)
    default: self = .outcomeUnknown(.status(response.status, errors))
    }
  }

  /// The errors the API named.
  public var errors: [APIError] {
    switch self {
    case .keyRejected(_, let errors), .refused(_, let errors), .tooManyRequests(_, let errors),
      .outcomeUnknown(.status(_, let errors)):
      errors
    case .notSent, .outcomeUnknown: []
    }
  }
}
