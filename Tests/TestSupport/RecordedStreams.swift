public import Commands
import Synchronization

/// The streams of a command in a test.
public final class RecordedStreams: CommandStreams {
  /// Whether a person can be asked.
  public let canAsk: Bool
  /// How wide a person's window is; `nil` where a program reads the results.
  public let columns: Int?
  private let most: Int
  private struct State {
    var answers: [String]
    /// The results, line by line.
    public var results: [String] = []
    var words: [String] = []
    var questions: [String] = []
  }
  private let state: Mutex<State>

  /// Streams on which these answers come.
  ///
  /// - Parameters:
  ///   - answers: The answers to questions.
  ///   - canAsk: Whether a person can be asked.
  ///   - columns: How wide a person's window is.
  ///   - most: After how many results the reader goes away.
  public init(
    answers: [String] = [], canAsk: Bool = false, columns: Int? = nil, reading most: Int = .max
  ) {
    self.most = most
    self.canAsk = canAsk
    self.columns = columns
    state = Mutex(State(answers: answers))
  }

  /// The results, line by line.
  public var results: [String] { state.withLock { $0.results } }
  /// What was said beside them.
  public var words: [String] { state.withLock { $0.words } }
  /// What was asked.
  public var questions: [String] { state.withLock { $0.questions } }

  /// Whether somebody still reads.
  public var isRead: Bool { results.count < most }
  /// Takes a line of the results.
  public func result(_ line: String) { state.withLock { $0.results.append(line) } }
  /// Takes what is said by the way.
  public func note(_ line: String) { say(line) }
  /// Takes what is said.
  public func say(_ line: String) { state.withLock { $0.words.append(line) } }

  /// Takes a question.
  public func ask(_ prompt: String) async -> String? {
    state.withLock { state in
      state.questions.append(prompt)
      return state.answers.isEmpty ? nil : state.answers.removeFirst()
    }
  }
}
