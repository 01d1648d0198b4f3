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
  /// digits may be the rest of a broken value; then none is taken.
  func only(where fits: (String) -> Bool) -> String? {
    guard text.utf8.count < 300 else { return nil }
    let segments = text.split { ",;|\t".contains($0) }.map(\.trimmed)
    if segments.count > 1, let part = one(of: segments, where: fits) { return part }
    let words = text.split { $0.isWhitespace || ",;|".contains($0) }.map(String.init)
    guard words.count > 1, words.count < 30, let part = one(of: words, where: fits) else {
      return nil
    }
    let rest = words.indices.filter { place in
      !words[place].contains(part) && !words[place].contains(where: \.isLetter)
        && !(place > 0 && words[place - 1].contains(where: \.isLetter))
    }
    return rest.isEmpty ? part : nil
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
