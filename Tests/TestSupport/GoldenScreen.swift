public import FoundationEssentials
public import Testing

/// A screen as it should be, kept as `screenshots/NAME.txt`.
///
/// The same file is compared with the pure view's text and with the program in a terminal. With
/// `RECORD_SCREENS=1` in the environment the file is written anew, and the test still fails: a
/// picture counts only after somebody has looked at it.
public struct GoldenScreen: Sendable {
  /// The file's name, without its extension.
  public let name: String

  /// The golden screen called `name`.
  public init(_ name: String) {
    self.name = name
  }

  /// Where the screen is kept.
  public var file: URL { Repository.screenshots.appending(path: name + ".txt") }

  /// Whether this run writes golden screens instead of only comparing with them.
  public static var isRecording: Bool {
    ProcessInfo.processInfo.environment["RECORD_SCREENS"] == "1"
  }

  /// Says so if `text` is not the golden screen; in a recording run, writes it.
  ///
  /// - Parameters:
  ///   - text: The screen's rows; space at the ends of rows and empty rows at the end don't count.
  ///   - sourceLocation: Where the test expects it.
  public func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let actual = Self.normalized(text)
    if Self.isRecording {
      record(actual, sourceLocation: sourceLocation)
    } else if let difference = difference(from: actual) {
      Issue.record("\(difference)", sourceLocation: sourceLocation)
    }
  }

  /// What is wrong with `text`, or `nil` if it is the golden screen.
  ///
  /// - Parameter text: The screen's rows.
  /// - Returns: A difference in which `-` marks what should be there and `+` what is.
  public func difference(from text: String) -> String? {
    let actual = Self.normalized(text)
    guard let golden = try? String(contentsOf: file, encoding: .utf8) else {
      return "screenshots/\(name).txt is not there: RECORD_SCREENS=1 writes it.\n\(actual)"
    }
    return LineDifference(from: golden, to: actual).map { difference in
      "the screen is not screenshots/\(name).txt (-):\n\(difference)"
    }
  }

  /// The text as it is kept: no space at the ends of rows, no empty rows at the end, one newline,
  /// and an N for each count that every added entry changes.
  public static func normalized(_ text: String) -> String {
    var rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { row in
      var row = row
      while row.last == " " { row.removeLast() }
      return withoutCounts(row)
    }
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows.joined(separator: "\n") + "\n"
  }

  /// A row without the figures of how much is out of view and of how much a search finds; a row
  /// that is filled up stays as wide as it was.
  private static func withoutCounts(_ row: Substring) -> String {
    let row = row.replacing(/^ (\d+)( more (?:above|below) )([─-]+)$/) { match in
      let (_, count, words, rule) = match.output
      return " N\(words)\(rule)" + String(repeating: rule.first ?? "-", count: count.count - 1)
    }
    return String(row.replacing(/\(\d+ entr(?:y|ies)\)/, with: "(N entries)"))
  }

  private func record(_ text: String, sourceLocation: SourceLocation) {
    do {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record(
        "wrote screenshots/\(name).txt; look at it, then run without RECORD_SCREENS\n\(text)",
        sourceLocation: sourceLocation)
    } catch {
      Issue.record(error, "screenshots/\(name).txt", sourceLocation: sourceLocation)
    }
  }
}
