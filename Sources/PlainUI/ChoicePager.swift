internal import CrossConnect
internal import Flows

/// A person's state in a long list: the filter, its matches, and the page.
struct ChoicePager: Hashable, Sendable {
  /// The most rows that are read out at once.
  static let rows = 20

  private(set) var filter = ""
  /// The choices that pass the filter.
  private(set) var matches: [Choice]
  /// The first row of the page.
  private(set) var start = 0

  /// All of a list, on its first page.
  init(_ list: ChoiceList) {
    matches = list.choices
  }

  /// The rows of the page, with the numbers by which they are chosen.
  var page: [(number: Int, choice: Choice)] {
    zip((start + 1)..., matches.dropFirst(start).prefix(Self.rows)).map { ($0, $1) }
  }

  /// Whether there is another page.
  var hasMore: Bool { start + Self.rows < matches.count }

  /// Turns to the next page, if there is one.
  mutating func turn() {
    if hasMore { start += Self.rows }
  }

  /// Turns back to the first page.
  mutating func rewind() {
    start = 0
  }

  /// Sets the filter, unless nothing passes it.
  ///
  /// - Returns: Whether anything passes it; if not, nothing has changed.
  mutating func setFilter(_ text: String, in list: ChoiceList) -> Bool {
    let left = list.places(passing: ChoiceFilter(text)).map { list.choices[$0] }
    guard !left.isEmpty else { return false }
    filter = text
    matches = left
    start = 0
    return true
  }

  /// The choice that Enter takes: the given answer, otherwise the first that can be chosen.
  func standing(answer: String) -> (number: Int, choice: Choice)? {
    let place =
      matches.firstIndex { $0.value == answer } ?? matches.firstIndex { $0.obstacle == nil }
    guard let place, matches[place].obstacle == nil else { return nil }
    return (place + 1, matches[place])
  }

  /// The choice of a line.
  enum Pick: Hashable, Sendable {
    case choice(Choice)
    /// No row has this number.
    case outOfRange
    /// Nothing has this name.
    case nothing
    /// These all begin with the text.
    case several([Choice])
  }

  /// Whether a text is a whole name or value.
  func names(_ text: String) -> Bool {
    let wanted = text.lowercased()
    return matches.contains { $0.value.lowercased() == wanted || $0.title.lowercased() == wanted }
  }

  /// Finds the choice that was meant: by number, by a whole name or value, or by its beginning.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - isName: Whether the text is a name even if it is a number.
  /// - Returns: The choice, or why there is none.
  func pick(_ text: String, isName: Bool = false) -> Pick {
    let isNumber = ASCII.isDigits(text) && !isName
    if isNumber, let number = Int(text), matches.indices.contains(number - 1) {
      return .choice(matches[number - 1])
    }
    let wanted = text.lowercased()
    let exact = matches.filter { $0.value.lowercased() == wanted }
    let named = matches.filter { $0.title.lowercased() == wanted }
    let begun = matches.filter {
      $0.value.lowercased().hasPrefix(wanted) || $0.title.lowercased().hasPrefix(wanted)
    }
    for found in [exact, named, isNumber ? [] : begun] where !found.isEmpty {
      return found.count == 1 ? .choice(found[0]) : .several(found)
    }
    return isNumber ? .outOfRange : .nothing
  }
}
