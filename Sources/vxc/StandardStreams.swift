internal import Glibc
internal import NcursesTerminal

/// What the program's standard input and output are.
enum StandardStreams {
  /// Whether both are a terminal.
  static var areTerminal: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Which of them is none, as a sentence.
  static var complaint: String {
    switch (isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1) {
    case (false, false): "Standard input and output are not a terminal."
    case (false, true): "Standard input is not a terminal."
    default: "Standard output is not a terminal."
    }
  }

  /// Whether the person's character set is UTF-8.
  @MainActor static var showUTF8: Bool { NcursesTerminal.localeIsUTF8 }
}
