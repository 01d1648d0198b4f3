/// What tmux says about a pane in one answer.
struct PaneReport {
  /// What a format has to ask for.
  static let format = [
    "pane_dead", "pane_dead_status", "pane_dead_signal", "cursor_x", "cursor_y", "cursor_flag",
    "alternate_on", "pid",
  ].map { "#{\($0)}" }.joined(separator: ",")

  /// What the pane shows.
  let screen: Screen

  /// Whether the pane's terminal is closed.
  let isDead: Bool

  /// The process identifier of the tmux server.
  let server: String

  /// Reads the rows of a capture, followed by one line of facts about the pane.
  ///
  /// - Parameter captured: What tmux printed for `capture-pane` and `display-message`.
  init?(captured: String) {
    var lines = captured.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard let facts = lines.popLast()?.split(separator: ",", omittingEmptySubsequences: false),
      facts.count == 8, let column = Int(facts[3]), let row = Int(facts[4])
    else { return nil }
    isDead = facts[0] == "1"
    server = String(facts[7])
    screen = Screen(
      rows: lines.map(String.init),
      cursor: Screen.Cursor(column: column, row: row, isVisible: facts[5] == "1"),
      isAlternate: facts[6] == "1",
      // The status can be known before the last output is read.
      exitStatus: isDead ? Int32(facts[1]) ?? Int32(facts[2]).map { 128 + $0 } : nil)
  }
}
