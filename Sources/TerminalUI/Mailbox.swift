internal import Flows
internal import Synchronization

/// Where tasks leave messages for the loop, which sleeps until one comes.
final class Mailbox: Sendable {
  private let messages = Mutex<[Message]>([])
  private let waker: any Waker

  init(waker: any Waker) {
    self.waker = waker
  }

  /// Leaves a message, from any task.
  func post(_ message: Message) {
    messages.withLock { $0.append(message) }
    waker.wake()
  }

  /// Takes messages, in the order in which they were left.
  ///
  /// - Parameter most: How many at most; for what is left then, the loop is woken again.
  /// - Returns: The messages.
  func take(atMost most: Int = .max) -> [Message] {
    let (taken, areMore) = messages.withLock { messages in
      let taken = Array(messages.prefix(most))
      messages.removeFirst(taken.count)
      return (taken, !messages.isEmpty)
    }
    if areMore { waker.wake() }
    return taken
  }
}
