import CrossConnect
import TelnyxAPI

/// The part of a list that a request asks for with `page[number]` and `page[size]`.
struct Page: Hashable, Sendable {
  /// The largest page that can be asked for.
  static let largestSize = 250

  let number: Int
  let size: Int

  /// Reads the page; by default the first 20 records.
  ///
  /// - Parameters:
  ///   - query: The request's query.
  ///   - largest: The largest page that is sent.
  init(_ query: inout QueryReader, largest: Int) {
    number = query.wholeNumber("page[number]", in: 1...Int.max) ?? 1
    size = min(query.wholeNumber("page[size]", in: 1...Self.largestSize) ?? 20, largest)
  }

  /// The records on this page; none beyond the last page.
  func slice(of values: [JSONValue]) -> [JSONValue] {
    guard number <= totalPages(values.count) else { return [] }
    return Array(values.dropFirst((number - 1) * size).prefix(size))
  }

  /// The place of this page in a list of `total` records.
  func meta(total: Int) -> JSONValue {
    .object([
      "page_number": .integer(Int64(number)),
      "page_size": .integer(Int64(size)),
      "total_pages": .integer(Int64(totalPages(total))),
      "total_results": .integer(Int64(total)),
    ])
  }

  /// An empty list is one empty page.
  private func totalPages(_ total: Int) -> Int {
    max(1, (total + size - 1) / size)
  }
}
