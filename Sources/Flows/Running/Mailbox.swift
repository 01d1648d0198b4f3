internal import Synchronization

/// Where tasks leave events for a loop, which sleeps until one comes.
public final class Mailbox: Sendable {
  private let events = Mutex<[App.Event]>([])
  private let wake: @Sendable () -> Void

  /// An empty mailbox.
  ///
  /// - Parameter wake: Ends the sleep of the loop, or the next one if it is awake.
  public init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  /// Leaves an event, from any task.
  public func post(_ event: App.Event) {
    events.withLock { $0.append(event) }
    wake()
  }

  /// Takes events, in the order in which they were left.
  ///
  /// - Parameter most: How many at most; for what is left then, the loop is woken again.
  /// - Returns: The events.
  public func take(atMost most: Int = .max) -> [App.Event] {
    let (taken, areMore) = events.withLock { events in
      let taken = Array(events.prefix(most))
      events.removeFirst(taken.count)
      return (taken, !events.isEmpty)
    }
    if areMore { wake() }
    return taken
  }
}
