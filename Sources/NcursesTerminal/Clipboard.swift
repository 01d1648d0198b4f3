internal import CNcurses
internal import FoundationEssentials

/// Copies by OSC 52, which reaches the clipboard of the person's own terminal, also through ssh.
enum Clipboard {
  /// The sequence to write, wrapped so that tmux and screen pass it on.
  ///
  /// - SeeAlso: xterm, "Control Sequences", OSC 52; tmux, "passthrough".
  static func sequence(for text: String) -> String {
    let copy = "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}"
    if cn_environment("TMUX") != nil {
      // By its settings, tmux takes the first or passes the second on.
      return copy + "\u{1B}Ptmux;\u{1B}\(copy)\u{1B}\\"
    }
    let type = cn_environment("TERM").map { String(cString: $0) } ?? ""
    return type.hasPrefix("screen") ? "\u{1B}P\(copy)\u{1B}\\" : copy
  }
}
