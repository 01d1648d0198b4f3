internal import CrossConnect

/// A pasted text as the filter of a list.
///
/// A ticket has other punctuation around a name than a list, and more words. If the whole text
/// finds nothing, its parts that no row has are left out, but none that stands for a place of its
/// own: "San Jose, CA" is not another place in CA.
public struct PastedFilter: Hashable, Sendable {
  /// The filter; the text as it was pasted if that finds nothing either.
  public let text: String
  /// What was taken and left out; `nil` if nothing was.
  public let note: String?

  /// Reads a paste.
  ///
  /// - Parameters:
  ///   - text: What was pasted.
  ///   - filter: The filter that it continues.
  ///   - list: The list.
  public init(_ text: String, after filter: String = "", in list: ChoiceList) {
    let finds = { (more: String) in
      !more.isEmpty && !list.places(passing: ChoiceFilter(filter + more)).isEmpty
    }
    let plain = TypedText.plain(text)
    let whole = plain.split(whereSeparator: \.isWhitespace)
      .map { String(ChoiceFilter.core(of: $0)) }.filter { !$0.isEmpty }.joined(separator: " ")
    guard !finds(whole) else {
      self.text = whole
      note = nil
      return
    }
    let parts = Self.parts(of: plain)
    let found = parts.filter(Self.names(of: list))
    // "US East" is in "us-east-1".
    let kept = found.filter { part in
      !found.contains { $0 != part && Self.phrase($0).contains(Self.phrase(part)) }
    }
    let taken = kept.joined(separator: " ")
    // Two letters are a state or a country, which other places share.
    guard kept.contains(where: { Self.phrase($0).count > 4 }), finds(taken) else {
      self.text = text
      note = nil
      return
    }
    self.text = taken
    note = TypedText.note(
      taken: taken, leftOut: parts.filter { !kept.contains($0) }.map(TypedText.quoted))
  }

  /// The parts between punctuation; a word with a digit is a code, and a part of its own.
  private static func parts(of text: String) -> [String] {
    text.split { ",;:|=()[]{}<>\"".contains($0) }.flatMap { segment in
      var parts: [String] = []
      var isCodeBefore = true
      for word in segment.split(whereSeparator: \.isWhitespace) {
        let isCode = word.contains(where: \.isNumber)
        if isCode || isCodeBefore {
          parts.append(String(word))
        } else {
          parts[parts.count - 1] += " \(word)"
        }
        isCodeBefore = isCode
      }
      return parts
    }.filter { phrase($0).count > 3 }
  }

  /// Whether a row has a part, word by word.
  private static func names(of list: ChoiceList) -> (String) -> Bool {
    let rows = list.choices.map { phrase($0.searchText) }
    return { part in rows.contains { $0.contains(phrase(part)) } }
  }

  /// The words of a text between blanks, in lower case: " us east 1 ".
  private static func phrase(_ text: String) -> String {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    return " \(words.joined(separator: " ")) "
  }
}
