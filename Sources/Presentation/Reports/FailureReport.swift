public import CrossConnect
public import Flows
internal import TelnyxAPI

/// A failure in words: what happened, whether anything was created, and what to do next.
public struct FailureReport: Hashable, Sendable {
  /// The heading: what happened in a few words.
  public let title: String
  /// The sentences below it.
  public let lines: [String]

  /// A failure with given words.
  public init(title: String, lines: [String]) {
    self.title = title
    self.lines = lines.filter { !$0.isEmpty }.map(DisplayText.visible)
  }

  /// Words for a call that failed.
  public init(_ report: Report) {
    switch report {
    case .failed(let failure, let creation): self.init(failure, creating: creation)
    case .secondAttemptFailed(let failure): self.init(secondAttempt: failure)
    case .notLoaded(let listing, let isInPart, let failure):
      self.init(failure, loading: isInPart ? "all of \(listing.words)" : listing.words)
    case .connectsNotLoaded(let isInPart, let failure):
      self.init(
        failure, loading: isInPart ? "all of the cross connects" : "the cross connects")
    case .notFound(let words, let several):
      let name = DisplayText.visible(words)
      self.init(
        title: several
          ? "Several cross connects are called \"\(name)\""
          : "No cross connect is called \"\(name)\"",
        lines: [several ? "Pick one from the list." : "The account has only these."])
    case .notFollowed(let failure): self.init(following: failure)
    case .notInAccount:
      self.init(
        title: "The account of this API key has no such cross connect",
        lines: [
          "It is another account's, or it is gone. To see which, use the key that ordered it."
        ])
    case .notPerformed(let action, let failure): self.init(failure, performing: action)
    case .notLookedUp(let action, let failure, let look):
      self.init(
        title: "We do not know whether it was \(action.participle)",
        lines: [failure.cause, "vxc could not look, either: \(look.cause)"] + look.details)
    case .notAllDone(let action, let lacking, let connect):
      let labels = lacking.map { ResponseReport.label(of: $0, in: connect) }
      self.init(
        title: "Telnyx's answer does not show that all of it was \(action.participle)",
        lines: [
          "Not as sent: \(labels.joined(separator: ", ")).",
          "Check the status before you try again.",
        ])
    case .notDone(let action, let failure):
      self.init(
        title: "Not \(action.participle)",
        lines: [failure.cause] + failure.details
          + ["Telnyx shows no change. You can try again."])
    case .keyNotChecked(let failure): self.init(checkingKey: failure)
    case .keyMissing:
      self.init(title: "There is a problem", lines: ["Enter an API key, or choose the demo."])
    case .keyMisread(let finding):
      self.init(title: "There is a problem", lines: [finding.sentence])
    case .demoNotStarted(let reason):
      self.init(
        title: "The demo could not be started",
        lines: ["The embedded sandbox did not start: \(reason)"])
    }
  }

  /// Words for a call that reads: `what` completes "Could not load …".
  private init(_ failure: APIFailure, loading what: String) {
    switch failure {
    case .keyRejected:
      self.init(failure, creating: .nothing)
    case .notSent, .intercepted, .refused, .tooManyRequests, .outcomeUnknown, .incomplete:
      self.init(title: "Could not load \(what)", lines: [failure.cause] + failure.details)
    }
  }

  /// Words for a key that nobody has checked yet.
  private init(checkingKey failure: APIFailure) {
    switch failure {
    case .keyRejected:
      self.init(failure, creating: .nothing)
    case .notSent, .intercepted, .refused, .tooManyRequests, .outcomeUnknown, .incomplete:
      self.init(
        title: "The API key could not be checked", lines: [failure.cause] + failure.details)
    }
  }

  /// Words for a call that was to create something, or anything else that needs a heading.
  private init(_ failure: APIFailure, creating creation: Report.Creation) {
    let nothing = creation == .nothing ? "" : "Nothing was created."
    switch failure {
    case .notSent:
      self.init(title: "Not sent. \(nothing)".trimmed, lines: [failure.cause])
    case .intercepted:
      // A filter that reads answers could have let the request through, so that much is told.
      let inDoubt =
        "Telnyx itself did not answer. Check the Telnyx portal before you try again."
      self.init(
        title: creation == .nothing ? "Not answered by Telnyx" : "Not created: refused on the way",
        lines: [failure.cause] + failure.details + (creation == .nothing ? [] : [inDoubt]))
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
        title: creation == .nothing ? "The API refused" : "Not created",
        lines: [failure.cause] + failure.details)
    case .outcomeUnknown:
      guard let thing = creation.word else {
        self.init(title: "No usable answer", lines: [failure.cause] + failure.details)
        return
      }
      self.init(
        title: "We do not know whether the \(thing) was created",
        lines: [failure.cause] + failure.details
          + ["Check whether it exists before you create it again."])
    }
  }

  /// Words for a second attempt that created nothing, while the first may have.
  private init(secondAttempt failure: APIFailure) {
    self.init(
      title: "The second attempt created nothing; the first is still unknown",
      lines: [failure.cause] + failure.details)
  }

  /// What the page of a cross connect does after an action of unknown outcome.
  package static let asksOn = "vxc asks Telnyx what it has now."

  /// Words for an action on a cross connect that failed.
  private init(_ failure: APIFailure, performing action: ConnectionAction) {
    let done = action.participle
    switch failure {
    case .notSent: self.init(title: "Not sent. Nothing was \(done).", lines: [failure.cause])
    case .intercepted:
      self.init(
        title: "Not \(done): refused on the way", lines: [failure.cause] + failure.details)
    case .outcomeUnknown, .incomplete:
      self.init(
        title: "We do not know whether it was \(done)",
        lines: [failure.cause] + failure.details + [Self.asksOn])
    case .keyRejected(let status, _):
      let words = status == 403 ? "The API key may not do this." : "The API key was not accepted."
      self.init(title: "Not \(done). \(words)", lines: failure.details)
    case .refused, .tooManyRequests:
      self.init(title: "Not \(done)", lines: [failure.cause] + failure.details)
    }
  }

  /// Words for a call about a cross connect that exists.
  private init(following failure: APIFailure) {
    let title: String
    switch failure {
    case .keyRejected:
      self.init(failure, creating: .nothing)
      return
    case .notSent: title = "Could not reach the cross connect"
    case .intercepted: title = "Not answered by Telnyx"
    case .outcomeUnknown, .incomplete: title = "No usable answer"
    case .refused, .tooManyRequests: title = "The API refused"
    }
    self.init(title: title, lines: [failure.cause] + failure.details)
  }
}

extension Report.Creation {
  /// What was to be created; `nil` if nothing was.
  fileprivate var word: String? {
    switch self {
    case .nothing: nil
    case .network: "network"
    case .crossConnect: "cross connect"
    }
  }
}

extension Listing {
  fileprivate var words: String {
    switch self {
    case .networks: "the networks"
    case .coverage: "Telnyx's coverage"
    }
  }
}

extension Asking.Lack {
  /// What is missing, and what to do, in a sentence or more.
  public var sentence: String {
    switch self {
    case .networks: return "This account has no networks yet. Create one, or enter an ID."
    case .connects: return "This account has no cross connects yet."
    case .coverage(let omission):
      let advice = "Ask Telnyx support, or enter the region by hand."
      return "\(Self.words(forNoCoverage: omission)) \(advice)"
    }
  }

  /// The sentence that there is no coverage.
  ///
  /// - Parameter omission: What the API lists, but can't be ordered here.
  /// - Returns: A sentence or more, without what to do.
  public static func words(forNoCoverage omission: Coverage.Omission?) -> String {
    omission.map { "Telnyx lists no coverage that can be ordered here. \($0.sentence)" }
      ?? "Telnyx lists no coverage for this account."
  }
}
