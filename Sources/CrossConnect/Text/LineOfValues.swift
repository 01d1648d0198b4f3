/// A line of a ticket or a table with more than one value on it.
struct LineOfValues {
  private let text: String

  init(_ text: String) {
    self.text = text
  }

  /// The one part that fits, without what stands around it; `nil` if none fits, or several do.
  ///
  /// Between commas, semicolons, bars and tabs, each part is a value of its own. Between blanks,
  /// a word counts as another value only if it has letters, or follows a word that has. Any other
  /// digits may be the rest of a broken value; then none is taken. Between the colons, quotes and
  /// braces of an ARN or of JSON, a short word may be part of anything, and isn't taken.
  func only(where fits: (String) -> Bool) -> String? {
    guard text.utf8.count < 300 else { return nil }
    let segments = text.split { ",;|\t".contains($0) }.map(\.trimmed)
    if segments.count > 1, let part = one(of: segments, where: fits) { return part }
    if let part = only(between: ",;|", where: fits) { return part }
    let part = only(between: Self.signs, where: fits)
    return part.map(Self.isLong) == true ? part : nil
  }

  /// Whether two of the words are values, whatever stands around them.
  func hasSeveral(where fits: (String) -> Bool) -> Bool {
    guard text.utf8.count < 300 else { return false }
    let words = words(between: Self.signs).filter { Self.isLong($0) && fits($0) }
    return Set(words).count > 1
  }

  private static let signs = ",;|:=\"'{}[]()<>"

  private static func isLong(_ word: String) -> Bool { word.utf8.count > 4 }

  private func words(between signs: String) -> [String] {
    text.split { $0.isWhitespace || signs.contains($0) }.map(String.init)
  }

  /// The one word that fits, between blanks and these signs.
  private func only(between signs: String, where fits: (String) -> Bool) -> String? {
    let words = words(between: signs)
    guard words.count > 1, words.count < 30, let part = one(of: words, where: fits) else {
      return nil
    }
    let hasRest = words.indices.contains { place in
      let word = words[place]
      return word.contains(where: \.isNumber) && !word.contains(where: \.isLetter)
        && !word.contains(part) && !(place > 0 && words[place - 1].contains(where: \.isLetter))
    }
    return hasRest ? nil : part
  }

  private func one(of parts: [String], where fits: (String) -> Bool) -> String? {
    var found: Set<String> = []
    for part in parts {
      if fits(part) {
        found.insert(part)
      } else if let core = TypedText.core(of: part, depth: 3, where: fits) {
        found.insert(core.text)
      }
    }
    return found.count == 1 ? found.first : nil
  }
}
