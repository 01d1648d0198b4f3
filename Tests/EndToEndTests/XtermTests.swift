import CrossConnect
import FoundationEssentials
import SandboxServer
import TelnyxAPI
import TestSupport
import Testing

/// The program in an xterm on an X server without a screen, typed to by X.
@Suite(
  .enabled(if: Matrix.isWhole), .enabled(if: InstalledProgram("xterm").isThere, "no xterm"),
  .enabled(if: InstalledProgram("Xvfb").isThere, "no Xvfb"),
  .enabled(if: InstalledProgram("xdotool").isThere, "no xdotool"))
struct XtermTests {
  /// What xterm runs: it asks the terminal for its modes before and after, as xterm can tell.
  ///
  /// - SeeAlso: *XTerm Control Sequences*, DECRQM: pastes marked, second screen, cursor, cursor keys.
  private static let inside = """
    modes() {
      stty -g > $1; stty raw -echo min 0 time 10
      printf '\\033[?2004$p\\033[?1049$p\\033[?25$p\\033[?1$p\\033[6n' > /dev/tty
      : > $1-answers
      while ! grep -q R $1-answers; do dd bs=200 count=1 >> $1-answers 2> /dev/null; done
      stty $(cat $1)
    }
    modes before; "$VXC"; echo $? > status; modes after; touch over
    """

  /// No marked pastes, the main screen, a cursor, normal cursor keys.
  private static let modes = "\u{1B}[?2004;2$y\u{1B}[?1049;2$y\u{1B}[?25;1$y\u{1B}[?1;2$y"

  /// Starts both, types, and waits for the end; `$1` are changes to the environment of xterm.
  private static let outside = """
    cd "$HOME"
    Xvfb -displayfd 3 -screen 0 1000x700x24 -nolisten tcp 3> display 2> /dev/null & server=$!
    trap 'kill $server' EXIT
    waits() { n=0; until eval "$1"; do n=$((n+1)); [ $n -lt 600 ] || exit 9; sleep 0.05; done; }
    waits '[ -s display ]'; export DISPLAY=:$(cat display)
    env $1 xterm -geometry 80x24 -e sh inside 2> /dev/null &
    waits '[ -e ready ]'
    window=$(xdotool search --sync --onlyvisible --class xterm | head -1)
    xdotool windowfocus --sync $window
    xdotool key --delay 20 Down Up Down Return x a m e Home Delete n End 1 BackSpace \\
      Left Right ctrl+s ctrl+q Return Next ctrl+l
    xdotool windowsize --sync $window 600 400
    xdotool key --delay 20 ctrl+c ctrl+c
    waits '[ -e over ]'
    """

  @Test(arguments: ["LC_ALL=C.UTF-8", "LC_ALL=C", "TERM=xterm-256color", "TERM=vt220"])
  func `it takes xterm's keys and gives it back as it was`(setting: String) async throws {
    let sandbox = try await Sandbox.start(.init()) { .now }
    try await TemporaryFolder.make { home in
      try Data(Self.inside.utf8).write(to: URL(filePath: home.path + "/inside"))
      let environment = TestEnvironment.variables(
        home: home.path,
        changes: [
          "VXC": try BuiltProgram.path, "TELNYX_API_KEY": sandbox.key.revealed,
          "TELNYX_BASE_URL": sandbox.baseURL.description,
        ])
      async let finished = FinishedProcess.run(
        "sh", ["-c", Self.outside, "sh", setting], environment: environment)
      // The program asks for choices after its first frame: from then on it takes keys.
      #expect(await comesTrue { sandbox.recordedRequests.count >= 2 })
      try Data().write(to: URL(filePath: home.path + "/ready"))
      let result = try await finished
      #expect(result.status == 0, "\(result)")
      #expect(try home.text(of: "status") == "130\n")
      #expect(try home.text(of: "before") == home.text(of: "after"))
      for answers in ["before-answers", "after-answers"] {
        #expect(try home.text(of: answers).hasPrefix(Self.modes), "\(answers)")
      }
      let draft = try #require(home.files.first { $0.contains("/drafts/") })
      let answers = try JSONValue(parsing: Data(home.text(of: draft).utf8))["answers"]["shared"]
      #expect(answers["name"].text == "name")
      #expect(answers["network"].text == "b5f1a2de-0c3e-4d53-9d0c-1f6f2b8a7e14")
      Matrix.note("real terminal", "xterm", setting, "usable, given back")
    }
    await sandbox.stop()
  }
}
