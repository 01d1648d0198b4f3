/// Why a call did not succeed, told apart by what a person can do next.
public enum APIFailure: Error, Hashable, Sendable {
  /// Nothing reached the API.
  case notSent(NotSentReason)
  /// 401 or 403: another key is needed.
  case keyRejected(status: Int, [APIError])
  /// The API refused what was asked, and has done nothing.
  case refused(status: Int, [APIError])
  /// 429: the API wants to be left alone for a while, and has done nothing.
  case tooManyRequests(RetryAfter?, [APIError])
  /// It may have happened, or not.
  case outcomeUnknown(UnknownReason)

  /// Why the outcome isn't known.
  public enum UnknownReason: Hashable, Sendable {
    case lost(LostReason)
    /// A status that promises nothing: 408 or 5xx.
    case status(Int, [APIError])
    /// A success whose body can't be understood.
    case unreadable(status: Int)
    /// Another run of the program sent it, and ended before it was known.
    case earlierRun
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
      self = .tooManyRequests(response.headers["retry-after"].flatMap(RetryAfter.init), errors)
    case 300..<400:
      let there = response.headers["location"] ?? "another address"
      let words = "It points to \(there), which is not followed: the key goes nowhere else."
      self = .refused(
        status: response.status, errors + [APIError(code: "", message: words, source: nil)])
    case 400..<500: self = .refused(status: response.status, errors)
    default: self = .outcomeUnknown(.status(response.status, errors))
    }
  }

  /// The failure without secrets in the API's words.
  func withholding(_ secrets: Withholding) -> APIFailure {
    let errors = errors.map { $0.withholding(secrets) }
    return switch self {
    case .keyRejected(let status, _): .keyRejected(status: status, errors)
    case .refused(let status, _): .refused(status: status, errors)
    case .tooManyRequests(let wait, _): .tooManyRequests(wait, errors)
    case .outcomeUnknown(.status(let status, _)): .outcomeUnknown(.status(status, errors))
    case .notSent, .outcomeUnknown: self
    }
  }

  /// Whether a call that only asks may well succeed a moment later.
  var isPassing: Bool {
    switch self {
    case .outcomeUnknown(.lost(.connectionLost)), .outcomeUnknown(.lost(.notHTTP)): true
    case .outcomeUnknown(.status(let status, _)): status != 501
    case .outcomeUnknown, .notSent, .keyRejected, .refused, .tooManyRequests: false
    }
  }

  /// Whether something may have been created all the same.
  var isOutcomeUnknown: Bool {
    guard case .outcomeUnknown = self else { return false }
    return true
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
