internal import CTerminal

/// The terminal in other modes than it was found in: however the process ends, it is given back.
@MainActor
public enum TerminalHold {
  /// Remembers the terminal's modes as those to give back.
  public static func rememberModes() {
    ct_remember_modes()
  }

  /// Leaves word that the terminal is to be given back if the process ends.
  ///
  /// - Parameter text: What is written then, before the modes are set; of a long text only the beginning.
  public static func begin(writing text: String) {
    ct_hold(text, text.utf8.count)
  }

  /// Takes the word back: the terminal has its modes, or is somebody else's.
  public static func end() {
    ct_let_go()
  }

  /// Whether the terminal collects lines, as it does for a shell.
  public static var collectsLines: Bool { ct_collects_lines() }
}
