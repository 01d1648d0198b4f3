internal import Glibc

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
  static var showUTF8: Bool {
    // Only the character set: formats of numbers and dates stay those of the C locale.
    setlocale(LC_CTYPE, "")
    return nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } == "UTF-8"
  }
}
