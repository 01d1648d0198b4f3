internal import Synchronization

/// Takes events from tasks, and wakes the loop that sleeps until one comes.
public final class Mailbox: Sendable {
  private let events = Mutex<[App.Event]>([])
  private let wake: @Sendable () -> Void

  /// An empty mailbox.
  ///
  /// - Parameter wake: Ends the loop's sleep, or its next one if the loop is awake.
  public init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  /// Adds an event, from any task.
  public func post(_ event: App.Event) {
    events.withLock { $0.append(event) }
    wake()
  }

  /// Takes events, in the order in which they came.
  ///
  /// - Parameter most: The most events; if more are left, the loop is woken again.
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
