import TestSupport
import Testing

/// The program as the command of a shell, which looks at what it gets back.
enum ShellRun {
  /// Runs a command, says how it ended and whether the terminal's modes are as before, and shows
  /// what is typed then.
  private static let script = """
    cd; stty -g > before; "$@"; echo "status $?"
    stty -g | cmp - before && echo "modes are the same"; exec cat -v
    """

  /// Opens a terminal, runs a command under a shell in it, and looks at the terminal at the end.
  ///
  /// - Parameters:
  ///   - command: The command, such as `env TERM=vt100 vxc demo`.
  ///   - size: How large the terminal is.
  ///   - status: The exit status to expect at the end; `body` makes the program end.
  ///   - location: Where the test is.
  ///   - body: The test.
  /// - Throws: What `body` throws.
  static func open(
    _ command: [String], size: TmuxSession.Size = .standard, status: Int = 130,
    sourceLocation location: SourceLocation = #_sourceLocation,
    body: (TmuxSession) async throws -> Void
  ) async throws {
    try await TmuxSession.run(
      "sh", ["-c", script, "sh"] + command, size: size
    ) { terminal in
      try await body(terminal)
      try await expectEnd(of: terminal, status: status, sourceLocation: location)
    }
  }

  /// The command that runs the demo with changes to what tmux has in its environment.
  ///
  /// - Parameter changes: Variables to set, or `nil` to leave one out.
  /// - Returns: The command and its arguments.
  /// - Throws: An error if the program isn't built.
  static func demo(_ changes: [String: String?] = [:]) throws -> [String] {
    let removed = changes.filter { $0.value == nil }.keys.sorted().flatMap { ["-u", $0] }
    let set = changes.compactMap { name, value in value.map { "\(name)=\($0)" } }.sorted()
    return ["env"] + removed + set + [try BuiltProgram.path, "demo"]
  }

  private static func expectEnd(
    of terminal: TmuxSession, status: Int, sourceLocation location: SourceLocation
  ) async throws {
    let screen = try await terminal.wait(
      for: "modes are the same", sourceLocation: location)
    #expect(screen.contains("status \(status)"), "\(screen)", sourceLocation: location)
    #expect(!screen.isAlternate && screen.cursor.isVisible, sourceLocation: location)
    try await terminal.paste("pasted")
    let pasted = try await terminal.wait(for: "pasted", sourceLocation: location)
    #expect(!pasted.contains("200~"), "pastes are still marked", sourceLocation: location)
  }
}
