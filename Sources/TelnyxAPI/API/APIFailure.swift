package import CrossConnect

/// Why a call failed, by what a person can do next.
public indirect enum APIFailure: Error, Hashable, Sendable {
  /// Nothing reached the API.
  case notSent(NotSentReason)
  /// Something between this machine and the API answered instead, and let nothing through.
  case intercepted(Interception)
  /// 401 or 403: another key is needed.
  case keyRejected(status: Int, [APIError])
  /// The API refused the request, and has done nothing.
  case refused(status: Int, [APIError])
  /// 429: the API wants to be left alone for a while, and has done nothing.
  case tooManyRequests(RetryAfter?, [APIError])
  /// The outcome isn't known: the API may have done it.
  case outcomeUnknown(UnknownReason)
  /// A list broke off after `read` records of `total`, if the API says how many there are.
  case incomplete(read: Int, total: Int?)

  /// Why the outcome isn't known.
  public enum UnknownReason: Hashable, Sendable {
    case lost(LostReason)
    /// A status that tells nothing about the outcome: 408 or 5xx; with the wait that the API asks
    /// for.
    case status(Int, [APIError], RetryAfter? = nil)
    /// Something in between answered, and may have passed the request on.
    case intercepted(Interception)
    /// A success whose body can't be understood.
    case unreadable(status: Int)
    /// Another run of the program sent it, and ended before its answer.
    case earlierRun
  }

  package init(_ failure: TransportFailure) {
    switch failure {
    case .notSent(let reason): self = .notSent(reason)
    case .outcomeUnknown(let reason): self = .outcomeUnknown(.lost(reason))
    }
  }

  /// Reads an answer that isn't the expected success.
  ///
  /// - Parameters:
  ///   - response: The answer.
  ///   - method: The method of the request: all but GET may have acted, and a redirect doesn't
  ///     tell.
  package init(_ response: HTTPResponse, to method: HTTPMethod) {
    let errors = APIError.all(in: response)
    let mayHaveActed = method != .get
    switch response.status {
    case 429:
      let words = errors.isEmpty ? Interception(response).words : errors
      self = .tooManyRequests(RetryAfter(response), words)
    case 200..<300 where response.mayBeFromAPI:
      self = .outcomeUnknown(.unreadable(status: response.status))
    case 401 where !errors.isEmpty,
      403 where !errors.isEmpty:
      self = .keyRejected(status: response.status, errors)
    case 408,
      200..<400 where mayHaveActed:
      self = .outcomeUnknown(Self.reason(for: response, errors))
    case 200..<500:
      self =
        errors.isEmpty
        ? .intercepted(Interception(response)) : .refused(status: response.status, errors)
    default: self = .outcomeUnknown(Self.reason(for: response, errors))
    }
  }

  private static func reason(for response: HTTPResponse, _ errors: [APIError]) -> UnknownReason {
    errors.isEmpty
      ? .intercepted(Interception(response))
      : .status(response.status, errors, RetryAfter(response))
  }

  /// The failure with these secrets masked in the API's words.
  package func masked(hiding secrets: [Secret]) -> APIFailure { masked(by: SecretMask(secrets)) }

  /// The failure with secrets masked in the API's words.
  func masked(by mask: SecretMask) -> APIFailure {
    let errors = errors.map { $0.masked(by: mask) }
    return switch self {
    case .keyRejected(let status, _): .keyRejected(status: status, errors)
    case .refused(let status, _): .refused(status: status, errors)
    case .tooManyRequests(let wait, _): .tooManyRequests(wait, errors)
    case .outcomeUnknown(.status(let status, _, let wait)):
      .outcomeUnknown(.status(status, errors, wait))
    case .intercepted(let answer): .intercepted(answer.masked(by: mask))
    case .outcomeUnknown(.intercepted(let answer)):
      .outcomeUnknown(.intercepted(answer.masked(by: mask)))
    case .notSent, .outcomeUnknown, .incomplete: self
    }
  }

  /// Whether a call that only reads may succeed on another try a moment later.
  var isPassing: Bool {
    switch self {
    case .outcomeUnknown(.lost(.connectionLost)), .outcomeUnknown(.lost(.notHTTP)): true
    case .outcomeUnknown(.status(let status, _, _)): status != 501
    case .outcomeUnknown(.intercepted(let answer)): answer.isPassing
    case .outcomeUnknown, .notSent, .intercepted, .keyRejected, .refused, .tooManyRequests,
      .incomplete:
      false
    }
  }

  /// Whether the call may have done something all the same.
  package var isOutcomeUnknown: Bool {
    guard case .outcomeUnknown = self else { return false }
    return true
  }

  /// The errors that the API named.
  public var errors: [APIError] {
    switch self {
    case .keyRejected(_, let errors), .refused(_, let errors), .tooManyRequests(_, let errors),
      .outcomeUnknown(.status(_, let errors, _)):
      errors
    case .notSent, .intercepted, .outcomeUnknown, .incomplete: []
    }
  }

  /// The status code of the answer, if there was one.
  package var status: Int? {
    switch self {
    case .keyRejected(let status, _), .refused(let status, _),
      .outcomeUnknown(.status(let status, _, _)), .outcomeUnknown(.unreadable(let status)):
      status
    case .intercepted, .outcomeUnknown(.intercepted): interception?.status
    case .tooManyRequests: 429
    case .notSent, .outcomeUnknown, .incomplete: nil
    }
  }

  /// How long the API, or what answered in its place, wants to be left alone, if it said so.
  public var wait: RetryAfter? {
    switch self {
    case .tooManyRequests(let wait, _), .outcomeUnknown(.status(_, _, let wait)): wait
    case .intercepted, .outcomeUnknown(.intercepted): interception?.wait
    case .notSent, .keyRejected, .refused, .outcomeUnknown, .incomplete: nil
    }
  }

  /// The answer from something in between, if one came.
  public var interception: Interception? {
    switch self {
    case .intercepted(let answer), .outcomeUnknown(.intercepted(let answer)): answer
    case .notSent, .keyRejected, .refused, .tooManyRequests, .outcomeUnknown, .incomplete: nil
    }
  }
}

extension HTTPResponse {
  /// Whether the content type is JSON, as the API's is, or missing.
  fileprivate var mayBeFromAPI: Bool {
    headers["content-type"].map { $0.lowercased().contains("json") } ?? true
  }
}
