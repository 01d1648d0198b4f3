import Synchronization
import TestSupport
import Testing
@testable import CrossConnect
@testable import TelnyxAPI

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
          state.withLock { $0.arrived.append(elements.prefix(1) + (areLast ? [-1] : [])) }
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
      answer(number, rows: 250, meta: total.map(Self.meta) ?? [:])
    }

    private static func meta(pages: Int) -> [String: JSONValue] {
      [
        "total_pages": .integer(Int64(pages)), "total_results": .integer(Int64(pages * 250)),
      ]
    }

    /// Answers a page of so many rows, whose elements are its number.
    func answer(_ number: Int, rows: Int, meta: [String: JSONValue]) {
      let records = (0..<rows).map { JSONValue.string("\(number)/\($0)") }
      answer(
        number,
        .success(
          .init(records, meta: .object(meta)) { _ in number }))
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
    pages.answer(3, rows: 249, meta: [:])
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

  /// Reads a list of pages that say these things, until nothing more is asked for.
  private func read(_ answers: [(rows: Int, meta: [String: JSONValue])]) async -> (
    asked: [Int], failure: APIFailure?
  ) {
    let asked = Mutex<Set<Int>>([])
    let list = PagedList<Int> { number throws(APIFailure) in
      asked.withLock { _ = $0.insert(number) }
      guard number <= answers.count else { return .init([], meta: .null) { _ in nil } }
      let (rows, meta) = answers[number - 1]
      let records = (0..<rows).map { JSONValue.string("\(number)/\($0)") }
      return .init(records, meta: .object(meta)) { _ in number }
    }
    do throws(APIFailure) {
      try await list.read { _, _ in }
      return (asked.withLock { $0.sorted() }, nil)
    } catch {
      return (asked.withLock { $0.sorted() }, error)
    }
  }

  @Test func `a list is read to its real end, whatever its pages say of it`() async {
    let short: [String: JSONValue] = ["total_results": .integer(600), "page_size": .integer(100)]
    let whole = await read(Array(repeating: (100, short), count: 6))
    #expect(whole.asked == Array(1...7) && whole.failure == nil, "full pages of 100")

    let text: [String: JSONValue] = ["total_results": .string("3"), "total_pages": .null]
    let asText = await read([(2, text), (1, text)])
    #expect(asText.asked == [1, 2] && asText.failure == nil, "a number as text")

    let few: [String: JSONValue] = ["total_pages": .integer(1), "total_results": .integer(5)]
    let wrong = await read([(3, few), (2, few)])
    #expect(wrong.asked == [1, 2] && wrong.failure == nil, "one page too few")

    let gap: [String: JSONValue] = ["total_pages": .integer(3), "total_results": .integer(8)]
    let empty = await read([(4, gap), (0, gap), (4, gap)])
    #expect(empty.asked == [1, 2, 3] && empty.failure == nil, "an empty page in the middle")

    let silent = await read([(3, [:]), (3, [:]), (1, [:])])
    #expect(silent.asked == [1, 2, 3] && silent.failure == nil, "nothing said of it")
  }

  @Test func `what can't be read to its end is called incomplete`() async {
    let missing: [String: JSONValue] = ["total_results": .integer(600), "page_size": .integer(100)]
    let cut = await read([(100, missing)])
    #expect(cut.failure == .incomplete(read: 100, total: 600))

    let pages: [String: JSONValue] = ["total_pages": .integer(1_000_000)]
    let endless = await read([(250, pages)])
    #expect(endless.failure == .incomplete(read: 250, total: nil))

    let gap: [String: JSONValue] = ["total_pages": .integer(3)]
    let uncertain = await read([(4, gap), (0, gap), (4, gap)])
    #expect(uncertain.failure == .incomplete(read: 8, total: nil))
  }

  @Test func `a server that knows no pages is asked twice and no more`() async {
    let list = PagedList<Int> { _ throws(APIFailure) in
      .init([.string("a"), .string("b")], meta: .null) { _ in 1 }
    }
    var pages = 0
    await #expect(throws: Never.self) { try await list.read { _, _ in pages += 1 } }
    #expect(pages == 2)
  }

  /// Reads pages of these identifiers; 0 stands for a record without one.
  private func read(
    _ pages: [[Int]], meta: [String: JSONValue]
  ) async -> (elements: [Int], isWhole: Bool, failure: APIFailure?) {
    let list = PagedList<Int> { number throws(APIFailure) in
      let page = number <= pages.count ? pages[number - 1] : []
      let records = page.enumerated().map { place, id in
        JSONValue.object(
          id == 0
            ? ["name": .string("\(number)/\(place)")]
            : ["id": .string("\(id)"), "seen_on": .integer(Int64(number))])
      }
      return .init(records, meta: .object(meta)) { $0["id"].text.flatMap { Int($0) } }
    }
    var elements: [Int] = []
    var isWhole = false
    do throws(APIFailure) {
      try await list.read { next, areLast in
        elements += next
        isWhole = areLast
      }
      return (elements, isWhole, nil)
    } catch {
      return (elements, isWhole, error)
    }
  }

  @Test func `a record that can't be read leaves a list incomplete`() async {
    let pages: [String: JSONValue] = ["total_pages": .integer(2), "total_results": .integer(5)]
    let cut = await read([[1, 2], [0, 0, 3]], meta: pages)
    #expect(cut.elements == [1, 2, 3] && !cut.isWhole)
    #expect(cut.failure == .incomplete(read: 3, total: 5))
    let alone = await read([[1, 0]], meta: ["total_pages": .integer(1)])
    #expect(alone.failure == .incomplete(read: 1, total: 2))
  }

  @Test func `a record that comes again is one`() async {
    let two: [String: JSONValue] = ["total_pages": .integer(2)]
    let repeated = await read([[1, 2], [1, 2]], meta: two)
    #expect(repeated.elements == [1, 2] && repeated.failure == nil)
    let overlap = await read([[1, 2], [2, 3]], meta: two)
    #expect(overlap.elements == [1, 2, 3] && overlap.failure == nil)
    let short: [String: JSONValue] = ["total_pages": .integer(2), "total_results": .integer(4)]
    let missing = await read([[1, 2], [2, 3]], meta: short)
    #expect(missing.elements == [1, 2, 3])
    #expect(missing.failure == .incomplete(read: 3, total: 4))
  }
}
