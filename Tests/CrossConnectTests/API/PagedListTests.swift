import Synchronization
import TestSupport
import Testing

@testable import CrossConnect

@Suite struct PagedListTests {
  /// A server of pages that answers when it is told to.
  private final class Pages: Sendable {
    typealias Answer = Result<PagedList<Int>.Page, APIFailure>

    private struct State {
      var asked: [Int] = []
      var waiting: [Int: CheckedContinuation<Answer, Never>] = [:]
      var arrived: [[Int]] = []
    }

    private let state = Mutex(State())

    /// Reads the list to its end, which is marked with -1.
    func read() -> Task<Void, any Error> {
      Task {
        try await list.read { elements, areLast in
          state.withLock { $0.arrived.append(areLast ? elements + [-1] : elements) }
        }
      }
    }

    private var list: PagedList<Int> {
      PagedList { number throws(APIFailure) in
        let answer = await withTaskCancellationHandler {
          await withCheckedContinuation { continuation in
            self.state.withLock { state in
              state.asked.append(number)
              if Task.isCancelled {
                continuation.resume(returning: Answer.failure(.notSent(.cancelled)))
              } else {
                state.waiting[number] = continuation
              }
            }
          }
        } onCancel: {
          self.answer(number, .failure(.notSent(.cancelled)))
        }
        return try answer.get()
      }
    }

    /// The pages that were asked for, in their order.
    var asked: [Int] { state.withLock { $0.asked.sorted() } }

    func answer(_ number: Int, _ answer: Answer) {
      state.withLock { $0.waiting.removeValue(forKey: number) }?.resume(returning: answer)
    }

    /// Answers a full page, whose elements are its number.
    func answer(_ number: Int, of total: Int?) {
      answer(number, .success(.init(elements: [number], count: 250, total: total)))
    }

    /// What was handed on so far.
    var arrived: [[Int]] { state.withLock { $0.arrived } }

    /// Waits until so many pages were handed on.
    func wait(forArrivals count: Int) async {
      while arrived.count < count { await Task.yield() }
    }

    /// Waits until these pages are under way.
    func wait(for numbers: Set<Int>) async {
      while state.withLock({ Set($0.waiting.keys) }) != numbers { await Task.yield() }
    }
  }

  @Test func `pages come four at a time, and are handed on in their order`() async throws {
    let pages = Pages()
    let reading = pages.read()
    await pages.wait(for: [1])
    pages.answer(1, of: 7)
    await pages.wait(forArrivals: 1)
    #expect(pages.arrived == [[1]], "the first page is usable before the others are here")

    await pages.wait(for: [2, 3, 4, 5])
    pages.answer(4, of: 7)
    await pages.wait(for: [2, 3, 5, 6])
    #expect(pages.arrived == [[1]], "none is handed on before those in front of it")

    pages.answer(2, of: 7)
    await pages.wait(for: [3, 5, 6, 7])
    pages.answer(3, of: 7)
    await pages.wait(forArrivals: 4)
    for number in [7, 6, 5] { pages.answer(number, of: 7) }
    try await reading.value
    #expect(pages.arrived == [[1], [2], [3], [4], [5], [6], [7, -1]])
    #expect(pages.asked == Array(1...7))
  }

  @Test func `without a number of pages they are asked for one after the other`() async throws {
    let pages = Pages()
    let reading = pages.read()
    for number in 1...2 {
      await pages.wait(for: [number])
      pages.answer(number, of: nil)
    }
    await pages.wait(for: [3])
    pages.answer(3, .success(.init(elements: [3], count: 249, total: nil)))
    try await reading.value
    #expect(pages.arrived == [[1], [2], [3, -1]])
    #expect(pages.asked == [1, 2, 3])
  }

  @Test func `after a page that fails only those under way come, and what is in front stays`()
    async
  {
    let pages = Pages()
    let reading = pages.read()
    await pages.wait(for: [1])
    pages.answer(1, of: 9)
    await pages.wait(for: [2, 3, 4, 5])
    pages.answer(5, .failure(.refused(status: 500, [])))
    pages.answer(4, .failure(.refused(status: 404, [])))
    await pages.wait(for: [2, 3])
    pages.answer(3, of: 9)
    pages.answer(2, of: 9)
    await #expect(throws: APIFailure.refused(status: 404, [])) { try await reading.value }
    #expect(pages.arrived == [[1], [2], [3]])
    #expect(pages.asked == [1, 2, 3, 4, 5])
  }

  @Test func `an empty page ends a list, whatever its number of pages says`() async throws {
    let pages = Pages()
    let reading = pages.read()
    await pages.wait(for: [1])
    pages.answer(1, of: 1_000_000)
    await pages.wait(for: [2, 3, 4, 5])
    pages.answer(2, .success(.init(elements: [], count: 0, total: 1_000_000)))
    try await reading.value
    #expect(pages.arrived == [[1], [-1]])
  }
}
