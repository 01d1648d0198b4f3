/// Finds values by the names before them in text that isn't JSON, or is JSON that was cut off:
/// `"primary_bgp_key": "…`, `password=…`, `Authorization: Bearer …`, and the same with its quotes escaped.
struct LabelledValues {
  /// A value, and how it is treated for its name.
  struct Value {
    var range: Range<Int>
    var treatment: ConfidentialNames.Treatment
  }

  let text: [UInt8]

  /// The values that must not be written down, in their order.
  var confidential: [Value] {
    var values: [Value] = []
    var place = 0
    while place < text.count {
      guard Self.isNamePart(text[place]) else {
        place += 1
        continue
      }
      let end = text[place...].firstIndex { !Self.isNamePart($0) } ?? text.count
      let name = String(decoding: text[place..<end], as: UTF8.self)
      let treatment = ConfidentialNames.treatment(of: name, for: nil)
      place = end
      guard treatment != .shown, let range = value(after: end, isHeader: Self.isHeader(name)),
        !range.isEmpty
      else { continue }
      values.append(Value(range: range, treatment: treatment))
      place = range.upperBound
    }
    return values
  }

  /// The value after a name that ends here, unless the name is only spoken of.
  private func value(after end: Int, isHeader: Bool) -> Range<Int>? {
    var place = end
    let nameIsQuoted = skipQuote(&place) != nil
    skipSpace(&place)
    guard let separator = separator(&place) else { return nil }
    skipSpace(&place)
    if let quote = skipQuote(&place) { return place..<self.end(of: quote, from: place) }
    if isHeader { return place..<(text[place...].firstIndex(where: Self.endsLine) ?? text.count) }
    // "primary_bgp_key: must have 6 to 80 characters" is a sentence.
    guard nameIsQuoted || separator == UInt8(ascii: "=") else { return nil }
    return place..<(text[place...].firstIndex(where: Self.endsWord) ?? text.count)
  }

  private static func isHeader(_ name: String) -> Bool {
    ["authorization", "cookie"].contains { name.lowercased().hasSuffix($0) }
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    ASCII.isLetterOrDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  private static func endsLine(_ byte: UInt8) -> Bool { "\r\n<\"".utf8.contains(byte) }

  private static func endsWord(_ byte: UInt8) -> Bool { " \t\r\n,;&<>\"'{}[]".utf8.contains(byte) }
}

// MARK: - Signs

extension LabelledValues {
  /// A quotation mark as it is written: after so many backslashes, or in HTML's words.
  private enum Quote {
    case mark(UInt8, backslashes: Int)
    case word(String)
  }

  private static let words = ["&quot;", "&#34;", "&#39;", "&apos;", "%22", "%27"]

  private func skipQuote(_ place: inout Int) -> Quote? {
    var mark = place
    while mark < text.count, text[mark] == UInt8(ascii: "\\") { mark += 1 }
    if mark < text.count, "\"'".utf8.contains(text[mark]) {
      let quote = Quote.mark(text[mark], backslashes: mark - place)
      place = mark + 1
      return quote
    }
    guard let word = Self.words.first(where: { text[place...].starts(with: $0.utf8) }) else {
      return nil
    }
    place += word.utf8.count
    return .word(word)
  }

  /// Where the value in a quotation ends; without an end it goes on to the end of the text.
  private func end(of quote: Quote, from start: Int) -> Int {
    switch quote {
    case .word(let word):
      return text[start...].indices.first { text[$0...].starts(with: word.utf8) } ?? text.count
    case .mark(let mark, let backslashes):
      var before = 0
      for place in start..<text.count {
        if text[place] == mark, before <= backslashes { return place - before }
        before = text[place] == UInt8(ascii: "\\") ? before + 1 : 0
      }
      return text.count
    }
  }

  private func skipSpace(_ place: inout Int) {
    while place < text.count, text[place] == UInt8(ascii: " ") || text[place] == 0x09 { place += 1 }
  }

  /// Skips a colon or an equals sign, and returns which of them it was.
  private func separator(_ place: inout Int) -> UInt8? {
    let signs = [(":", ":"), ("=", "="), ("%3A", ":"), ("%3a", ":"), ("%3D", "="), ("%3d", "=")]
    for (sign, meaning) in signs where text[place...].starts(with: sign.utf8) {
      place += sign.utf8.count
      return meaning.utf8.first
    }
    return nil
  }
}
