internal import Presentation

/// The open help: its entries, the search, and the lines that match it.
///
/// Entries are laid out and put into lower case once; a key only narrows or widens the list.
struct HelpState: Sendable {
  private struct Entry {
    let section: Int
    let lines: [String]
    /// The text to search, in lower case.
    let text: String
    /// Whether the first line is a heading of the others.
    let hasHeading: Bool
  }

  /// The place whose keys come first.
  let place: Situation
  /// The search as typed.
  private(set) var search = ""
  /// The lines of the entries that match.
  private(set) var content: Content
  private let titles: [String]
  private let entries: [Entry]
  /// The entries that match, by their index.
  private var matches: [Int]

  /// Everything, before a search.
  init(_ sections: [HelpSection], place: Situation, columns: Int) {
    self.place = place
    titles = sections.map(\.title)
    entries = sections.enumerated().flatMap { number, section in
      section.entries.map {
        Entry(
          section: number, lines: $0.lines(columns: columns - 3),
          text: "\(section.title) \($0.searchText)".lowercased(), hasHeading: $0.parts.count > 1)
      }
    }
    matches = Array(entries.indices)
    content = Content(columns: columns)
    layOut()
  }

  /// The number of entries that match.
  var count: Int { matches.count }

  /// Keeps the entries that have every word of `text`, in any order.
  mutating func setSearch(_ text: String) {
    let words = text.lowercased().split(separator: " ")
    let isNarrower = text.hasPrefix(search)
    matches = (isNarrower ? matches : Array(entries.indices)).filter { place in
      words.allSatisfy { entries[place].text.contains($0) }
    }
    search = text
    layOut()
  }

  private mutating func layOut() {
    content = Content(columns: content.columns)
    guard !matches.isEmpty else {
      content.paragraph(
        "Nothing matches; Backspace shortens the search, Esc clears it.", style: .warning)
      return
    }
    var section: Int?
    for place in matches {
      let entry = entries[place]
      if entry.section != section {
        if section != nil { content.line() }
        content.line(titles[entry.section], at: 2, style: .strong)
        section = entry.section
      }
      if entry.hasHeading { content.line() }
      for (index, line) in entry.lines.enumerated() {
        content.line(line, at: 2, style: index == 0 && entry.hasHeading ? .strong : .plain)
      }
    }
  }
}
