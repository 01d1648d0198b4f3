public import CrossConnect

/// One answer that a person can pick.
public struct Choice: Hashable, Sendable {
  /// Why an answer can't be chosen.
  public enum Obstacle: Hashable, Sendable {
    /// Coverage has no way to this cloud from a Telnyx region.
    case unreachable(CloudProvider, from: String)

    /// What a check says of it.
    public var finding: Finding {
      switch self {
      case .unreachable(let provider, let region):
        let name = provider.rules.displayName
        return .blocks(
          "\(name) can't be reached from \(region). Choose another, or another Telnyx region.")
      }
    }
  }

  /// The answer that is kept: a wire word or an identifier.
  public let value: String
  /// What is shown of it, the name first.
  public let columns: [String]
  /// Why it can't be chosen here, if it can't.
  public let obstacle: Obstacle?
  /// Everything a filter looks at, in lower case.
  package let searchText: String
  /// Whether bytes can be compared: of other letters there is more than one spelling.
  let isPlain: Bool

  /// An answer to pick.
  ///
  /// - Parameters:
  ///   - value: The answer that is kept.
  ///   - columns: What is shown of it, the name first.
  ///   - obstacle: Why it can't be chosen here, if it can't.
  ///   - keywords: What a filter looks at without its being shown.
  ///   - filtersDetails: Whether a filter looks at more than the name: not at a price, say.
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
