/// What differs between two texts, line by line, as `diff -u` would show it.
public struct LineDifference: Hashable, Sendable, CustomStringConvertible {
  /// Every line of both texts: `-` only in the first, `+` only in the second, a space in both.
  public let description: String

  /// The difference, or `nil` if the texts are the same.
  ///
  /// - Parameters:
  ///   - old: The text as it should be.
  ///   - new: The text as it is.
  public init?(from old: String, to new: String) {
    guard old != new else { return nil }
    let oldLines = Self.lines(of: old)
    let newLines = Self.lines(of: new)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in newLines.difference(from: oldLines) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var result: [String] = []
    var oldIndex = 0
    var newIndex = 0
    while oldIndex < oldLines.count || newIndex < newLines.count {
      if removed.contains(oldIndex) {
        result.append("- " + oldLines[oldIndex])
        oldIndex += 1
      } else if inserted.contains(newIndex) {
        result.append("+ " + newLines[newIndex])
        newIndex += 1
      } else {
        result.append("  " + newLines[newIndex])
        oldIndex += 1
        newIndex += 1
      }
    }
    description = result.joined(separator: "\n")
  }

  private static func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
