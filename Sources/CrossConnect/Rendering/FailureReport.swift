/// A failure in words: what happened, whether anything was created, and what to do next.
public struct FailureReport: Hashable, Sendable {
  /// What to say about creation.
  public enum Created: Hashable, Sendable {
    /// Nothing of this kind was to be created.
    case notAsked
    /// Nothing of this kind was created, unless the outcome is unknown.
    case nothing(String)
  }

  /// The heading: what happened in a few words.
  public let title: String
  /// The sentences below it.
  public let lines: [String]

  /// A failure in words of one's own.
  public init(title: String, lines: [String]) {
    self.title = title
    self.lines = lines.filter { !$0.isEmpty }.map(DisplayText.visible)
  }

  /// Words for a call that only asks: `what` completes "Could not load …".
  public init(_ failure: APIFailure, asking what: String) {
    switch failure {
    case .keyRejected:
      self.init(failure, created: .notAsked)
    default:
      self.init(title: "Could not load \(what)", lines: [failure.cause] + failure.details)
    }
  }

  /// Words for a key about which nothing is known yet.
  init(checkingKey failure: APIFailure) {
    switch failure {
    case .keyRejected:
      self.init(failure, created: .notAsked)
    case .notSent, .intercepted, .refused, .tooManyRequests, .outcomeUnknown, .incomplete:
      self.init(
        title: "The API key could not be checked", lines: [failure.cause] + failure.details)
    }
  }

  /// Words for a call that was to create something, or anything else that needs a heading.
  public init(_ failure: APIFailure, created: Created) {
    let nothing = created.sentence
    switch failure {
    case .notSent:
      self.init(title: "Not sent. \(nothing)".trimmed, lines: [failure.cause])
    case .intercepted:
      // A filter that reads answers could have let the request through, so that much is told.
      let inDoubt = "Telnyx itself said nothing; in doubt, look in its portal before you try again."
      self.init(
        title: created == .notAsked ? "Not answered by Telnyx" : "Not created: refused on the way",
        lines: [failure.cause] + failure.details + (created == .notAsked ? [] : [inDoubt]))
    case .keyRejected(status: 403, _):
      self.init(
        title: "The API key may not do this. \(nothing)".trimmed,
        lines: failure.details)
    case .keyRejected:
      self.init(
        title: "The API key was not accepted. \(nothing)".trimmed,
        lines: failure.details)
    case .refused, .tooManyRequests, .incomplete:
      self.init(
        title: created == .notAsked ? "The API refused" : "Not created",
        lines: [failure.cause] + failure.details)
    case .outcomeUnknown:
      guard case .nothing(let thing) = created else {
        self.init(title: "No usable answer", lines: [failure.cause] + failure.details)
        return
      }
      self.init(
        title: "We do not know whether the \(thing) was created",
        lines: [failure.cause] + failure.details + ["Look before you create it again."])
    }
  }

  /// Words for a second attempt that created nothing, while the first may have.
  public init(secondAttempt failure: APIFailure) {
    self.init(
      title: "The second attempt created nothing; the first is still unknown",
      lines: [failure.cause] + failure.details)
  }

  /// Words for a call about a cross connect that exists.
  public init(following failure: APIFailure) {
    let title: String
    switch failure {
    case .notSent: title = "Could not reach the cross connect"
    case .intercepted: title = "Not answered by Telnyx"
    case .outcomeUnknown, .incomplete: title = "No usable answer"
    case .keyRejected, .refused, .tooManyRequests: title = "The API refused"
    }
    self.init(title: title, lines: [failure.cause] + failure.details)
  }
}

extension FailureReport.Created {
  fileprivate var sentence: String {
    switch self {
    case .notAsked: ""
    case .nothing: "Nothing was created."
    }
  }
}
