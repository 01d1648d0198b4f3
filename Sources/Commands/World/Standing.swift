internal import Synchronization

/// Whether an order may be under way, for a signal that ends the program meanwhile.
public final class OrderUnderWay: Sendable {
  private let state = Mutex(false)

  /// No order yet.
  public init() {}

  /// Whether there is one.
  public var isThere: Bool { state.withLock { $0 } }

  func note(_ isThere: Bool) { state.withLock { $0 = isThere } }
}
