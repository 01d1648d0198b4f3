internal import FoundationEssentials

/// A list that the API hands out in pages.
///
/// The first page says how many there are; the others are then asked for a few at a time, and handed
/// on in their order, each as soon as all before it are here.
struct PagedList<Element: Sendable>: Sendable {
  /// One page of it.
  struct Page: Sendable {
    /// What could be read of it.
    let elements: [Element]
    /// How many there were, whether or not they could be read.
    let count: Int
    /// How many pages there are, if it says so.
    let total: Int?
  }

  /// The API's largest page.
  static var pageSize: Int { 250 }
  /// A bound on what a server can make us read.
  static var mostPages: Int { 400 }
  /// How many pages are asked for at once.
  static var mostAtOnce: Int { 4 }

  /// Asks for a page, counted from 1.
  let page: @Sendable (Int) async throws(APIFailure) -> Page

  /// Reads it to its end.
  ///
  /// - Parameter arrived: Takes the next elements, and whether they are the last; it is called at least once.
  /// - Throws: Why a page could not be read; those before it have arrived.
  func read(_ arrived: ([Element], _ areLast: Bool) -> Void) async throws(APIFailure) {
    let result = await withTaskGroup(of: Answer.self) { group in
      var waiting: [Int: Page] = [:]
      var known = 1
      var asked = 1
      var handedOn = 0
      var ended: (number: Int, failure: APIFailure)?
      group.addTask { await answer(1) }
      for await (number, result) in group {
        switch result {
        case .success(let page): waiting[number] = page
        case .failure(let failure):
          // What is under way in front of it is still of use.
          if ended.map({ number < $0.number }) ?? true { ended = (number, failure) }
        }
        while let page = waiting.removeValue(forKey: handedOn + 1) {
          handedOn += 1
          let isLast = page.isLast(handedOn)
          arrived(page.elements, isLast)
          if isLast {
            group.cancelAll()
            return Result<Void, APIFailure>.success(())
          }
          // Without a number of pages, only a full one tells that there is another.
          known = min(page.total ?? (handedOn + 1), Self.mostPages)
        }
        while ended == nil, asked < known, asked - handedOn - waiting.count < Self.mostAtOnce {
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

extension PagedList.Page {
  /// Whether nothing comes after it: an empty page ends a list, whatever its number of pages says.
  fileprivate func isLast(_ number: Int) -> Bool {
    if count == 0 || number >= PagedList.mostPages { return true }
    return total.map { number >= $0 } ?? (count < PagedList.pageSize)
  }
}
