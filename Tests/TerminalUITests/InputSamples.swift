import TerminalUI

/// What terminals send, gathered from xterm, rxvt, the Linux console, tmux, PuTTY and VT220.
extension InputDecoderTests {
  static let single: [Sample] = [
    Sample("a", .character("a")), Sample("~", .character("~")), Sample(" ", .character(" ")),
    Sample("é", .character("é")), Sample("日", .character("日")), Sample("😀", .character("😀")),
    Sample("ab", .character("a"), .character("b")),
    Sample("\r", .enter), Sample("\n", .enter), Sample("\t", .tab),
    Sample("\u{8}", .backspace), Sample("\u{7F}", .backspace),
    Sample("\u{1}", .control("a")), Sample("\u{3}", .control("c")), Sample("\u{4}", .control("d")),
    Sample("\u{11}", .control("q")), Sample("\u{13}", .control("s")),
    Sample("\u{1A}", .control("z")), Sample("\u{1B}", .escape),
  ]

  static let cursor: [Sample] = [
    Sample("\u{1B}[A", .up), Sample("\u{1B}[B", .down), Sample("\u{1B}[C", .right),
    Sample("\u{1B}[D", .left), Sample("\u{1B}OA", .up), Sample("\u{1B}OB", .down),
    Sample("\u{1B}OC", .right), Sample("\u{1B}OD", .left),
    // With Shift, Alt or Ctrl: xterm, an old xterm, rxvt.
    Sample("\u{1B}[1;5A", .up), Sample("\u{1B}[1;2B", .down), Sample("\u{1B}[1;3C", .right),
    Sample("\u{1B}O5D", .left), Sample("\u{1B}O1;5A", .up), Sample("\u{1B}[a", .up),
    Sample("\u{1B}Ob", .down), Sample("\u{1B}\u{1B}[A", .up), Sample("\u{1B}\u{1B}OB", .down),
    // Two in one read.
    Sample("\u{1B}[A\u{1B}[A", .up, .up), Sample("\u{1B}[Bx", .down, .character("x")),
  ]

  static let editing: [Sample] = [
    Sample("\u{1B}[H", .home), Sample("\u{1B}OH", .home), Sample("\u{1B}[1~", .home),
    Sample("\u{1B}[7~", .home), Sample("\u{1B}[1;5H", .home), Sample("\u{1B}[F", .end),
    Sample("\u{1B}OF", .end), Sample("\u{1B}[4~", .end), Sample("\u{1B}[8~", .end),
    Sample("\u{1B}[3~", .delete), Sample("\u{1B}[5~", .pageUp), Sample("\u{1B}[6~", .pageDown),
    Sample("\u{1B}[3;5~", .delete), Sample("\u{1B}[5;2~", .pageUp), Sample("\u{1B}[7^", .home),
    Sample("\u{1B}[8$", .end), Sample("\u{1B}[3@", .delete), Sample("\u{1B}[Z", .backTab),
    // The keypad in application mode.
    Sample("\u{1B}OM", .enter), Sample("\u{1B}OI", .tab), Sample("\u{1B}Op", .character("0")),
    Sample("\u{1B}Oy", .character("9")), Sample("\u{1B}On", .character(".")),
  ]

  static let pastes: [Sample] = [
    Sample(pasting: "123456789012", "123456789012"),
    Sample(pasting: "two\r\nlines\r", "two\r\nlines\r"),
    Sample(pasting: "\u{3}\u{1B}[A\u{1B}\u{0}é日", "\u{3}\u{1B}[A\u{1B}\u{0}é日"),
    Sample(pasting: "\u{1B}[201\u{1B}[20", "\u{1B}[201\u{1B}[20"),
    Sample(pasting: "\u{1B}[200~", "\u{1B}[200~"),
  ]

  static let swallowed: [Sample] = [
    // Focus, mouse reports, answers that nobody here asked for.
    Sample("\u{1B}[I"), Sample("\u{1B}[O"), Sample("\u{1B}[M !!"),
    Sample(bytes: [0x1B, 0x5B, 0x4D, 0x20, 0xF0, 0x1B]), Sample("\u{1B}[<0;10;20M"),
    Sample("\u{1B}[<0;10;20m"), Sample("\u{1B}[?1;2c"), Sample("\u{1B}[>41;354;0c"),
    Sample("\u{1B}[24;80R"), Sample("\u{1B}[0n"), Sample("\u{1B}[?2026;2$y"),
    Sample("\u{1B}[4;600;800t"), Sample("\u{1B}]11;rgb:0000/0000/0000\u{7}"),
    Sample("\u{1B}]52;c;aGVsbG8=\u{1B}\\"), Sample("\u{1B}P1$r0m\u{1B}\\"),
    Sample("\u{1B}_Gi=31;OK\u{1B}\\"), Sample("\u{1B}P>|XTerm(380)\u{1B}\\"),
    // Function keys, Insert, and keys in newer protocols.
    Sample("\u{1B}OP"), Sample("\u{1B}[11~"), Sample("\u{1B}[24;5~"), Sample("\u{1B}[[A"),
    Sample("\u{1B}[1;2P"), Sample("\u{1B}[2~"), Sample("\u{1B}[E"), Sample("\u{1B}[27;5;13~"),
    Sample("\u{1B}[97;5u"), Sample("\u{1B}[?1u"), Sample("\u{1B}[201~"),
    // With Alt.
    Sample("\u{1B}a"), Sample("\u{1B}\r"), Sample("\u{1B}\u{7F}"), Sample("\u{1B}é"),
    Sample("\u{1B}日"), Sample("\u{1B} "), Sample("\u{1B}("),
    // Ctrl-Space, Ctrl-\, and bytes that are no text: Latin 1, overlong, a surrogate, too high.
    Sample("\u{0}"), Sample("\u{1C}"), Sample("\u{85}"), Sample(bytes: [0xE9]),
    Sample(bytes: [0x80]), Sample(bytes: [0xC0, 0x80]), Sample(bytes: [0xE0, 0x80, 0x80]),
    Sample(bytes: [0xED, 0xA0, 0x80]), Sample(bytes: [0xF5, 0x80, 0x80, 0x80]),
    Sample(bytes: [0xF4, 0x90, 0x80, 0x80]), Sample("\u{2028}"),
  ]
}
