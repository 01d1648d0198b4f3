internal import CNcurses
internal import TerminalIO

/// Takes the terminal and gives it back.
@MainActor
enum Modes {
  /// Takes the keyboard byte by byte, and asks the terminal to mark pastes.
  static func take() {
    // Every key arrives, also Ctrl-C and Ctrl-Z, and Ctrl-S stops nothing.
    raw()
    noecho()
    nonl()
    // Typing never delays an update.
    typeahead(-1)
    announce()
  }

  /// Asks the terminal to mark pastes, if it skips sequences that it doesn't know, as usual ones
  /// do.
  static func announce() {
    if usesStandardSequences { write("\u{1B}[?2004h") }
  }

  /// Gives the terminal back as `take` found it.
  static func giveBack() {
    write(farewell)
    endwin()
    write(below)
    TerminalHold.end()
  }

  /// Takes the terminal back from a shell.
  static func takeAgain() {
    if TerminalHold.collectsLines {
      TerminalHold.rememberModes()
      def_shell_mode()
    }
    hold()
    reset_prog_mode()
    announce()
  }

  /// Makes the death of the process give the terminal back, with the same text as `giveBack`.
  static func hold() {
    let last = cn_last_row().map(String.init(cString:)) ?? ""
    let usual = capability("sgr0") + capability("op") + last
    let bytes = farewell + usual + capability("rmcup") + capability("rmkx") + "\r" + below
    TerminalHold.begin(writing: withoutPadding(bytes))
  }

  /// Shows or hides the cursor.
  static func showCursor(_ isShown: Bool) {
    write(isShown ? cursorShown : cursorHidden)
  }

  /// Writes past ncurses, after everything it has written.
  static func write(_ text: String) {
    StandardStreams.write(text)
  }

  /// The text that undoes what ncurses didn't do.
  private static var farewell: String {
    (usesStandardSequences ? "\u{1B}[?2004l" : "") + cursorShown
  }

  /// The text after it: without a second screen, the shell goes on below what was drawn.
  private static var below: String {
    capability("rmcup").isEmpty ? "\n" : ""
  }

  private static var usesStandardSequences: Bool {
    capability("cup").hasPrefix("\u{1B}[")
  }

  /// It only shows the cursor: terminfo's `cnorm` would stop the person's blinking, too.
  private static var cursorShown: String {
    hidesStandardly ? "\u{1B}[?25h" : withoutPadding(capability("cnorm"))
  }

  private static var cursorHidden: String {
    hidesStandardly ? "\u{1B}[?25l" : withoutPadding(capability("civis"))
  }

  private static var hidesStandardly: Bool {
    capability("civis").hasPrefix("\u{1B}[?25l")
  }

  private static func capability(_ name: String) -> String {
    cn_capability(name).map(String.init(cString:)) ?? ""
  }

  /// `text` without terminfo's marks for delays, such as `$<5>`: they are not output.
  nonisolated static func withoutPadding(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
    var rest = text[...]
    var bare = ""
    while let start = rest.firstRange(of: "$<"),
      let end = rest[start.upperBound...].firstIndex(of: ">")
    {
      bare += rest[..<start.lowerBound]
      rest = rest[rest.index(after: end)...]
    }
    return bare + rest
  }
}
