/// How an answer that has choices is given.
public enum Entry: String, Hashable, Sendable {
  case pick
  case byHand
  /// A new network is made on the spot.
  case create
}
