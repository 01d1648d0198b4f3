import TestSupport
import Testing

/// A signal that ends a program at once, unless it does something about it.
struct EndingSignal: Sendable {
  /// Its name, as `kill -l` has it.
  let name: String
  /// Its number on Linux.
  let number: Int
  /// What a shell says of a program that it has ended.
  var status: Int { 128 + number }

  /// All of them that are not a request which the program answers; of the real-time ones the ends.
  static let all = [
    ("QUIT", 3), ("ILL", 4), ("TRAP", 5), ("ABRT", 6), ("BUS", 7), ("FPE", 8), ("USR1", 10),
    ("SEGV", 11), ("USR2", 12), ("ALRM", 14), ("STKFLT", 16), ("XCPU", 24), ("VTALRM", 26),
    ("PROF", 27), ("IO", 29), ("PWR", 30), ("SYS", 31), ("RTMIN", 34), ("RTMAX", 64),
  ].map { EndingSignal(name: $0, number: $1) }
}

/// Whatever signal ends the program, the shell has its terminal back, and hears which one it was.
@Suite struct EndingSignalTests {
  /// Runs the program once for each signal, and says how it ended and what it left.
  private static let script = """
    cd; stty -g > before
    for name in $NAMES; do
      sh -c 'echo $$ > pid; exec "$VXC" $WORD' 2> /dev/null; status=$?; clear
      stty -g | cmp - before && echo "$name: ended with $status, modes are the same"
      read answer; clear
    done
    """

  @Test(arguments: [("demo", "prod-core"), ("--plain", "Telnyx API key")])
  func `the terminal is given back on every signal`(word: String, start: String) async throws {
    let environment = [
      "VXC": try BuiltProgram.path, "WORD": word,
      "NAMES": EndingSignal.all.map(\.name).joined(separator: " "),
    ]
    try await TmuxSession.run("sh", ["-c", Self.script], environment: environment) { terminal in
      for signal in EndingSignal.all {
        // The line on which a secret is asked for is not ended.
        try await terminal.wait(until: "it has started") {
          $0.contains(start) && ($0.isAlternate || $0.cursor.column > 0)
        }
        let kill = try "kill -\(signal.number) \(terminal.home.text(of: "pid"))"
        let killed = try await FinishedProcess.run("sh", ["-c", kill], environment: [:])
        #expect(killed.status == 0)
        let words = "\(signal.name): ended with \(signal.status), modes are the same"
        let screen = try await terminal.wait(until: words) { $0.rows[0] == words }
        #expect(!screen.isAlternate && screen.cursor.isVisible)
        try await terminal.press("Enter")
      }
    }
  }
}
