/// One answer that a person can pick.
public struct Choice: Hashable, Sendable {
  /// The answer that is kept: a wire word or an identifier.
  public let value: String
  /// What is shown of it, the name first.
  public let columns: [String]
  /// Why it can't be chosen here, if it can't.
  public let obstacle: String?
  /// Everything a filter looks at, in lower case.
  private let searchText: String

  /// An answer to pick; `keywords` are looked at by a filter without being shown.
  public init(
    value: String, columns: [String], obstacle: String? = nil, keywords: [String] = []
  ) {
    self.value = value
    self.columns = columns.map(DisplayText.visible)
    self.obstacle = obstacle
    searchText = (columns + [value] + keywords).joined(separator: " ").lowercased()
  }

  /// The name, as the review shows it.
  public var title: String { columns.first ?? value }

  /// Whether every word of a filter, in lower case, occurs in it.
  public func matches(_ words: [String]) -> Bool {
    words.allSatisfy(searchText.contains)
  }
}
