internal import Synchronization

/// What a command has done so far, for whoever has to say it at an unexpected end.
public final class Standing: Sendable {
  private struct State {
    var sentence: String?
    var mayHaveOrdered = false
  }

  private let state = Mutex(State())

  /// Nothing so far, and nothing worth a sentence.
  public init() {}

  /// The sentence that is true now; `nil` for a command that changes nothing.
  public var sentence: String? { state.withLock { $0.sentence } }

  /// Whether an order may be there that nobody knows of yet.
  public var mayHaveOrdered: Bool { state.withLock { $0.mayHaveOrdered } }

  func note(_ sentence: String, mayHaveOrdered: Bool = false) {
    state.withLock { $0 = State(sentence: sentence, mayHaveOrdered: mayHaveOrdered) }
  }
}
