internal import CNcurses
internal import FoundationEssentials

/// Copies by OSC 52, which reaches the clipboard of the terminal the person sits at, through ssh too.
enum Clipboard {
  /// What to write, wrapped so that tmux and screen hand it on.
  ///
  /// - SeeAlso: xterm, "Control Sequences", OSC 52; tmux, "passthrough".
  static func sequence(for text: String) -> String {
    let copy = "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}"
    if cn_environment("TMUX") != nil {
      // tmux takes the one or hands the other on, as it is set up.
      return copy + "\u{1B}Ptmux;\u{1B}\(copy)\u{1B}\\"
    }
    let type = cn_environment("TERM").map { String(cString: $0) } ?? ""
    return type.hasPrefix("screen") ? "\u{1B}P\(copy)\u{1B}\\" : copy
  }
}
