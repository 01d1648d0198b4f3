public import CrossConnect

/// Choices, with what a list needs to know about all of them worked out once.
public struct ChoiceList: Growing {
  /// What is missing from a list.
  public indirect enum Rest: Hashable, Sendable {
    case nothing
    case loading
    /// The rest could not be loaded.
    case failed(Report)
  }

  /// The choices in the order in which they are shown, one for each answer.
  public private(set) var choices: [Choice] = []
  /// The width of each column, in terminal columns.
  public private(set) var columnWidths: [Int] = []
  /// What is missing from it.
  public var rest = Rest.nothing
  /// What the API lists, but this list can't offer.
  public var omission: Coverage.Omission?
  /// The columns that a narrow window leaves out, in this order.
  public var dispensable: [Int] = []
  /// Whether a part of it could not be loaded.
  public var isCutShort: Bool {
    guard case .failed = rest else { return false }
    return true
  }
  /// The only choice that can be made; `nil` if there are several, or something is missing.
  var lone: Choice? {
    guard rest == .nothing else { return nil }
    let open = choices.lazy.filter { $0.obstacle == nil }.prefix(2)
    return open.count == 1 ? open.first : nil
  }
  private var places: [String: Int] = [:]
  /// The search texts of all choices, one after the other: every key makes a filter go through
  /// them.
  private var searchBytes: [UInt8] = []
  /// Where each choice's search text ends.
  private var searchEnds: [Int] = []
  /// Whether the bytes of each choice can be compared.
  private var plain: [Bool] = []

  /// A list of choices; of several with the same answer, it keeps the first.
  public init(_ choices: [Choice]) {
    add(choices)
  }

  /// Adds the choices of `more` that it doesn't have yet.
  public mutating func append(_ more: ChoiceList) {
    add(more.choices)
  }

  /// The choice with this answer.
  public func choice(_ value: String) -> Choice? {
    places[value].map { choices[$0] }
  }

  /// The places of the choices that pass a filter.
  ///
  /// - Parameters:
  ///   - filter: The filter.
  ///   - candidates: The places to look at, if only some can pass: those that passed a shorter
  ///     filter.
  /// - Returns: The places, in their order.
  public func places(passing filter: ChoiceFilter, among candidates: [Int]? = nil) -> [Int] {
    searchBytes.withUnsafeBufferPointer { bytes in
      let passes = { (place: Int) in
        guard plain[place] else { return filter.passes(choices[place].searchText) }
        return filter.passes(bytes[(place > 0 ? searchEnds[place - 1] : 0)..<searchEnds[place]])
      }
      return candidates?.filter(passes) ?? choices.indices.filter(passes)
    }
  }

  private mutating func add(_ more: [Choice]) {
    for choice in more where places[choice.value] == nil {
      places[choice.value] = choices.count
      choices.append(choice)
      searchBytes += choice.searchText.utf8
      searchEnds.append(searchBytes.count)
      plain.append(choice.isPlain)
      for (index, column) in choice.columns.enumerated() {
        let width = TextLayout.width(of: column)
        if index < columnWidths.count {
          columnWidths[index] = max(columnWidths[index], width)
        } else {
          columnWidths.append(width)
        }
      }
    }
  }
}
