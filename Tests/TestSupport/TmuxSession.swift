/// A program in a real terminal: a private tmux server with one window and nothing of the user's.
public struct TmuxSession: Sendable {
  /// How many columns and rows a terminal has.
  public struct Size: Hashable, Sendable {
    /// The classic terminal: 80 by 24.
    public static let standard = Size(columns: 80, rows: 24)

    /// Columns.
    public var columns: Int
    /// Rows.
    public var rows: Int

    /// A terminal of `columns` by `rows`.
    public init(columns: Int, rows: Int) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// The home folder of the program, where its drafts and receipts are.
  public let home: TemporaryFolder

  private let socket: String
  private let environment: [String: String]

  /// Opens a terminal, runs a program in it, hands it to `body`, and ends both.
  ///
  /// The environment holds `PATH`, `HOME`, `LC_ALL`, `TZ`, `TERM`, tmux's own variables, and what
  /// is given here; nothing else. Only so many terminals are open at a time as the machine can
  /// serve; further ones wait for their turn.
  ///
  /// - Parameters:
  ///   - program: The path of the program.
  ///   - arguments: What follows its name.
  ///   - environment: Variables to set, or `nil` to leave one out.
  ///   - home: The home folder, where something is to be found in it; else a new, empty one.
  ///   - size: How large the terminal is.
  ///   - terminal: The terminal's type, as `TERM` names it.
  ///   - body: The test.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws, or why the terminal could not be opened.
  public static func run<Result>(
    _ program: String, _ arguments: [String] = [], environment: [String: String?] = [:],
    home: TemporaryFolder? = nil, size: Size = .standard, terminal: String = "tmux-256color",
    body: (TmuxSession) async throws -> Result
  ) async throws -> Result {
    await TerminalSlots.shared.enter()
    defer { Task { await TerminalSlots.shared.leave() } }
    return try await TemporaryFolder.make { folder in
      let session = TmuxSession(
        home: home ?? folder, socket: folder.path + "/tmux",
        environment: TestEnvironment.variables(
          home: (home ?? folder).path, changes: environment))
      // tmux hands a lone word to a shell.
      try await session.start(["env", program] + arguments, size: size, terminal: terminal)
      do {
        let result = try await body(session)
        await session.end()
        return result
      } catch {
        await session.end()
        throw error
      }
    }
  }

  private func start(_ command: [String], size: Size, terminal: String) async throws {
    // The options have to be there before the window is.
    try await tmux(
      ["-f", "/dev/null", "start-server"]
        + [";", "set-option", "-g", "status", "off"]
        + [";", "set-option", "-g", "remain-on-exit", "on"]
        + [";", "set-option", "-g", "remain-on-exit-format", ""]
        + [";", "set-option", "-g", "default-terminal", terminal]
        + [";", "set-option", "-s", "set-clipboard", "on"]
        + [";", "new-session", "-d", "-x", "\(size.columns)", "-y", "\(size.rows)", "--"]
        + command.map(Self.quoted))
  }

  /// Ends the server and with it the program; a cancelled test does so too.
  private func end() async {
    await Task { _ = try? await tmux(["kill-server"]) }.value
  }

  // MARK: Hands

  /// Presses keys, by tmux's names for them: `Tab`, `BTab`, `Enter`, `Escape`, `Up`, `C-g`, `x`.
  ///
  /// - Parameter keys: The keys in their order.
  /// - Throws: `Failed` if tmux does not do it.
  public func press(_ keys: String...) async throws {
    try await tmux(["send-keys", "--"] + keys.map(Self.quoted))
  }

  /// Types text as it is.
  ///
  /// - Parameter text: The characters to type.
  /// - Throws: `Failed` if tmux does not do it.
  public func type(_ text: String) async throws {
    try await tmux(["send-keys", "-l", "--", Self.quoted(text)])
  }

  /// Sends bytes as they are, such as an escape sequence.
  ///
  /// - Parameter bytes: What the terminal sends to the program.
  /// - Throws: `Failed` if tmux does not do it.
  public func send(_ bytes: [UInt8]) async throws {
    try await tmux(["send-keys", "-H", "--"] + bytes.map { String($0, radix: 16) })
  }

  /// Pastes text, in brackets if the program asked for them; line feeds become returns.
  ///
  /// - Parameter text: What is in the clipboard.
  /// - Throws: `Failed` if tmux does not do it.
  public func paste(_ text: String) async throws {
    try await tmux(
      ["set-buffer", "-b", "paste", "--", Self.quoted(text)]
        + [";", "paste-buffer", "-p", "-d", "-b", "paste"])
  }

  /// Gives the terminal another size.
  ///
  /// - Parameter size: The new size.
  /// - Throws: `Failed` if tmux does not do it.
  public func resize(to size: Size) async throws {
    try await tmux(["resize-window", "-x", "\(size.columns)", "-y", "\(size.rows)"])
  }

  /// Sends a signal to the program.
  ///
  /// - Parameter name: The signal's name as `kill` has it: `TERM`, `HUP`.
  /// - Throws: `Failed` if tmux or `kill` does not do it.
  public func signal(_ name: String) async throws {
    try await kill(processID(), with: name)
  }

  // MARK: Eyes

  /// The number of the program's process.
  ///
  /// - Returns: The number, as files under `/proc` are named.
  /// - Throws: `Failed` if tmux does not say.
  public func processID() async throws -> String {
    let output = try await tmux(["display-message", "-p", "#{pane_pid}"])
    return String(output.prefix { $0 != "\n" })
  }

  /// What the terminal shows now.
  ///
  /// - Returns: The screen, the cursor and whether the program still runs.
  /// - Throws: `Failed` if tmux does not say.
  public func screen() async throws -> Screen {
    let output = try await tmux(
      ["capture-pane", "-p", ";", "display-message", "-p", PaneReport.format])
    guard let report = PaneReport(captured: output) else {
      throw Failed(
        command: ["capture-pane"], result: FinishedProcess(status: 0, output: output, errors: ""))
    }
    if report.isDead, report.screen.exitStatus == nil {
      // tmux can miss the signal by which it learns of its child's end; another one makes it look.
      try await kill(report.server, with: "CHLD")
    }
    return report.screen
  }

  /// All that was printed on the main screen, also what has scrolled away.
  ///
  /// - Returns: The lines, without space at their ends.
  /// - Throws: `Failed` if tmux does not say.
  public func scrollback() async throws -> String {
    try await tmux(["capture-pane", "-p", "-S", "-"])
  }

  /// The screen with the escape sequences that draw its colours and attributes.
  ///
  /// - Returns: The rows as tmux would write them.
  /// - Throws: `Failed` if tmux does not say.
  public func styledText() async throws -> String {
    try await tmux(["capture-pane", "-p", "-e"])
  }

  /// What the program has put into the clipboard, or `nil` if it has not.
  public func clipboard() async -> String? {
    try? await tmux(["show-buffer"])
  }

  // MARK: tmux

  @discardableResult
  private func tmux(_ arguments: [String]) async throws -> String {
    let command = ["-S", socket] + arguments
    let result = try await FinishedProcess.run("tmux", command, environment: environment)
    guard result.status == 0 else { throw Failed(command: arguments, result: result) }
    return result.output
  }

  private func kill(_ process: String, with signal: String) async throws {
    // The shell's own: a small system has no program of that name.
    let result = try await FinishedProcess.run(
      "sh", ["-c", "kill -s \"$0\" \"$1\"", signal, process], environment: environment)
    guard result.status == 0 else { throw Failed(command: ["kill", signal], result: result) }
  }

  /// An argument that ends in `;` would end tmux's command.
  private static func quoted(_ argument: String) -> String {
    argument.hasSuffix(";") ? argument.dropLast() + "\\;" : argument
  }

  /// tmux, or a program beside it, did not do what it was told.
  public struct Failed: Error, CustomStringConvertible {
    let command: [String]
    let result: FinishedProcess

    /// The command and the answer.
    public var description: String {
      "\(command.joined(separator: " ")): status \(result.status)\n\(result.errors)\(result.output)"
    }
  }
}
