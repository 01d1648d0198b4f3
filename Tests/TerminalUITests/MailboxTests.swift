import Flows
import Synchronization
import Testing

@testable import TerminalUI

@Suite struct MailboxTests {
  private final class CountingWaker: Waker {
    let count = Mutex(0)

    func wake() { count.withLock { $0 += 1 } }
  }

  @Test func `messages come in their order, and those that are left wake the loop again`() {
    let waker = CountingWaker()
    let mailbox = Mailbox(waker: waker)
    let messages = (1...3).map { Message.retrying(attempt: $0) }
    messages.forEach(mailbox.post)

    #expect(mailbox.take(atMost: 2) == Array(messages.prefix(2)))
    #expect(waker.count.withLock { $0 } == 4)
    #expect(mailbox.take(atMost: 2) == Array(messages.suffix(1)))
    #expect(mailbox.take() == [])
    #expect(waker.count.withLock { $0 } == 4)
  }
}
