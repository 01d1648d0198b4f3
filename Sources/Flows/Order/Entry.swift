/// How the person answers a question that has choices.
public enum Entry: String, Hashable, Sendable {
  case pick
  case byHand
  /// To make a new network.
  case create
}
