internal import Presentation

/// The help while it is open: all its entries, the search, and what it leaves as lines.
///
/// Entries are laid out and made comparable once; a key only narrows or widens what is listed.
struct HelpState: Sendable {
  private struct Entry {
    let section: Int
    let lines: [String]
    /// What a search looks into, in lower case.
    let text: String
    /// Whether the first of the lines is a heading of the others.
    let hasHeading: Bool
  }

  /// The place that comes first.
  let place: Situation
  /// What is typed to search for.
  private(set) var search = ""
  /// The lines that are left by the search.
  private(set) var content: Content
  private let titles: [String]
  private let entries: [Entry]
  /// The entries that are left, by their place.
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

  /// How many entries are left.
  var count: Int { matches.count }

  /// Leaves the entries that have all words of `text` in them, wherever they stand.
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
