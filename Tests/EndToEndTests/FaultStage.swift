import CrossConnect
import FoundationEssentials
import SandboxServer
import TelnyxAPI
import TestSupport
import Testing

/// The wizard as a shell's command over a sandbox that misbehaves, with eyes for everything shown.
struct FaultStage: Sendable {
  static let bgpKey = "ssNOzjPPZuHlHWnFuCJ8Q7bC"
  static let key = Secret("KEY0123456789planted")

  let stage: Stage

  var terminal: TmuxSession { stage.terminal }
  var sandbox: Sandbox { stage.sandbox }

  /// What the shell runs: it says how the program ended, and whether the terminal is as it was.
  private static let script = """
    cd; stty -a > before; "$VXC" create --timeout "$LIMIT"; echo exit status $?
    stty -a > after; cmp before after && echo "modes are the same"; exec cat
    """

  /// Opens the wizard, fills in the form with a BGP key, and orders.
  ///
  /// - Parameters:
  ///   - scenario: How the sandbox misbehaves to the order.
  ///   - limit: Seconds until an answer must be there.
  ///   - body: What follows.
  /// - Throws: What `body` throws.
  static func order(
    _ scenario: String, limit: Int = 180, _ body: (FaultStage) async throws -> Void
  ) async throws {
    let sandbox = try await Sandbox.start(.init(key: key)) { .now }
    let variables = [
      "VXC": try BuiltProgram.path, "TELNYX_API_KEY": key.revealed,
      "TELNYX_BASE_URL": sandbox.baseURL.description, "LIMIT": "\(limit)",
    ]
    do {
      try await TmuxSession.run("sh", ["-c", script], environment: variables) { terminal in
        let stage = FaultStage(stage: Stage(terminal: terminal, sandbox: sandbox))
        try await stage.fillIn(name: scenario)
        try await stage.sees("\(bgpKey.count) characters")
        try await terminal.order()
        try await body(stage)
      }
    } catch {
      await sandbox.stop()
      throw error
    }
    await sandbox.stop()
  }

  private func fillIn(name: String) async throws {
    try await stage.nameIt(name)
    try await stage.chooseRegion("ashburn-va")
    try await stage.chooseAWS()
    try await stage.chooseBandwidth("50 Mbps")
    try await terminal.reach("AWS-side ASN")
    for label in ["AWS-side ASN", "Primary Telnyx IP", "Primary AWS IP"] {
      try await terminal.pass(label)
    }
    try await terminal.wait(forFocusOn: "Primary BGP key")
    try await terminal.type(Self.bgpKey)
    try await terminal.wait(for: "(24 characters)")
    try await stage.leaveCircuitsToTelnyx()
  }

  /// Waits for a text, and looks for what must not be on the screen with it.
  @discardableResult
  func sees(
    _ text: String, sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws -> Screen {
    let screen = try await terminal.wait(for: text, sourceLocation: location)
    #expect(leaks(in: screen.text) == [], sourceLocation: location)
    #expect(
      screen.rows.count == 24 && (!screen.isAlternate || screen.rows[0].hasPrefix("Telnyx VXC")),
      "the layout holds\n\(screen)", sourceLocation: location)
    return screen
  }

  /// Waits for the program's end, and looks at what it has left.
  func expectEnd(
    status: Int, sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    let screen = try await sees("modes are the same", sourceLocation: location)
    #expect(screen.contains("exit status \(status)"), "\(screen)", sourceLocation: location)
    #expect(!screen.isAlternate, sourceLocation: location)
    let written = terminal.home.files.compactMap { try? terminal.home.text(of: $0) }
    let left = try await terminal.scrollback() + written.joined()
    #expect(leaks(in: left) == [], sourceLocation: location)
    let clipboard = await terminal.clipboard()
    #expect(clipboard == nil, sourceLocation: location)
  }

  private func leaks(in text: String) -> [String] {
    [Self.bgpKey, Self.key.revealed].filter { text.contains($0) }
  }
}
