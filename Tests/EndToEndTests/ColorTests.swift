import TestSupport
import Testing

/// When the program uses colours, where the terminal has them.
@Suite struct ColorTests {
  @Test(
    arguments: [
      ([], [:], true),
      ([], ["NO_COLOR": "1"], false),
      ([], ["NO_COLOR": ""], true),
      ([], ["CLICOLOR": "0"], false),
      (["--color", "never"], ["CLICOLOR": "1"], false),
      (["--color", "always"], ["NO_COLOR": "1", "CLICOLOR": "0"], true),
    ] as [([String], [String: String], Bool)])
  func `an error is red where colours are wanted, and bold in any case`(
    options: [String], environment: [String: String], isColored: Bool
  ) async throws {
    try await TmuxSession.run(
      try BuiltProgram.path, ["demo"] + options, environment: environment
    ) { terminal in
      try await terminal.wait(for: "6 choices")
      try await terminal.press("Tab", "Tab", "Tab", "NPage")
      try await terminal.wait(for: "There is a problem")
      let styled = try await terminal.styledText()
      let line = styled.split(separator: "\n").first { $0.contains("There is a problem") } ?? ""
      #expect(line.contains("\u{1B}[31m") == isColored)
      #expect(line.contains("\u{1B}[1m"))
      #expect(styled.contains(/\u{1B}\[(3|4|9)[0-7]m/) == isColored)
    }
  }
}
