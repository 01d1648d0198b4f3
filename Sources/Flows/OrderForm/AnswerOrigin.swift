/// Where an answer comes from, if nobody gave it to its question.
public enum AnswerOrigin: Hashable, Sendable {
  /// It was the only choice.
  case onlyChoice
  /// It was typed to find the Telnyx regions that reach it.
  case regionFilter
  /// It is from the last order.
  case lastOrder
}
