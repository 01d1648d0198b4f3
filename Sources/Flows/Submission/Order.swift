public import CrossConnect
public import FoundationEssentials

/// What has become of the order: how far its sending has come, then what is known of the cross connect.
public enum Order: Hashable, Sendable {
  /// Nothing was sent, or what was sent surely created nothing.
  case open
  /// What is on the network is being noted, so that the order can be told from it; nothing is sent yet.
  case preparing(CreateVXCRequest)
  /// The one POST is under way.
  case sending(Attempt)
  /// The API has created it. The date is by our clock: when the answer came, or, of an order that was
  /// found later, when it was sent; the time to accept it counts from then.
  case created(VirtualCrossConnect, at: Date)
  /// It was created, and is not there any more.
  case gone(VirtualCrossConnect, wasAwaited: Bool)
  /// The request was sent and nobody knows what became of it.
  case unknown(UnknownOrder)

  /// Whether the cross connect is known to exist, or to have existed.
  public var isCreated: Bool {
    switch self {
    case .created, .gone: true
    case .open, .preparing, .sending, .unknown: false
    }
  }
}
