internal import CrossConnect
internal import Flows

/// A person's state in a list of choices: the filter, its matches, the marked row.
struct ListState: Hashable, Sendable {
  /// The control that opens the list.
  let control: Control
  private(set) var filter = ""
  /// The choices that pass the filter, by their index in the list.
  private(set) var matches: [Int]
  /// The marked row, as an index into the matches.
  private(set) var marked = 0
  /// The answer to mark once it is here, unless the person marks another row before.
  private var awaited: String?
  /// The first row in view.
  private(set) var top = 0
  /// All choices; they help to find the marked one again when they change.
  private var choices: [Choice]
  /// The rows in view, from `top` on, without the mark: a key changes few of them.
  private(set) var rows: [Frame.Row] = []
  private var rowsTop = 0
  private var rowsLook: Look?

  /// Everything that the look of all rows depends on.
  struct Look: Hashable, Sendable {
    /// The columns of the window.
    let columns: Int
    /// The widths of the list's columns, as shown.
    let widths: [Int]
    /// The blanks between two columns.
    let gap: Int
    /// The answer that was chosen.
    let chosen: String

    /// The first screen column of the list's columns.
    static let start = 8

    /// A look; if closing up doesn't make the columns fit, the widest is cut first.
    ///
    /// - Parameters:
    ///   - columns: The columns of the window.
    ///   - widths: The widths of the list's columns.
    ///   - dispensable: The columns to leave out if the others would become too narrow.
    ///   - chosen: The answer that was chosen.
    init(columns: Int, widths: [Int], dispensable: [Int] = [], chosen: String) {
      let room = columns - Self.start - 1
      var widths = widths
      for column in dispensable
      where widths.indices.contains(column)
        && widths.reduce(-1, { $0 + ($1 > 0 ? min($1, Self.comfortable) + 1 : 0) }) > room
      { widths[column] = 0 }
      let gaps = max(0, widths.count { $0 > 0 } - 1)
      let total = widths.reduce(0, +)
      gap = (total + gaps...total + 2 * gaps).dropLast().contains(room) ? 1 : 2
      self.columns = columns
      self.widths = Self.cut(widths, by: total + gap * gaps - room)
      self.chosen = chosen
    }

    private static func cut(_ widths: [Int], by excess: Int) -> [Int] {
      var widths = widths
      var excess = excess
      while excess > 0, let widest = widths.max(), widest > least {
        let places = widths.indices.filter { widths[$0] == widest }
        let next = max(least, widths.filter { $0 < widest }.max() ?? least)
        let each = min(widest - next, (excess + places.count - 1) / places.count)
        for place in places where excess > 0 {
          let share = min(excess, each)
          widths[place] -= share
          excess -= share
        }
      }
      return widths
    }

    /// The width down to which a column is cut before another is left out.
    private static let comfortable = 16
    /// The least width that a wider column is cut to.
    private static let least = 8
  }

  /// A list without a filter, with its mark on the chosen answer.
  init(_ list: ChoiceList, of control: Control, chosen: String) {
    self.control = control
    matches = Array(list.choices.indices)
    choices = list.choices
    marked = list.choices.firstIndex { $0.value == chosen } ?? 0
  }

  /// A list with the filter and the mark of another one.
  init(_ list: ChoiceList, of control: Control, like trace: Trace) {
    self.init(list, of: control, chosen: "")
    setFilter(trace.filter, in: list)
    let place = matches.firstIndex { choices[$0].value == trace.marked }
    marked = place ?? 0
    if place == nil { awaited = trace.marked }
  }

  /// The filter and the mark of a list, to restore them; the choices may change meanwhile.
  struct Trace: Hashable, Sendable {
    let filter: String
    /// The value of the marked choice; `nil` if nothing matched.
    let marked: String?
  }

  /// The filter and the mark of this list.
  var trace: Trace {
    Trace(
      filter: filter,
      marked: matches.indices.contains(marked) ? choices[matches[marked]].value : nil)
  }

  /// The choice under the mark.
  func markedOption(in list: ChoiceList) -> Choice? {
    guard matches.indices.contains(marked), list.choices.indices.contains(matches[marked]) else {
      return nil
    }
    return list.choices[matches[marked]]
  }

  /// Whether it has more than `rows` rows.
  func isLong(rows: Int) -> Bool { matches.count > max(rows, Self.leastRows) }

  /// The rows that every list has, in any window.
  static let leastRows = 3

  /// Whether it is in view whole, or its last row is marked.
  func isAtEnd(rows: Int) -> Bool { !isLong(rows: rows) || marked == matches.count - 1 }

  /// Whether it is in view whole, or its first row is marked.
  func isAtStart(rows: Int) -> Bool { !isLong(rows: rows) || marked == 0 }

  /// Moves the mark by rows, stopping at the ends.
  mutating func move(by rows: Int) {
    awaited = nil
    marked = min(max(0, marked + rows), max(0, matches.count - 1))
  }

  /// Sets the filter; a longer one only narrows the matches.
  mutating func setFilter(_ text: String, in list: ChoiceList) {
    awaited = nil
    let isNarrower = text.hasPrefix(filter) && !filter.isEmpty
    matches = list.places(passing: ChoiceFilter(text), among: isNarrower ? matches : nil)
    filter = text
    marked = 0
    top = 0
    rowsLook = nil
  }

  /// Updates the rows after the choices may have changed; the mark stays on its choice.
  mutating func refresh(_ list: ChoiceList) {
    guard choices != list.choices else { return }
    let old = (row: marked, value: awaited ?? trace.marked)
    let awaited = awaited
    choices = list.choices
    let text = filter
    filter = ""
    setFilter(text, in: list)
    let place = matches.firstIndex { choices[$0].value == old.value }
    marked = place ?? min(old.row, max(0, matches.count - 1))
    self.awaited = place == nil ? awaited : nil
  }

  /// Scrolls as little as possible to bring the mark into `rows` rows.
  mutating func scroll(toFit rows: Int) {
    top = min(top, marked)
    if marked >= top + rows { top = marked - rows + 1 }
    top = max(0, min(top, matches.count - rows))
  }

  /// The columns of the list that there is no room for.
  func hiddenColumns(of list: ChoiceList) -> [Int] {
    guard let widths = rowsLook?.widths else { return [] }
    return zip(list.columnWidths.indices, zip(list.columnWidths, widths))
      .filter { $1.0 > 0 && $1.1 == 0 }.map(\.0)
  }

  /// Lays out the rows that have come into view.
  ///
  /// - Parameters:
  ///   - count: The rows that there is room for.
  ///   - list: The choices.
  ///   - chosen: The answer that was chosen.
  ///   - columns: The columns of the window.
  mutating func layOutRows(_ count: Int, of list: ChoiceList, chosen: String, columns: Int) {
    let look = Look(
      columns: columns, widths: list.columnWidths, dispensable: list.dispensable, chosen: chosen)
    let old = rowsLook == look ? rows : []
    let oldTop = rowsTop
    rows = matches[top...].prefix(count).indices.map { place in
      old.indices.contains(place - oldTop)
        ? old[place - oldTop] : look.row(of: list.choices[matches[place]])
    }
    rowsTop = top
    rowsLook = look
  }
}
