/// How an answer came about that nobody gave to its question.
public enum AnswerOrigin: Hashable, Sendable {
  /// There is nothing else to choose.
  case onlyChoice
  /// It was typed as the filter of the regions, to find those that reach it.
  case regionFilter
}
