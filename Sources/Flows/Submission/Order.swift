public import CrossConnect
public import FoundationEssentials

/// The state of the order: first of its sending, then of the cross connect.
public enum Order: Hashable, Sendable {
  /// Nothing was sent, or what was sent surely created nothing.
  case open
  /// The program notes what is on the network, to tell the order from it; nothing is sent yet.
  case preparing(CreateVXCRequest)
  /// The one POST is under way.
  case sending(Attempt)
  /// The API has created it.
  ///
  /// The date is by our clock: when the answer came. If the order was found later, it is when the
  /// cross connect was created or, if that isn't known, when the order was sent. The time to
  /// accept it starts then.
  case created(VirtualCrossConnect, at: Date)
  /// It was created, and does not exist any more.
  case gone(VirtualCrossConnect, wasAwaited: Bool)
  /// The request was sent, and its outcome isn't known.
  case unknown(UnknownOrder)

  /// Whether the cross connect is known to exist, or to have existed.
  public var isCreated: Bool {
    switch self {
    case .created, .gone: true
    case .open, .preparing, .sending, .unknown: false
    }
  }
}
