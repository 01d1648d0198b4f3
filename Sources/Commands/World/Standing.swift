internal import Synchronization

/// What a command has done so far, for whoever has to say it at an unexpected end.
public final class Standing: Sendable {
  private struct State {
    var sentence: String?
    var isOutcomeOpen = false
  }

  private let state = Mutex(State())

  /// Nothing so far, and nothing worth a sentence.
  public init() {}

  /// The sentence that is true now; `nil` for a command that changes nothing.
  public var sentence: String? { state.withLock { $0.sentence } }

  /// Whether a request was sent, or may have been, whose outcome nobody knows yet.
  public var isOutcomeOpen: Bool { state.withLock { $0.isOutcomeOpen } }

  func note(_ sentence: String, isOutcomeOpen: Bool = false) {
    state.withLock { $0 = State(sentence: sentence, isOutcomeOpen: isOutcomeOpen) }
  }
}
