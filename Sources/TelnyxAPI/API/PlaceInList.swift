internal import CrossConnect

/// What a page says of the whole list; each value may be missing, `null`, text or wrong.
struct PageMeta: Hashable, Sendable {
  let pages: Int?
  let results: Int?
  let size: Int?

  init(_ json: JSONValue) {
    pages = Self.count(json["total_pages"])
    results = Self.count(json["total_results"])
    size = Self.count(json["page_size"]).flatMap { $0 > 0 ? $0 : nil }
  }

  private static func count(_ json: JSONValue) -> Int? {
    guard let text = json.text?.trimmed, ASCII.isDigits(text) else { return nil }
    return Int(text)
  }
}

/// How far a list was read, and whether there is more.
///
/// There is more if the last page is as full as the server's pages get, or if the server counts
/// more rows.
struct PlaceInList {
  /// How a list ends for its reader.
  enum End: Hashable {
    case whole
    /// The rest can't be read; `total` is the number of records, if the API tells it.
    case incomplete(total: Int?)

    package var total: Int? {
      guard case .incomplete(let total) = self else { return nil }
      return total
    }
  }

  /// The number of the last page taken.
  package private(set) var number = 0
  /// The number of pages, as far as is known.
  package private(set) var known = 1
  /// The number of different records read.
  var rows: Int { seen.count }
  /// How the list ends; `nil` until then.
  package private(set) var end: End?

  private var firstCount = 0
  /// What tells the records so far from others: pages may repeat, or overlap.
  private var seen: Set<JSONValue> = []
  private var wasEmpty = false
  private var total: Int?
  private var pages: Int?
  /// Whether a page was empty that should have had records.
  private var hasGap = false

  /// Takes the next page.
  ///
  /// - Returns: The places on it of the records that have not come before.
  mutating func take(_ records: [JSONValue], meta: PageMeta) -> [Int] {
    let new = records.indices.filter { seen.insert(records[$0].identity).inserted }
    count(records, areNew: !new.isEmpty, meta)
    return new
  }

  private mutating func count(_ records: [JSONValue], areNew: Bool, _ meta: PageMeta) {
    number += 1
    if number == 1 { firstCount = records.count }
    total = meta.results ?? total
    pages = meta.pages ?? pages
    // A server without pages answers every page with its whole list.
    let isRepeated = !records.isEmpty && !areNew
    let isSecondEmpty = records.isEmpty && wasEmpty
    wasEmpty = records.isEmpty
    if records.isEmpty, number > 1, pages.map({ number <= $0 }) ?? false { hasGap = true }
    let isShort = total.map { rows < $0 } ?? false
    guard !isRepeated, number < PagedList<Int>.mostPages, !isSecondEmpty else {
      return finish(isWhole: isRepeated ? !isShort : false)
    }
    let hasMorePages = pages.map { number < $0 } ?? false
    guard hasMorePages || hasMore(after: records.count, isShort: isShort, meta) else {
      return finish(isWhole: !isShort)
    }
    known = min(max(pages ?? 0, number + 1), PagedList<Int>.mostPages)
  }

  private mutating func finish(isWhole: Bool) {
    // The missing records may have come later; only a count can tell.
    let isUncertain = hasGap && total == nil
    end = isWhole && !isUncertain ? .whole : .incomplete(total: total)
  }

  /// Whether there is more than the number of pages says.
  private func hasMore(after count: Int, isShort: Bool, _ meta: PageMeta) -> Bool {
    // Nothing comes after an empty page, if every count says that it is the last.
    guard count > 0 else { return false }
    if isShort { return true }
    if pages != nil, total != nil { return false }
    // If the server says nothing, its first page shows how many records it puts on one.
    let size = meta.size ?? (pages == nil && total == nil ? firstCount : PagedList<Int>.pageSize)
    return count >= min(size, PagedList<Int>.pageSize)
  }
}

extension JSONValue {
  /// What tells a record from others: its identifier or, without one, all of it.
  fileprivate var identity: JSONValue {
    self["id"].text.map { .string(Identifier($0).text) } ?? self
  }
}
