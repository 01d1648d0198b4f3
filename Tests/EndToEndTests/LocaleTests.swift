import CrossConnect
import FoundationEssentials
import SandboxServer
import TelnyxAPI
import TestSupport
import Testing

/// The program in locales of every kind: names in any script are shown as far as they can be, and
/// never break a row.
@Suite struct LocaleTests {
  /// What is typed, and how it is shown with and without letters beyond ASCII.
  private static let names = [
    ("caf\u{E9} Zu\u{308}rich", "caf\u{E9} Zu\u{308}rich", "caf? Zurich"),
    ("\u{6771}\u{4EAC}-\u{672C}", "\u{6771}\u{4EAC}-\u{672C}", "????-??"),
    ("\u{634}\u{628}\u{643}\u{629}", "\u{634}\u{628}\u{643}\u{629}", "????"),
    ("\u{1F469}\u{200D}\u{1F4BB}\u{1F44D}\u{1F3FD}|", "\u{1F469}\u{1F4BB}\u{1F44D}|", "??????|"),
  ]

  @Test(arguments: Matrix.part(of: LocaleCase.all))
  func `names in any script are shown as far as they can be`(locale: LocaleCase) async throws {
    try await ShellRun.open(try ShellRun.demo(locale.variables)) { terminal in
      try await terminal.expectRows(of: locale)
      try await terminal.press("Enter")
      for (typed, unicode, ascii) in Self.names {
        try await terminal.wait(forFocusOn: "VXC name")
        try await terminal.press("C-u")
        try await terminal.type(typed)
        let shown = locale.showsUnicode ? unicode : ascii
        let screen = try await terminal.wait(until: "\(shown) is the name") {
          $0.hasName(shown) && $0.cursor.column == 27 + TextLayout.width(of: shown)
        }
        #expect(screen.rows.count == 24)
      }
      try await terminal.press("C-c", "C-c")
    }
    Matrix.note("locale", locale.testDescription, locale.showsUnicode ? "Unicode" : "ASCII")
  }

  @Test func `names from the API take the same columns in every locale`() async throws {
    var tables: [[Int]] = []
    for locale in ["C", "C.UTF-8"] {
      let sandbox = try await Sandbox.start(.init(scenario: Scenario(named: "hostile"))) { .now }
      let environment = [
        "TELNYX_API_KEY": sandbox.key.revealed,
        "TELNYX_BASE_URL": sandbox.baseURL.description,
      ]
      try await TmuxSession.run(
        "env", ["LC_ALL=\(locale)", BuiltProgram.path], environment: environment,
        size: .init(columns: 150, rows: 60)
      ) { terminal in
        try await terminal.wait(for: "18b3d5f4-9e07-4c2a-8c61-e47a90d2b35f")
        try await terminal.press("Enter", "Enter", "Enter")
        let screen = try await terminal.wait(until: "regions are listed") {
          $0.rows.compactMap(Self.columnOfArea).count > 20
        }
        tables.append(screen.rows.compactMap(Self.columnOfArea))
      }
      await sandbox.stop()
    }
    #expect(Set(tables[0]).count == 1, "one column in all rows: \(tables[0])")
    #expect(tables[0] == tables[1])
  }

  /// The second byte of U+045B is a control in other character sets: it begins a sequence.
  @Test func `what is printed is reduced to what the character set can show`() async throws {
    try await Stage.open(environment: ["LC_ALL": "C"], inShell: true) { stage in
      let terminal = stage.terminal
      try await stage.fillInAWS(name: "\u{45B}31m")
      try await terminal.order()
      try await terminal.wait(for: "created, not active yet")
      try await terminal.press("p", until: "Enter comes back to vxc.")
      let printed = try await terminal.scrollback()
      #expect(printed.contains(" ?31m"), "\(printed)")
      try await terminal.press("Enter")
      try await terminal.wait(until: "it is back") { $0.isAlternate }
      try await terminal.pressLeave()
      try await terminal.wait(for: "exit status 0")
      let all = try await terminal.scrollback()
      #expect(all.contains(" ?31m"))
      #expect(!all.contains("\u{45B}"))
    }
  }

  /// The column in which a row of the list of regions says where in the world it is.
  private static func columnOfArea(in row: String) -> Int? {
    guard row.hasPrefix("        "),
      let area = ["AMER", "EMEA", "APAC"].compactMap({ row.firstRange(of: "  \($0) ") }).first
    else { return nil }
    return TextLayout.width(of: String(row[..<area.lowerBound]))
  }
}
