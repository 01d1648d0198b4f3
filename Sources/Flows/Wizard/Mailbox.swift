internal import Synchronization

/// Where tasks leave messages for a loop, which sleeps until one comes.
public final class Mailbox: Sendable {
  private let messages = Mutex<[Message]>([])
  private let wake: @Sendable () -> Void

  /// An empty mailbox.
  ///
  /// - Parameter wake: Ends the sleep of the loop, or the next one if it is awake.
  public init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  /// Leaves a message, from any task.
  public func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    wake()
  }

  /// Takes messages, in the order in which they were left.
  ///
  /// - Parameter most: How many at most; for what is left then, the loop is woken again.
  /// - Returns: The messages.
  public func take(atMost most: Int = .max) -> [Message] {
    let (taken, areMore) = messages.withLock { messages in
      let taken = Array(messages.prefix(most))
      messages.removeFirst(taken.count)
      return (taken, !messages.isEmpty)
    }
    if areMore { wake() }
    return taken
  }
}
