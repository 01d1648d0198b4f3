internal import CrossConnect

/// One thing that help explains: a field, a key, an exit code.
public struct HelpEntry: Hashable, Sendable {
  /// One part of the explanation.
  public struct Part: Hashable, Sendable {
    /// What the part is about; empty if it stands alone.
    public let label: String
    /// The explanation.
    public let text: String

    init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }

  /// What is explained.
  public let term: String
  /// The explanation.
  public let parts: [Part]

  init(_ term: String, parts: [Part]) {
    self.term = term
    self.parts = parts
  }

  /// An explanation in one part.
  public init(_ term: String, _ text: String) {
    self.init(term, parts: [Part("", text)])
  }

  /// The entry in lines of at most `columns`: the term, and the parts beside or below it.
  public func lines(columns: Int) -> [String] {
    guard let first = parts.first else { return ["  " + term] }
    guard !first.label.isEmpty else {
      return Self.beside("  " + term, first.text, at: Self.textColumn, columns: columns)
    }
    return ["  " + term]
      + parts.flatMap {
        Self.beside("    " + $0.label, $0.text, at: Self.partColumn, columns: columns)
      }
  }

  /// Text in a column of its own, its first line beside `head`, or below it if that is too long.
  private static func beside(
    _ head: String, _ text: String, at column: Int, columns: Int
  ) -> [String] {
    let margin = String(repeating: " ", count: column)
    let lines = TextLayout.folded(text, to: max(1, columns - column)).map { margin + $0 }
    let room = column - TextLayout.width(of: head)
    guard room > 0, let first = lines.first else { return [head] + lines }
    return [head + first.dropFirst(column - room)] + lines.dropFirst()
  }

  private static let textColumn = 26
  private static let partColumn = 14

  /// Everything it says, for a search.
  public var searchText: String {
    ([term] + parts.flatMap { [$0.label, $0.text] }).joined(separator: " ")
  }
}

/// Entries under one heading.
public struct HelpSection: Hashable, Sendable {
  /// The heading.
  public let title: String
  /// What is explained under it.
  public let entries: [HelpEntry]

  /// Entries under a heading.
  public init(_ title: String, _ entries: [HelpEntry]) {
    self.title = title
    self.entries = entries
  }

  /// The sections without repetitions and without empty sections.
  public static func withoutRepeats(_ sections: [HelpSection]) -> [HelpSection] {
    var said: Set<HelpEntry> = []
    return
      sections
      .map { section in
        HelpSection(section.title, section.entries.filter { said.insert($0).inserted })
      }
      .filter { !$0.entries.isEmpty }
  }

  /// The section as text: its heading, then its entries; blank lines set apart entries in parts.
  public func lines(columns: Int) -> [String] {
    var lines = [title]
    for entry in entries {
      if entry.parts.count > 1 { lines.append("") }
      lines += entry.lines(columns: columns)
    }
    return lines
  }
}
