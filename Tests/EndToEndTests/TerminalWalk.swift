import CrossConnect
import Flows
import FoundationEssentials
import SandboxServer
import TelnyxAPI
import TestSupport
import Testing

/// Someone at random before the built program in a terminal: keys, pastes, sizes and signals.
final class TerminalWalk {
  /// Runs the program again and again, continues it when it has stopped, and notes how it ended.
  static let script = """
    cd; set -m; stty -g > before
    while [ ! -e over ]; do
      sh -c 'echo $$ > pid; exec "$VXC" create --timeout 4'; status=$?
      while [ $status -gt 145 ] && [ $status -lt 151 ]; do fg > /dev/null; status=$?; done
      echo $status >> statuses
      stty -g | cmp -s - before || echo $status >> differs
    done
    echo the walk is over; exec cat
    """

  let terminal: TmuxSession
  private(set) var steps = 0
  /// Inputs that may have pressed a button that orders.
  private(set) var createPresses = 0
  private(set) var againPresses = 0
  private(set) var stops = 0
  private(set) var slowestAnswer = Duration.zero
  private var random: SeededGenerator
  private var size = TmuxSession.Size.standard

  init(_ terminal: TmuxSession, seed: UInt64) {
    self.terminal = terminal
    random = SeededGenerator(seed: seed)
  }

  /// Lets something random happen, and waits until the program shows that it is there.
  ///
  /// - Returns: What happened, in words.
  /// - Throws: `TimedOut` with the screen if it shows nothing.
  func step() async throws -> String {
    let screen = try await restingScreen()
    steps += 1
    let event: String
    switch Int.random(in: 0..<100, using: &random) {
    case ..<70: event = try await goOn(from: screen)
    case ..<80: event = try await press(pick(Self.keys), on: screen)
    case ..<85: event = try await type(pick(Self.texts), on: screen)
    case ..<88:
      let text = pick(Self.texts)
      event = "pastes \(text)"
      try await terminal.paste(text)
    case ..<93: event = try await resize()
    case ..<97: event = try await stop(on: screen)
    case ..<99: event = try await signal(pick(["WINCH", "CONT", "WINCH"]))
    default: event = try await signal(pick(["TERM", "HUP", "INT"]))
    }
    let start = ContinuousClock.now
    try await terminal.wait(until: "the program is there after \(event)") { screen in
      // Beside the screen there are the shell between two runs, and what was printed plainly.
      !screen.isAlternate || screen.rows.first?.hasPrefix("Telnyx VXC") == true
        || screen.contains("Make the")
    }
    slowestAnswer = max(slowestAnswer, start.duration(to: .now))
    return event
  }

  /// Ends the program and the script.
  ///
  /// - Returns: The exit statuses of all runs.
  /// - Throws: `TimedOut` with the screen if they don't end.
  func end() async throws -> [String] {
    try Data().write(to: URL(filePath: terminal.home.path + "/over"))
    _ = try await signal("TERM")
    try await terminal.wait(for: "the walk is over")
    return try terminal.home.text(of: "statuses").split(separator: "\n").map(String.init)
  }

  /// Whether the terminal's modes were ever different after a run.
  var modesDiffered: Bool { terminal.home.files.contains("differs") }
}

// MARK: - Events

extension TerminalWalk {
  /// Does what leads on from a screen.
  private func goOn(from screen: Screen) async throws -> String {
    guard screen.isAlternate else { return try await press("Enter", on: screen) }
    if screen.contains(">[ Create VXC ]") || screen.contains(">[ Create again ]") {
      // Keys are ignored until then.
      try await Task.sleep(for: .milliseconds(350))
      return try await press("Enter", on: screen)
    }
    if screen.contains(">[ Next ]") || screen.contains(">[ Look now ]") || screen.contains("  > 1.")
      || screen.contains(">[ Resume ]") || screen.contains("type to filter")
      || screen.contains("1 choice")
    {
      return try await press("Enter", on: screen)
    }
    if screen.rows[0].hasPrefix("Telnyx VXC  new") == false, chance(of: 4) {
      // An order has come to its end: the next one.
      return try await press(screen.contains("q leave") ? "q" : "C-c", on: screen)
    }
    for (label, answers) in Self.answers where screen.hasFocus(on: label) {
      try await terminal.press("C-u")
      let event = try await type(pick(answers), on: screen)
      try await terminal.press("Enter")
      return event
    }
    return try await press(screen.contains("Error: ") && chance(of: 2) ? "C-u" : "Tab", on: screen)
  }

  private func press(_ key: String, on screen: Screen) async throws -> String {
    if key == "Enter" || key == "Space" { count(screen) }
    try await terminal.press(key)
    return "presses \(key)"
  }

  private func type(_ text: String, on screen: Screen) async throws -> String {
    if text.contains(" ") { count(screen) }
    try await terminal.type(text)
    return "types \(text)"
  }

  private func count(_ screen: Screen) {
    if screen.contains(">[ Create VXC ]") { createPresses += 1 }
    if screen.contains(">[ Create again ]") { againPresses += 1 }
  }

  private func resize() async throws -> String {
    size =
      Bool.random(using: &random)
      ? .standard
      : .init(
        columns: .random(in: 10...150, using: &random), rows: .random(in: 3...50, using: &random))
    try await terminal.resize(to: size)
    return "resizes to \(size.columns)x\(size.rows)"
  }

  /// Stops the program by a signal or its key, with a new size while it is stopped; the script
  /// continues it.
  private func stop(on screen: Screen) async throws -> String {
    stops += 1
    let event =
      Bool.random(using: &random) ? try await signal("TSTP") : try await press("C-z", on: screen)
    return "\(event), " + (try await resize())
  }

  private func signal(_ name: String) async throws -> String {
    let process = try terminal.home.text(of: "pid").filter(\.isNumber)
    // Between two runs there is nobody to get it.
    _ = try await FinishedProcess.run(
      "sh", ["-c", "kill -s \(name) \(process)"], environment: [:])
    return "gets \(name)"
  }

  /// The screen, once it stays as it is for a moment: what an input means depends on it.
  private func restingScreen() async throws -> Screen {
    var last = try await terminal.screen()
    for _ in 0..<20 {
      try await Task.sleep(for: .milliseconds(15))
      let next = try await terminal.screen()
      if next == last { return next }
      last = next
    }
    return last
  }

  private func chance(of count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

  private func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &random)]
  }

  private static let names = Scenario.all.filter(\.isMagicName).map(\.name) + ["works", "名前"]

  private static let answers = [
    ("VXC name", names), ("AWS account ID", ["123456789012", "1234"]),
    ("Service key", [Draft.sampleUUID]), ("Pairing key", [Draft.sampleUUID + "/us-east4/1"]),
    ("Telnyx API key", ["KEY-SANDBOX"]), ("New network's name", ["walked"]),
  ]

  private static let keys = [
    "Enter", "Tab", "BTab", "Escape", "Up", "Down", "Left", "Right", "Home", "End", "PageUp",
    "PageDown", "BSpace", "DC", "Space", "C-a", "C-d", "C-e", "C-g", "C-k", "C-l", "C-n", "C-p",
    "C-r", "C-t", "C-u", "C-w", "C-z", "C-c", "1", "5", "r", "q", "p", "w", "s", "t", "c", "?", "/",
    "F1", "M-x",
  ]

  private static let texts =
    names + [
      "aws", "50", "e\u{301}漢字", "a b c", "169.254.0.1", String(repeating: "long ", count: 60),
    ]
}
