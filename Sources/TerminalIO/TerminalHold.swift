internal import CTerminal

/// A terminal in changed modes: however the process ends, it is given back.
@MainActor
public enum TerminalHold {
  /// Remembers the terminal's present modes, to restore them.
  public static func rememberModes() {
    ct_remember_modes()
  }

  /// Makes the end of the process give the terminal back.
  ///
  /// - Parameter text: The text to write before the modes are restored; only its beginning if it is
  ///   long.
  public static func begin(writing text: String) {
    ct_hold(text, text.utf8.count)
  }

  /// Makes the end of the process leave the terminal alone again.
  public static func end() {
    ct_let_go()
  }

  /// Whether the terminal collects lines, as for a shell.
  public static var collectsLines: Bool { ct_collects_lines() }
}
