internal import CrossConnect
internal import FoundationEssentials

/// A list that the API sends in pages.
///
/// The first page tells how many there are. Then the others are asked for, a few at a time, and
/// handed on in their order. The list is read to its real end, since what a server says of its
/// pages may be missing or wrong.
struct PagedList<Element: Sendable>: Sendable {
  /// One page of the list.
  struct Page: Sendable {
    /// The records as they came, to tell those that came before.
    let records: [JSONValue]
    /// The element of each record; `nil` if it can't be read.
    let elements: [Element?]
    /// What the page says of the whole list.
    let meta: PageMeta

    init(_ records: [JSONValue], meta: JSONValue, _ element: (JSONValue) -> Element?) {
      self.records = records
      elements = records.map(element)
      self.meta = PageMeta(meta)
    }
  }

  /// The most records on a page that the API allows.
  static var pageSize: Int { 250 }
  /// The most pages, as a bound on what a server can make us read.
  static var mostPages: Int { 400 }
  /// The most pages asked for at once.
  static var mostAtOnce: Int { 4 }

  /// Asks for a page, counted from 1.
  package let page: @Sendable (Int) async throws(APIFailure) -> Page

  /// Reads the list to its end.
  ///
  /// - Parameter arrived: Takes the next elements, and whether they are the last.
  /// - Throws: `APIFailure` if the rest could not be read; what came before has arrived.
  package func read(_ arrived: ([Element], _ areLast: Bool) -> Void) async throws(APIFailure) {
    let result = await withTaskGroup(of: Answer.self) { group in
      var waiting: [(number: Int, page: Page)] = []
      var place = PlaceInList()
      var unreadable = 0
      var asked = 1
      var ended: (number: Int, failure: APIFailure)?
      group.addTask { await answer(1) }
      for await (number, result) in group {
        switch result {
        case .success(let page): waiting.append((number, page))
        case .failure(let failure):
          // Pages before the failed one still count, so the earliest failure ends the list.
          if ended.map({ number < $0.number }) ?? true { ended = (number, failure) }
        }
        while let next = waiting.firstIndex(where: { $0.number == place.number + 1 }) {
          let page = waiting.remove(at: next).page
          let new = place.take(page.records, meta: page.meta).map { page.elements[$0] }
          let readable = new.compactMap(\.self)
          unreadable += new.count - readable.count
          // What can't be read may be what somebody looks for.
          let isEnd = place.end == .whole && unreadable == 0
          arrived(readable, isEnd)
          if let end = place.end {
            group.cancelAll()
            let read = place.rows - unreadable
            return isEnd
              ? Result<Void, APIFailure>.success(())
              : .failure(
                .incomplete(read: read, total: end.total ?? (end == .whole ? place.rows : nil)))
          }
        }
        while ended == nil, asked < place.known,
          asked - place.number - waiting.count < Self.mostAtOnce
        {
          asked += 1
          group.addTask { [asked] in await answer(asked) }
        }
      }
      return ended.map { .failure($0.failure) } ?? .success(())
    }
    try result.get()
  }

  private typealias Answer = (number: Int, Result<Page, APIFailure>)

  private func answer(_ number: Int) async -> Answer {
    do {
      return (number, .success(try await page(number)))
    } catch {
      return (number, .failure(error))
    }
  }
}
