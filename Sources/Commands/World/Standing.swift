internal import Synchronization

/// What a command has done so far, for whoever has to say it at an unexpected end.
public final class Standing: Sendable {
  /// Something that is left to do if the command ends before its time.
  enum Rest: CaseIterable, Hashable {
    /// Others may order the same again.
    case claim
    /// Nobody needs the generated keys of an order that was not sent.
    case keyFile
    /// Nobody needs the draft of an order that was not sent.
    case draft
    /// A program needs to know what was ordered.
    case document
  }

  private struct State {
    var sentence: String?
    var isOutcomeOpen = false
    var rests: [Rest: @Sendable () -> Void] = [:]
  }

  private let state = Mutex(State())

  /// Nothing so far, and nothing worth a sentence.
  public init() {}

  /// The sentence that is true now; `nil` for a command that changes nothing.
  public var sentence: String? { state.withLock { $0.sentence } }

  /// Ends the command before its time: what is left to do is done, and nothing else is begun.
  ///
  /// - Parameter end: Ends the program; it takes the sentence that is true now, and whether a request was sent,
  ///   or may have been, whose outcome nobody knows yet.
  public func end(_ end: (_ sentence: String?, _ isOutcomeOpen: Bool) -> Void) {
    // The lock holds up an order that is just about to be sent.
    state.withLock { state in
      for rest in Rest.allCases { state.rests[rest]?() }
      state.rests = [:]
      end(state.sentence, state.isOutcomeOpen)
    }
  }

  func note(_ sentence: String, isOutcomeOpen: Bool = false) {
    state.withLock { state in
      state.sentence = sentence
      state.isOutcomeOpen = isOutcomeOpen
      // From here on, a cross connect may exist that has the keys.
      if isOutcomeOpen { for rest in [Rest.keyFile, .draft] { state.rests[rest] = nil } }
    }
  }

  /// Remembers what is left to do; `nil` if it is done.
  func leave(_ rest: Rest, _ act: (@Sendable () -> Void)?) {
    state.withLock { $0.rests[rest] = act }
  }
}
