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
  /// Whether bytes can be compared: of other letters there is more than one spelling.
  private let isPlain: Bool

  /// An answer to pick.
  ///
  /// - Parameters:
  ///   - value: The answer that is kept.
  ///   - columns: What is shown of it, the name first.
  ///   - obstacle: Why it can't be chosen here, if it can't.
  ///   - keywords: What a filter looks at without its being shown.
  ///   - filtersDetails: Whether a filter looks at more than the name: not at a price, say.
  public init(
    value: String, columns: [String], obstacle: String? = nil, keywords: [String] = [],
    filtersDetails: Bool = true
  ) {
    self.value = value
    self.columns = columns.map(DisplayText.visible)
    self.obstacle = obstacle
    searchText = ((filtersDetails ? columns : Array(columns.prefix(1))) + [value] + keywords)
      .joined(separator: " ").lowercased()
    isPlain = TextLayout.isPlain(searchText)
  }

  /// The name, as the review shows it.
  public var title: String { columns.first ?? value }

  /// Whether every word of a filter, in lower case, occurs in it.
  public func matches(_ words: [String]) -> Bool {
    words.allSatisfy { isPlain ? searchText.hasBytes(of: $0) : searchText.contains($0) }
  }
}

extension String {
  /// Whether the bytes of `other` occur in a row.
  fileprivate func hasBytes(of other: String) -> Bool {
    let found = utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable { wanted in
        guard let first = wanted.first else { return true }
        guard wanted.count <= bytes.count else { return false }
        for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
          if (1..<wanted.count).allSatisfy({ bytes[start + $0] == wanted[$0] }) { return true }
        }
        return false
      }
    }
    return (found ?? nil) ?? contains(other)
  }
}
