/// What a terminal shows at one moment.
public struct Screen: Hashable, Sendable, CustomStringConvertible {
  /// The rows from the top, without space at their ends; as many as the terminal has.
  public var rows: [String]
  /// Where the cursor stands.
  public var cursor: Cursor
  /// Whether the program has switched to the alternate screen.
  public var isAlternate: Bool
  /// How the program ended, as a shell has it, or `nil` while it runs.
  public var exitStatus: Int32?

  /// A place on the screen, from 0.
  public struct Cursor: Hashable, Sendable {
    /// The column from the left.
    public var column: Int
    /// The row from the top.
    public var row: Int
    /// Whether the cursor is shown.
    public var isVisible: Bool

    /// A cursor in `column` of `row`.
    public init(column: Int, row: Int, isVisible: Bool = true) {
      self.column = column
      self.row = row
      self.isVisible = isVisible
    }
  }

  /// The rows as one text.
  public var text: String { rows.joined(separator: "\n") }

  /// The screen between two rules, so that its size can be seen.
  public var description: String {
    let rule = String(repeating: "=", count: 80)
    let state = exitStatus.map { "ended with status \($0)" } ?? "running"
    let place = "cursor \(cursor.column),\(cursor.row)\(cursor.isVisible ? "" : " hidden")"
    return "\(rule)\n\(text)\n\(rule)\n\(state), \(place)"
  }

  /// Whether `text` can be read anywhere on one row.
  public func contains(_ text: String) -> Bool {
    rows.contains { $0.contains(text) }
  }
}
