/// What a terminal sends to a text field that holds "ab", and the text that comes of it.
struct InputCase: Sendable {
  let name: String
  let bytes: [UInt8]
  let text: String

  init(_ name: String, _ bytes: String, _ text: String) {
    self.init(name, bytes: Array(bytes.utf8), text)
  }

  init(_ name: String, bytes: [UInt8], _ text: String) {
    self.name = name
    self.bytes = bytes
    self.text = text
  }

  /// Keys in all the forms in which terminals send them.
  static let keys = [
    InputCase("cursor keys", "\u{1B}[D\u{1B}[DX\u{1B}[CY", "XaYb"),
    InputCase("application cursor keys", "\u{1B}OD\u{1B}ODX\u{1B}OCY", "XaYb"),
    InputCase("with Ctrl, Alt and Shift", "\u{1B}[1;5DX\u{1B}[1;3D\u{1B}[1;2DY", "YaXb"),
    InputCase("Home and End of xterm", "\u{1B}[HX\u{1B}[FY\u{1B}OHZ\u{1B}OF.", "ZXabY."),
    InputCase("Home and End of others", "\u{1B}[1~X\u{1B}[4~Y\u{1B}[7~Z\u{1B}[8~.", "ZXabY."),
    InputCase("Backspace is 8 and 127", "cde\u{8}\u{7F}\u{8}c", "abc"),
    InputCase("Delete", "\u{1}\u{1B}[3~X", "Xb"),
    InputCase(
      "Alt with letters, Enter and Backspace", "\u{1B}b\u{1B}x\u{1B}\r\u{1B}\u{7F}c", "abc"),
    InputCase("function keys", "\u{1B}OP\u{1B}[15~\u{1B}[[A\u{1B}[24;5~\u{1B}[2~c", "abc"),
    InputCase("flow control", "\u{13}c\u{11}d", "abcd"),
    InputCase(
      "control keys without a meaning", "\u{0}\u{16}\u{19}\u{1C}\u{1D}\u{1E}\u{1F}c", "abc"),
    InputCase("UTF-8", "\u{E9}\u{6771}\u{1F600}.", "ab\u{E9}\u{6771}\u{1F600}."),
    InputCase("bytes that are no UTF-8", bytes: [0xE9, 0x20, 0x63, 0xFF, 0x80], "ab c"),
  ]

  /// What terminals send of their own accord, or as answers that nobody here asked for.
  static let reports = [
    InputCase("focus", "\u{1B}[I\u{1B}[Oc", "abc"),
    InputCase("colours", "\u{1B}]11;rgb:ffff/0/0\u{7}\u{1B}]10;rgb:0/0/0\u{1B}\\c", "abc"),
    InputCase("attributes", "\u{1B}[?64;1;22c\u{1B}[>41;354;0cc", "abc"),
    InputCase("version", "\u{1B}P>|XTerm(354)\u{1B}\\c", "abc"),
    InputCase("position and modes", "\u{1B}[24;80R\u{1B}[0n\u{1B}[?2026;2$yc", "abc"),
    InputCase("mouse of X10", bytes: [0x1B, 0x5B, 0x4D, 0x20, 0xC0, 0xA1, 0x63], "abc"),
    InputCase("mouse of SGR", "\u{1B}[<0;12;5M\u{1B}[<0;12;5mc", "abc"),
    InputCase("keys of newer protocols", "\u{1B}[97;5u\u{1B}[27;5;13~c", "abc"),
  ]

  /// Pastes with their marks: text without line ends, escapes and the space around it.
  static let pastes = [
    InputCase("lines", "\u{1B}[200~ one\r\ntwo\n\u{1B}[201~.", "abonetwo."),
    InputCase("tab and escape", "\u{1B}[200~o\tne\u{1B}[201~.", "abo ne."),
    InputCase("keys", "\u{1B}[200~\u{3}\u{1B}[Dx\u{1B}[201~.", "ab[Dx."),
    InputCase("an end within", "\u{1B}[200~a\u{1B}[201\u{1B}[20b\u{1B}[201~.", "aba[201[20b."),
  ]
}
