import Flows
import Synchronization
import Testing

@Suite struct MailboxTests {
  /// How often the loop was woken.
  private final class Count: Sendable {
    let value = Mutex(0)
  }

  @Test func `messages come in their order, and those that are left wake the loop again`() {
    let count = Count()
    let mailbox = Mailbox { count.value.withLock { $0 += 1 } }
    let messages = (1...3).map { App.Event.choices(.retrying(attempt: $0)) }
    messages.forEach(mailbox.post)

    #expect(mailbox.take(atMost: 2) == Array(messages.prefix(2)))
    #expect(count.value.withLock { $0 } == 4)
    #expect(mailbox.take(atMost: 2) == Array(messages.suffix(1)))
    #expect(mailbox.take() == [])
    #expect(count.value.withLock { $0 } == 4)
  }
}
