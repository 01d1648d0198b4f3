/// Reads a query parameter by parameter and collects what is wrong with it.
///
/// The real API ignores parameters that it doesn't know; here they are errors, since a filter with
/// a misspelt name silently returns everything.
struct QueryReader {
  private var items: [String: String] = [:]
  private var errors: [ErrorEntry] = []

  /// Splits a percent-encoded query; of a repeated parameter the last counts.
  init(_ query: String) {
    for item in query.split(separator: "&") {
      let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      items[Self.decoded(parts[0])] = parts.count == 2 ? Self.decoded(parts[1]) : ""
    }
  }

  /// The value of a parameter, if it was given.
  mutating func text(_ name: String) -> String? {
    items.removeValue(forKey: name)
  }

  /// The value of a parameter that is a whole number in `range`.
  mutating func wholeNumber(_ name: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(name) else { return nil }
    guard let number = Int(text), String(number) == text, range.contains(number) else {
      let limit = range.upperBound == .max ? "" : " to \(range.upperBound)"
      refuse(name, "'\(name)' is a whole number from \(range.lowerBound)\(limit).")
      return nil
    }
    return number
  }

  /// The value of a parameter that is one of some words.
  mutating func word(_ name: String, of words: [String]) -> String? {
    guard let text = text(name) else { return nil }
    guard words.contains(text) else {
      refuse(name, "'\(name)' is one of \(words.joined(separator: ", ")).")
      return nil
    }
    return text
  }

  /// Ends the reading: parameters that nobody asked for are errors.
  ///
  /// - Throws: Every error in the query.
  mutating func finish() throws(Refusal) {
    for name in items.keys.sorted() {
      refuse(name, "'\(name)' is not a parameter of this endpoint.")
    }
    guard errors.isEmpty else { throw .unprocessable(errors) }
  }

  private mutating func refuse(_ name: String, _ detail: String) {
    errors.append(ErrorEntry(code: .badRequest, detail: detail, source: .parameter(name)))
  }

  /// Undoes percent-encoding and the plus signs of HTML forms, which some clients send.
  private static func decoded(_ text: Substring) -> String {
    let text = String(text.map { $0 == "+" ? " " : $0 })
    return String(percentDecoding: text) ?? text
  }
}
