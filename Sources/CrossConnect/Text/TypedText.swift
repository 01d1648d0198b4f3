/// A typed or pasted answer, read as it was meant.
///
/// Tickets, mails and consoles hand over more than the value: look-alike characters, invisible
/// ones, a label before it, a name in brackets after it. If exactly one value is left without
/// them, the answer is that value, and a note says what was taken. Otherwise the text stays as it is, and the
/// checks name the error.
public struct TypedText: Hashable, Sendable {
  /// How an answer is read.
  public enum Reading: Sendable {
    /// Words in any letters, without invisible characters.
    case words
    /// A code of ASCII characters, whose form `fits` tests.
    case code(fits: @Sendable (String) -> Bool)
    /// The text as it is: in a secret every character counts.
    case exact
  }

  /// What is meant, without the white space around it.
  public let value: String
  /// What was taken, left out and read as something else; `nil` if the value is what was typed.
  public let note: String?

  /// Reads what was typed.
  ///
  /// - Parameters:
  ///   - text: What was typed.
  ///   - reading: How it is read.
  ///   - keepsOthers: Whether a text that doesn't fit stays as typed: an answer picked from a list
  ///     is the API's own word.
  ///   - normalize: Turns other common spellings into the API's.
  public init(
    _ text: String, _ reading: Reading, keepsOthers: Bool = false,
    normalize: (String) -> String = { $0 }
  ) {
    switch reading {
    case .exact:
      value = Self.withoutLineEnds(text)
      note = nil
    case .words:
      let seen = LookAlikes(text.trimmed, inWords: true)
      value = normalize(seen.text.trimmed)
      note = Self.note(leftOut: seen.leftOut, remark: seen.remark)
    case .code(let fits):
      (value, note) = Self.code(text.trimmed, keepsOthers: keepsOthers, normalize, where: fits)
    }
  }

  /// A code as it is meant, and the note on it.
  private static func code(
    _ typed: String, keepsOthers: Bool, _ normalize: (String) -> String,
    where isMeant: (String) -> Bool
  ) -> (String, String?) {
    let normal = normalize(typed)
    guard !isMeant(normal) else {
      // A number in groups, as a cloud's console writes it, is no other number.
      let isSame = normal == typed || normal == typed.filter { $0 != "-" }
      return (normal, isSame ? nil : note(taken: normal))
    }
    func fits(_ text: String) -> Bool { isMeant(normalize(text)) }
    let seen = LookAlikes(typed)
    let plain = seen.text.trimmed
    if fits(plain) {
      let value = normalize(plain)
      let taken = value == plain ? nil : value
      return (value, note(taken: taken, leftOut: seen.leftOut, remark: seen.remark))
    }
    if keepsOthers || !LineOfValues(plain).hasSeveral(where: fits) {
      if let core = core(of: plain, depth: 4, where: fits) {
        let value = normalize(core.text)
        let leftOut = core.leftOut + seen.leftOut
        return (value, note(taken: value, leftOut: leftOut, remark: seen.remark))
      }
      if !keepsOthers, let part = LineOfValues(plain).only(where: fits) {
        let value = normalize(part)
        return (value, note(taken: value, leftOut: ["the rest of the line"], remark: seen.remark))
      }
    }
    guard !keepsOthers else { return (normal, nil) }
    return (normalize(plain), note(leftOut: seen.leftOut, remark: seen.remark))
  }

  /// The sentences about a reading; `nil` if there is nothing to say.
  ///
  /// - Parameters:
  ///   - taken: The value, if it looks different from what was typed.
  ///   - leftOut: What was left out, in words or in quotes.
  ///   - remark: A sentence on what was read as something else.
  /// - Returns: One note.
  package static func note(
    taken: String? = nil, leftOut: [String] = [], remark: String? = nil
  ) -> String? {
    let sentences = [
      taken.map { "Taken: \(DisplayText.visible($0))." },
      leftOut.isEmpty ? nil : "Left out: \(leftOut.joined(separator: ", ")).", remark,
    ].compactMap(\.self)
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// A text with look-alike characters read as ASCII, and without invisible ones.
  ///
  /// Filters and lines of addresses read pasted text with it.
  public static func plain(_ text: String) -> String { LookAlikes(text).text }

  /// A secret without the line ends and tabs around it.
  ///
  /// They come from copying a whole line, or a cell of a table. A blank may be meant, and stays.
  public static func withoutLineEnds(_ text: String) -> String {
    guard !text.allSatisfy(\.isWhitespace) else { return "" }
    var rest = text[...]
    while let first = rest.first, first.isNewline || first == "\t" { rest = rest.dropFirst() }
    while let last = rest.last, last.isNewline || last == "\t" { rest = rest.dropLast() }
    return String(rest)
  }
}

extension TypedText {
  typealias Core = (text: String, leftOut: [String])
  /// The most characters of a label or a remark around a value.
  private static let longestExtra = 60
  private static let pairs: [Character: (last: Character, name: String)] = [
    "\"": ("\"", "quotes"), "'": ("'", "quotes"), "`": ("`", "quotes"), "<": (">", "brackets"),
    "[": ("]", "brackets"), "(": (")", "brackets"),
  ]

  /// The part of a text that fits, and what was left out around it.
  static func core(of text: String, depth: Int, where fits: (String) -> Bool) -> Core? {
    guard depth > 0, text.utf8.count < 300, !text.isEmpty else { return nil }
    for (rest, leftOut) in peeled(text) where !rest.isEmpty {
      if fits(rest) { return (rest, [leftOut]) }
      if let core = core(of: rest, depth: depth - 1, where: fits) {
        return (core.text, [leftOut] + core.leftOut)
      }
    }
    return nil
  }

  /// What remains of a text without one thing that can stand around a value, for each such thing.
  private static func peeled(_ text: String) -> [(rest: String, leftOut: String)] {
    var rests: [(String, String)] = []
    if let first = text.first, let pair = pairs[first], text.last == pair.last, text.count > 2 {
      rests.append((text.dropFirst().dropLast().trimmed, "the \(pair.name) around it"))
    }
    if let last = text.last, ",;.".contains(last) {
      rests.append((text.dropLast().trimmed, quoted(String(last))))
    }
    if text.last == ")", let open = text.lastIndex(of: "("), open > text.startIndex,
      text[text.index(before: open)] == " "
    {
      rests.append((text[..<open].trimmed, quoted(String(text[open...]))))
      // An account's name with its ID in brackets.
      rests.append((text[open...].dropFirst().dropLast().trimmed, quoted(text[..<open].trimmed)))
    }
    if let end = text.firstIndex(where: { ":=".contains($0) }), isLabel(text[..<end]) {
      let label = String(text[...end])
      rests.append((text[text.index(after: end)...].trimmed, quoted(label)))
    }
    if let close = text.lastIndex(of: ")"), close != text.indices.last {
      rests.append((text[text.index(after: close)...].trimmed, quoted(String(text[...close]))))
    }
    let letters = text.prefix { $0.isASCII && ($0.isLetter || " #.".contains($0)) }
    if letters.first?.isLetter == true, letters.count < longestExtra {
      rests.append((text.dropFirst(letters.count).trimmed, quoted(letters.trimmed)))
    }
    // A text shorter than a UUID could be two answers side by side.
    let joined = text.filter { !$0.isWhitespace }
    if joined.count >= 36, joined.count < text.count {
      rests.append((joined, "the blanks in it"))
    }
    return rests
  }

  private static func isLabel(_ text: Substring) -> Bool {
    guard text.first?.isLetter == true, text.count < longestExtra else { return false }
    return text.allSatisfy { $0.isLetter || $0.isNumber || " _-/().#'".contains($0) }
  }

  /// A part that was left out, in quotes.
  package static func quoted(_ text: String) -> String {
    "\"\(TextLayout.truncated(DisplayText.visible(text), to: 30))\""
  }
}
