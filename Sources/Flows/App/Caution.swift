public import CrossConnect

/// What a person asked for once, and what is done only when they ask for it again at once.
public enum Caution: Hashable, Sendable {
  /// To throw away the only record of an order whose outcome isn't known.
  case discardsOrder
  /// To leave with a BGP key that was never shown, and is kept nowhere.
  case leavesUnseenKey
  /// To send an order again that may have been created.
  case ordersTwice
  /// To put a new key in the place of the one that is there.
  case replacesKey(FieldID)
  /// To stop waiting for the answer to an order that was sent.
  case stopsWaiting
  /// To disable a circuit, or to take its routes back: traffic over it ends.
  case interrupts(ConnectionAction)
  /// To put another order's answers in the place of those in the form.
  case replacesAnswers
  /// To leave while the answer to an order is under way.
  case leavesOrder
}
