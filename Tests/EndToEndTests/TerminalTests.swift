import TestSupport
import Testing

/// The program on terminals of every type: it starts, is usable, and leaves them as they were.
@Suite struct TerminalTests {
  @Test(arguments: Matrix.part(of: TerminalCase.all))
  func `it starts, is usable, and gives the terminal back`(terminal entry: TerminalCase)
    async throws
  {
    try await ShellRun.open(try ShellRun.demo(["TERM": entry.type])) { terminal in
      switch entry.look {
      case .screen(let substitute):
        try await expectNotice(of: terminal, substitute: substitute)
        try await terminal.beginAndQuit()
      case .plain(let words):
        try await terminal.beginAndQuitPlainly(saying: words)
      }
    }
    Matrix.note("terminal", entry.testDescription, "\(entry.look)", "usable, given back")
  }

  @Test(
    .enabled(if: Matrix.isWhole), arguments: TerminalCase.all.filter { $0.look.isScreen },
    LocaleCase.all)
  func `every type is usable in every locale and every size`(
    entry: TerminalCase, locale: LocaleCase
  ) async throws {
    let variables = locale.variables.merging(["TERM": entry.type]) { $1 }
    try await ShellRun.open(try ShellRun.demo(variables)) { terminal in
      for size in SizeCase.all {
        try await terminal.resize(to: size.size)
        try await terminal.expectRedrawn(to: size)
      }
      try await terminal.resize(to: .standard)
      try await terminal.expectRedrawn(to: SizeCase.all[0])
      try await terminal.expectRows(of: locale)
      try await terminal.beginAndQuit()
    }
    Matrix.note("terminal x locale x sizes", entry.testDescription, locale.testDescription, "good")
  }

  /// A type that isn't known here is named, with what it is treated as.
  private func expectNotice(of terminal: TmuxSession, substitute: String?) async throws {
    let screen = try await terminal.wait(for: "disaster-recovery")
    #expect(screen.contains("treated as") == (substitute != nil), "\(screen)")
    if let substitute { #expect(screen.contains("treated as \(substitute).")) }
  }
}

extension TerminalCase.Look {
  var isScreen: Bool {
    if case .screen = self { true } else { false }
  }
}
