public import CrossConnect

/// Something risky that a person asked for once; it is done only when they ask for it again at
/// once.
public enum Caution: Hashable, Sendable {
  /// To throw away the only record of an order with an unknown outcome.
  case discardsOrder
  /// To leave with a BGP key that was never shown, and that no file has.
  case leavesUnseenKey
  /// To order another cross connect while the BGP key of this one was never shown.
  case ordersAnotherWithoutKey
  /// To send an order again, though the first may have created something.
  case ordersTwice
  /// To send an order that no file remembers, so that nobody can look for it after this run.
  case ordersUnrecorded
  /// To replace a key by a new one.
  case replacesKey(FieldID)
  /// To stop waiting for the answer to an order that was sent.
  case stopsWaiting
  /// To end the traffic over a circuit, or to order a secondary.
  case acts(ConnectionAction)
  /// To replace the answers in the form by another order's.
  case replacesAnswers
  /// To leave while an action waits for its answer.
  case leavesAction(ConnectionAction)
  /// To leave while an order waits for its answer.
  case leavesOrder
}
