import TestSupport
import Testing

/// A size of the window.
struct SizeCase: MatrixEntry {
  let size: TmuxSession.Size
  let isUsual: Bool

  var testDescription: String { "\(size.columns)x\(size.rows)" }

  /// Whether the form is shown; below, one sentence.
  var showsForm: Bool { size.columns >= 60 && size.rows >= 16 }

  private init(_ columns: Int, _ rows: Int, isUsual: Bool = true) {
    size = .init(columns: columns, rows: rows)
    self.isUsual = isUsual
  }

  /// The usual ones, the least, phones' and split windows', none at all, and large ones.
  static let all = [
    SizeCase(80, 24), SizeCase(60, 16), SizeCase(59, 16, isUsual: false), SizeCase(40, 10),
    SizeCase(20, 5), SizeCase(1, 1), SizeCase(132, 43), SizeCase(300, 100),
  ]
}

extension TmuxSession {
  /// Waits until the program has drawn itself for a size.
  @discardableResult
  func expectRedrawn(
    to entry: SizeCase, sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws -> Screen {
    try await wait(until: "it is drawn for \(entry.size)", sourceLocation: location) { screen in
      guard screen.rows.count == entry.size.rows else { return false }
      let words = screen.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard entry.showsForm else {
        return entry.size.columns < 20 || words.hasSuffix("nothing is lost. ^C twice quits.")
      }
      // The rule over the foot goes from edge to edge, so that nothing of another size is left.
      return (screen.rows[0].hasPrefix("Telnyx VXC") || screen.rows[0].contains("DEMO"))
        && screen.rows.contains {
          $0.count == entry.size.columns && ($0.hasSuffix("\u{2500}") || $0.hasSuffix("--"))
        }
    }
  }

  /// Goes through all sizes, and back to where it was.
  ///
  /// - Throws: `TimedOut` with the screen if one isn't drawn, or the first is not drawn again.
  func resizeThroughAll(
    sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    let before = try await wait(until: "it is drawn", sourceLocation: location) {
      $0.rows.last?.contains("^C quit") == true || $0.rows.last?.contains("close") == true
    }
    for entry in Matrix.part(of: SizeCase.all) {
      try await resize(to: entry.size)
      try await expectRedrawn(to: entry, sourceLocation: location)
    }
    try await resize(to: .standard)
    try await wait(until: "it is as before", sourceLocation: location) {
      $0.rows == before.rows && ($0.cursor == before.cursor || !$0.cursor.isVisible)
    }
  }
}
