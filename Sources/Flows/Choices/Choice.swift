public import CrossConnect

/// One answer that a person can pick.
public struct Choice: Hashable, Sendable {
  /// Why an answer can't be chosen.
  public enum Obstacle: Hashable, Sendable {
    /// Coverage has no link to this cloud from a Telnyx region.
    case unreachable(CloudProvider, from: String)

    /// The obstacle as a blocking finding.
    public var finding: Finding {
      switch self {
      case .unreachable(let provider, let region):
        let name = provider.rules.displayName
        return .blocks(
          "\(name) can't be reached from \(DisplayText.visible(region)). Choose another, or another Telnyx region."
        )
      }
    }
  }

  /// The answer for the draft: a word of the API, or an identifier.
  public let value: String
  /// What the list shows, the name first.
  public let columns: [String]
  /// Why it can't be chosen here; `nil` if it can.
  public let obstacle: Obstacle?
  /// Everything that a filter searches, in lower case.
  package let searchText: String
  /// Whether bytes can be compared: a text beyond ASCII has more than one spelling.
  let isPlain: Bool

  /// An answer to pick.
  ///
  /// - Parameters:
  ///   - value: The answer for the draft.
  ///   - columns: What the list shows, the name first.
  ///   - obstacle: Why it can't be chosen here; `nil` if it can.
  ///   - keywords: Words for a filter that the list doesn't show.
  ///   - filtersDetails: Whether a filter searches all columns; else only the name, since the
  ///     digits of a price would match, too.
  public init(
    value: String, columns: [String], obstacle: Obstacle? = nil, keywords: [String] = [],
    filtersDetails: Bool = true
  ) {
    self.value = value
    self.columns = columns.map(DisplayText.visible)
    self.obstacle = obstacle
    let shown = filtersDetails ? columns : Array(columns.prefix(1))
    searchText = (shown + (shown.contains(value) ? [] : [value]) + keywords)
      .joined(separator: " ").lowercased()
    isPlain = TextLayout.isPlain(searchText)
  }

  /// The name, as the review shows it.
  public var title: String { columns.first ?? value }
}
