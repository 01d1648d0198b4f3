/// The rows and columns of each part, for a size of the window.
struct Layout: Hashable, Sendable {
  let size: Size
  /// Whether there is something to show beside the form.
  let hasPanel: Bool
  /// The rows of the help for the focused control, if there is room.
  let helpRows: Int

  /// The smallest window that the form is drawn in.
  static let smallest = Size(rows: 16, columns: 60)

  /// Whether the form can't be drawn.
  static func isTooSmall(_ size: Size) -> Bool {
    size.rows < smallest.rows || size.columns < smallest.columns
  }

  /// Whether there is room for the help rows.
  var showsHelp: Bool { helpRows > 0 && size.rows >= 24 && size.columns >= 80 }

  /// Whether the order so far stands beside the form.
  var showsPanel: Bool { hasPanel && size.columns >= 110 }

  /// Whether the panel has room for the order in words, with its price; otherwise it has the
  /// request.
  var showsSummary: Bool { showsPanel && size.columns >= 150 }

  /// The columns of the form.
  var formColumns: Int { showsPanel ? size.columns - panelColumns : size.columns }

  /// From 120 columns on, a UUID fits the panel, and the form's lists keep their room.
  private var panelColumns: Int {
    showsSummary ? size.columns - 90 : max(40, min(60, size.columns - 76))
  }

  /// The first column of the panel.
  var panelColumn: Int { formColumns + 1 }

  /// The rows of the form: between the rule under the trail and the one over the help.
  var form: Range<Int> {
    let bottom = size.rows - 3 - (showsHelp ? helpRows : 0)
    return 3..<max(4, bottom)
  }

  /// The rows of the help for the focused control.
  var help: Range<Int> {
    size.rows - 2 - (showsHelp ? helpRows : 0)..<size.rows - 2
  }

  var statusRow: Int { size.rows - 2 }
  var keysRow: Int { size.rows - 1 }
}
