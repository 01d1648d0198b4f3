import TestSupport
import Testing

/// A value of `TERM`, and how the program is to take it.
struct TerminalCase: MatrixEntry {
  enum Look: Hashable, Sendable {
    /// The screen; `nil` for a type that is known, else the one it is treated as.
    case screen(treatedAs: String?)
    /// Line by line, after these words.
    case plain(String)
  }

  /// The value, or `nil` for none.
  let type: String?
  let look: Look
  let isUsual: Bool

  var testDescription: String { type.map { $0.isEmpty ? "empty" : $0 } ?? "unset" }

  init(_ type: String?, _ look: Look = .screen(treatedAs: nil), isUsual: Bool = false) {
    self.type = type
    self.look = look
    self.isUsual = isUsual
  }

  /// The types of issue trackers and jump hosts: known ones, those that come with a terminal and are
  /// not known elsewhere, and none.
  static let all = [
    TerminalCase("xterm-256color", isUsual: true), TerminalCase("xterm"),
    TerminalCase("xterm-mono"), TerminalCase("screen"), TerminalCase("screen-256color"),
    TerminalCase("tmux-256color"), TerminalCase("linux", isUsual: true),
    TerminalCase("vt100", isUsual: true), TerminalCase("vt220"), TerminalCase("rxvt-unicode"),
    TerminalCase("alacritty", .screen(treatedAs: "xterm")),
    TerminalCase("xterm-kitty", .screen(treatedAs: "xterm")),
    TerminalCase("xterm-ghostty", .screen(treatedAs: "xterm"), isUsual: true),
    TerminalCase("nonsense", .screen(treatedAs: "xterm")),
    TerminalCase("dumb", .plain("A terminal of the type \"dumb\" can't place text on its screen.")),
    TerminalCase(nil, .plain("TERM is not set"), isUsual: true),
    TerminalCase("", .plain("TERM is not set")),
  ]
}

/// What a person first does anywhere, each step seen on the screen.
extension TmuxSession {
  /// Picks a network, types a name in letters from anywhere, makes a mistake, and quits.
  func beginAndQuit() async throws {
    try await wait(for: "    >   prod-core")
    try await press("Down")
    try await wait(for: "    >   prod-edge")
    try await enterName()
    try await press("Enter", "Enter")
    try await wait(for: "[2 Region]")
    try await press("Tab", "Enter")
    try await wait(for: "1. Choose a Telnyx region.")
    try await press("C-c")
    try await wait(for: "Leave vxc?")
    try await press("C-c")
  }

  /// Takes the marked network and types a name with the usual keys.
  private func enterName() async throws {
    try await press("Enter")
    try await wait(forFocusOn: "VXC name")
    try await type("xame")
    try await press("Home", "DC", "n", "End", "1", "BSpace")
    let screen = try await wait(for: "VXC name               name")
    #expect(screen.hasName("name"), "\(screen)")
    #expect(screen.cursor.column == 31)
  }

  /// The same line by line.
  func beginAndQuitPlainly(saying words: String) async throws {
    try await wait(forPrompt: "Number, Enter for 1 (prod-core)")
    let start = try await scrollback()
    #expect(start.contains(words))
    try await type("99")
    try await press("Enter")
    try await wait(for: "Error: enter a number from 1 to")
    try await pressLeave()
    try await press("Enter")
  }
}

extension Screen {
  /// Whether the cross connect has this name, and nothing else stands beside it.
  func hasName(_ name: String) -> Bool {
    rows.contains { $0.hasSuffix("VXC name               \(name)") }
  }
}
