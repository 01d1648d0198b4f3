import CrossConnect
import FoundationEssentials
import Presentation
import SandboxServer
import TelnyxAPI
import TestSupport
import Testing

/// The built program's commands, as a shell and a pipe meet them.
@Suite struct CommandTests {
  private static let order = CommandPlace.order

  @Test func `a script goes from the order to announced routes`() async throws {
    try await CommandPlace.make(speed: 60) { place in
      let result = try await place.shell(
        """
        set -e
        id=$("$VXC" \(Self.order.joined(separator: " ")) --name script --yes --output json \
          | sed 's/.*"id":"\\([^"]*\\)".*/\\1/')
        "$VXC" enable script --yes
        "$VXC" wait "$id" --timeout 180
        "$VXC" announce script --yes
        "$VXC" list --no-header
        "$VXC" delete script --confirm script
        "$VXC" wait "$id" --for gone --timeout 180
        """)
      #expect(result.status == 0, "\(result.errors)")
      let lines = result.output.split(separator: "\n").map(String.init)
      #expect(lines.contains { $0.hasSuffix("provisioned, primary enabled and announced") })
      #expect(
        lines.contains { $0.contains("\tscript\tprovisioned\tAWS\tus-east-1\tashburn-va\t50\t") })
      #expect(lines.last == "gone")
      #expect(place.sandbox.orderCount == 1)
    }
  }

  @Test func `nothing is ordered where nobody can be asked`() async throws {
    try await CommandPlace.make { place in
      for end in ["< /dev/null", "<&-", "< /dev/null 2>/dev/null"] {
        let result = try await place.shell("\"$VXC\" \(Self.order.joined(separator: " ")) \(end)")
        #expect(result.status == 2 && result.output == "", "\(end) \(result)")
      }
      #expect(place.sandbox.orderCount == 0)
    }
  }

  @Test func `a reader that goes away is no failure, a full disk is one`() async throws {
    try await CommandPlace.make { place in
      let order = Self.order.joined(separator: " ")
      let piped = try await place.shell(
        "{ \"$VXC\" \(order) --yes; echo status $? >&2; } | true")
      #expect(piped.errors.contains("status 0"), "\(piped.errors)")
      #expect(place.sandbox.orderCount == 1)
    }
  }

  @Test(arguments: [
    ("list", ""),
    ("list --quiet", ""),
    ("\(order.joined(separator: " ")) --check", " Nothing was ordered."),
    ("\(order.joined(separator: " ")) --name another --yes", " The cross connect ID exists."),
    ("enable full --yes", " Telnyx has enabled the primary circuit."),
    ("disable full --secondary --yes", nil),
  ])
  func `what stands is said where the result can't be written`(
    command: String, standing: String?
  ) async throws {
    try await CommandPlace.make { place in
      let order = Self.order.joined(separator: " ")
      _ = try await place.shell("\"$VXC\" \(order) --name full --yes")
      let full = try await place.shell("\"$VXC\" \(command) > /dev/full")
      let line = full.errors.split(separator: "\n").last.map(String.init) ?? ""
      let uuid = /[0-9a-f]{8}-[0-9a-f-]{27}/
      guard let standing else {
        #expect(full.status == 2 && !line.contains("could not be written"), "\(full)")
        return
      }
      #expect(full.status == 1)
      #expect(
        line.replacing(uuid, with: "ID")
          == "vxc: The result could not be written: No space left on device.\(standing)")
    }
  }

  @Test func `the key is found where it is said to be, and never shown`() async throws {
    try await CommandPlace.make { place in
      let key = place.sandbox.key.revealed
      let script = """
        umask 077; printf '%s\\n' "$TELNYX_API_KEY" > key; cp key open; chmod 644 open
        unset TELNYX_API_KEY
        "$VXC" list --key-file key; "$VXC" list --key-file - < key
        "$VXC" list --key-command 'cat key'; "$VXC" list --key-command "/bin/cat 'key'"
        TELNYX_API_KEY_FILE=key "$VXC" list
        "$VXC" list --key-file open; "$VXC" list --key-command 'exit 1'; "$VXC" list
        """
      let result = try await place.shell(script)
      let words = result.errors.split(separator: "\n").filter {
        $0.hasPrefix("API key") || $0.hasPrefix("vxc")
      }
      #expect(
        words == [
          "API key: from \"key\" (--key-file).", "API key: from the standard input (--key-file).",
          "API key: from the command \"cat\" (--key-command).",
          "API key: from the command \"/bin/cat\" (--key-command).",
          "API key: from \"key\" (TELNYX_API_KEY_FILE).",
          "vxc: \"open\" can be read by others (mode 644). Close it to them: chmod 600.",
          "vxc: The command \"exit\" (--key-command) gave no API key: there is no such program, or it may not be run.",
          "vxc: There is no API key: give it by TELNYX_API_KEY, TELNYX_API_KEY_FILE, --key-file or --key-command. Nothing was sent.",
        ])
      #expect(!(result.output + result.errors).contains(key))
      #expect(result.status == 3)
    }
  }

  @Test func `two commands at once place one order`() async throws {
    try await CommandPlace.make { place in
      let order = Self.order.joined(separator: " ") + " --yes"
      let result = try await place.shell(
        """
        "$VXC" \(order) --name silent 2> first & pid=$!
        for _ in $(seq 600); do
          ! grep -q '"orders"' .local/state/vxc/drafts/*.json 2>/dev/null || break
          sleep 0.05
        done
        "$VXC" \(order) --name silent; echo "status $?"
        "$VXC" \(order) --name other > other 2>&1; echo "status $?"
        kill -TERM $pid; wait $pid; cat other
        """)
      #expect(result.output.hasPrefix("status 2\nstatus 0\n"), "\(result)")
      #expect(
        result.errors.contains(
          "vxc: Another vxc is at work on the same order now. A second one is billed, too.\n  Nothing was ordered.\n"
        ), "\(result)")
      #expect(
        result.output.contains("Note: Another vxc has a draft open, or an order under way."))
      #expect(place.sandbox.orderCount == 2)
    }
  }

  @Test func `what a signal leaves open is told, and found by the next run`() async throws {
    try await CommandPlace.make { place in
      let order = Self.order.joined(separator: " ") + " --name silent --yes"
      let first = try await place.shell(
        """
        "$VXC" \(order) & pid=$!
        until grep -q '"orders"' .local/state/vxc/drafts/*.json 2>/dev/null; do sleep 0.05; done
        sleep 0.5; kill -TERM $pid; wait $pid
        """)
      #expect(first.status == 6, "\(first)")
      #expect(first.errors.contains("Its record is kept: the next vxc looks for it."))
      let again = try await place.shell("\"$VXC\" \(order) --output json")
      #expect(again.status == 0, "\(again)")
      #expect(again.errors.contains("nothing is ordered again"))
      #expect(place.sandbox.orderCount == 1)
    }
  }

  @Test func `a change that a signal ends while it is under way ends with 6`() async throws {
    try await CommandPlace.make { place in
      let order = Self.order.joined(separator: " ") + " --yes --name change-slow"
      let result = try await place.shell(
        """
        "$VXC" \(order) > ordered || exit 9
        "$VXC" enable change-slow --yes --debug-log log 2> words & pid=$!
        for _ in $(seq 600); do
          ! grep -q PATCH log 2>/dev/null || break
          sleep 0.05
        done
        kill -TERM $pid; wait $pid; status=$?; cat words; exit $status
        """)
      #expect(result.status == 6, "\(result)")
      #expect(
        result.output.contains(
          "vxc: The request may have been sent. Check with vxc show "), "\(result)")
    }
  }

  @Test func `an ignored hangup stays ignored`() async throws {
    try await CommandPlace.make { place in
      let result = try await place.shell(
        """
        "$VXC" \(Self.order.joined(separator: " ")) --name kept --yes
        trap '' HUP
        "$VXC" wait kept --for gone --timeout 6 2> waiting & pid=$!
        until grep -q created waiting || ! kill -0 $pid; do sleep 0.05; done
        kill -HUP $pid; wait $pid
        """)
      #expect(result.status == 7, "\(result)")
      #expect(result.output.hasSuffix("created\n"))
    }
  }

  @Test func `leaving at the question says that nothing was ordered`() async throws {
    try await CommandPlace.make { place in
      try await TmuxSession.run(
        BuiltProgram.path, Self.order, environment: place.all(), home: place.home
      ) { terminal in
        try await terminal.wait(for: "Type create:")
        try await terminal.press("C-c")
        try await terminal.wait(for: "vxc: Nothing was ordered.")
        #expect(try await terminal.exitStatus() == 130)
      }
      #expect(place.sandbox.orderCount == 0)
    }
  }

  @Test func `a command for the key that takes its time is waited for aloud`() async throws {
    try await CommandPlace.make { place in
      try await TmuxSession.run(
        BuiltProgram.path, ["list", "--key-command", "sleep 30"], environment: place.all(),
        home: place.home
      ) { terminal in
        try await terminal.wait(for: "vxc: Waiting for the command of --key-command, 60 s at most.")
        try await terminal.press("C-c")
        #expect(try await terminal.exitStatus() != 0)
      }
    }
  }

  @Test(arguments: [
    ("false", "it ended with 1."), ("sh -c 'kill -9 $$'", "signal 9 ended it."),
    ("true", "it printed nothing."),
    ("/nonexistent", "there is no such program, or it may not be run."),
    ("head -c 9000 /dev/zero", "it printed over 8192 bytes."),
  ])
  func `why a command gives no key is a sentence`(command: String, reason: String) async throws {
    try await CommandPlace.make { place in
      let result = try await place.run(["list", "--key-command", command])
      let program = command.prefix { $0 != " " }
      #expect(result.status == 3)
      #expect(
        result.errors
          == "vxc: The command \"\(program)\" (--key-command) gave no API key: \(reason)\n",
        "its arguments may be a secret")
    }
  }

  @Test(arguments: [
    (
      ["--from", "-", "--key-file", "-"],
      "--from and --key-file can't both read the standard input."
    ),
    (
      ["--account", "@-", "--primary-bgp-key-file", "-"],
      "--account and --primary-bgp-key-file can't both read the standard input."
    ),
    (
      ["--name", "a", "--check", "--wait"],
      "--check orders nothing, so there is nothing to wait for. Leave out --wait."
    ),
    (
      ["--name", "a", "--curl", "--wait"],
      "--curl orders nothing, so there is nothing to wait for. Leave out --wait."
    ),
    (
      ["--name", "a", "--curl", "--output", "json"],
      "--curl writes a shell command, not JSON. Leave out --output json."
    ),
    (["--name", "a", "--curl", "--show-keys"], "--curl shows no keys. Leave out --show-keys."),
    (["--name", "a", "--check", "--show-keys"], "--check shows no keys. Leave out --show-keys."),
  ])
  func `options that can't stand together are refused`(
    options: [String], sentence: String
  ) async throws {
    try await CommandPlace.make { place in
      let result = try await place.run(["create"] + options)
      #expect(result.status == 2)
      #expect(result.errors.contains("Error: \(sentence)\n"), "\(result.errors)")
    }
  }

  @Test(arguments: [
    ["list", "--show-keys"], ["wait", "a", "--output", "json", "--show-keys"],
    ["enable", "a", "--show-keys"],
  ])
  func `keys are not asked of what has none`(arguments: [String]) async throws {
    try await CommandPlace.make { place in
      let result = try await place.run(arguments)
      #expect(result.status == 2 && result.errors.contains("--show-keys"), "\(result)")
      #expect(result.errors.contains("\nUsage: vxc \(arguments[0]) "), "\(result)")
    }
  }

  @Test(arguments: [
    ["list", "--base-url", "ftp://x"], ["show", "a", "--base-url", "ftp://x"],
    ["manage", "--base-url", "ftp://x"],
  ])
  func `a wrong value is told with the options of its own command`(
    arguments: [String]
  ) async throws {
    try await CommandPlace.make { place in
      let result = try await place.run(arguments)
      #expect(result.status == 2 && result.output == "")
      #expect(result.errors.contains("\nUsage: vxc \(arguments[0]) "), "\(result.errors)")
      #expect(
        result.errors.hasSuffix("  See 'vxc \(arguments[0]) --help' for more information.\n"))
    }
  }

  @Test func `a base URL that can't be used is named with its source`() async throws {
    try await CommandPlace.make { place in
      let words =
        "Plain http would send the API key unprotected to example.com; use https, or a loopback address."
      let option = try await place.run(["list", "--base-url", "http://example.com"])
      #expect(option.errors.hasPrefix("Error: --base-url: \(words)"))
      let variable = try await place.run(
        ["list"], environment: ["TELNYX_BASE_URL": "http://example.com"])
      #expect(variable.errors.hasPrefix("Error: TELNYX_BASE_URL: \(words)"))
    }
  }

  @Test(arguments: Journey.all)
  func `the command that is shown for answers makes their request`(journey: Journey) async throws {
    try await CommandPlace.make { place in
      let draft = journey.draft
      var options = CommandOptions(of: draft)
      options.fill()
      let result = try await place.shell(
        "umask 077\n\(options.files)\n\"$VXC\" \(options.command) --dry-run --show-keys")
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output == journey.body + "\n")
    }
  }

  @Test func `bash completes a region with those last seen`() async throws {
    try await CommandPlace.make { place in
      let checked = try await place.run(Self.order + ["--check"])
      #expect(checked.status == 0, "\(checked.errors)")
      let script = """
        PATH=$(dirname "$VXC"):$PATH; eval "$("$VXC" --generate-completion-script bash)"
        complete_it() {
          COMPREPLY=(); COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
          _vxc "$1" "${@: -1}" "${@: -2:1}"; printf '%s\\n' "${COMPREPLY[@]}"
        }
        complete_it vxc create --region ashb; complete_it vxc create --provider a
        complete_it vxc --region ashb; complete_it vxc --prov; complete_it vxc --ver; complete_it vxc sho
        """
      try Data(script.utf8).write(to: URL(filePath: place.home.path + "/complete.sh"))
      let result = try await place.shell("bash complete.sh")
      #expect(
        result.output
          == "ashburn-va\naws\nazure\nashburn-va\n--provider\n--version\nshow\n",
        "\(result.errors)")
    }
  }

  @Test func `what a command says does not hang on the terminal's kind or colours`() async throws {
    try await CommandPlace.make { place in
      let order = Self.order + ["--name", "plain", "--yes", "--quiet", "--output", "json"]
      #expect(try await place.run(order).status == 0)
      var outputs: [String] = []
      for variables in [
        [:], ["TERM": "dumb"], ["TERM": "xterm-256color", "NO_COLOR": "1"], ["LC_ALL": "C"],
      ] {
        outputs.append(try await place.run(["list"], environment: variables).output)
      }
      #expect(Set(outputs).count == 1 && outputs[0].contains("\tplain\t"))
      #expect(!outputs[0].contains("\u{1B}"))
    }
  }

  @Test func `doctor looks at everything, and shows no key`() async throws {
    try await CommandPlace.make { place in
      let result = try await place.run(["doctor"])
      #expect(result.status == 0)
      let heads = result.output.split(separator: "\n").map { $0.prefix(22).trimmed }
      #expect(
        heads == [
          "ok    Key", "ok    Address", "ok    Connection", "ok    API key", "ok    Clock",
          "warn  Terminal", "ok    State folder", "ok    Files",
        ])
      let folder = result.output.split(separator: "\n").first { $0.contains("State folder") }
      #expect(folder?.contains("vxc made ~/.local/state/vxc; it belongs to") == true)
      let again = try await place.run(["doctor"])
      #expect(!again.output.contains("State folder"))
      let named = try await place.shell(
        """
        umask 077; printf %s "$TELNYX_API_KEY" > key; unset TELNYX_API_KEY
        TELNYX_API_KEY_FILE=key "$VXC" doctor; "$VXC" doctor --key-command 'cat key'
        """)
      let sources = named.output.split(separator: "\n").filter { $0.hasPrefix("ok    Key ") }
      #expect(
        sources.map { $0.dropFirst(22) } == [
          "From \"key\" (TELNYX_API_KEY_FILE).", "From the command \"cat\" (--key-command).",
        ])
      let keyless = try await place.run(["doctor"], environment: ["TELNYX_API_KEY": nil])
      #expect(keyless.status == 1, "nobody can type one here")
      #expect(
        keyless.output.contains("fail  Key             There is none: give it by TELNYX_API_KEY,"))
      let unknown = try await place.run(["doctor", "--base-url", "https://nowhere.invalid"])
      #expect(unknown.output.contains("fail  DNS"), "\(unknown.output)")
      let wrong = try await place.run(
        ["doctor", "--output", "json"], environment: ["TELNYX_API_KEY": "KEY-that-is-wrong"])
      #expect(wrong.status == 1 && !wrong.output.contains("KEY-that-is-wrong"))
      let json = try JSONValue(parsing: Data(wrong.output.utf8))
      #expect(json["data"].elements.contains { $0["level"] == .string("fail") })
    }
  }
}

/// A command that is shown, made ready to be run: files in the place of words in capitals.
private struct CommandOptions {
  private let draft: Draft
  private(set) var command: String
  private(set) var files = ""

  init(of draft: Draft) {
    self.draft = draft
    command = CreateCommandText(of: draft).lines(columns: 70).joined(separator: "\n")
    command.removeFirst("vxc ".count)
  }

  /// Writes what the command is to read, and names it there.
  mutating func fill() {
    for field in draft.fields where field.secrecy != .open {
      let value = draft.value(of: field)
      guard !value.isEmpty else { continue }
      let name = "\(field.id)"
      files += "printf '%s' \(Shell.quoted(value)) > \(name)\n"
      for mark in [" @FILE", " FILE"] {
        command = command.replacing(
          "--\(field.id.optionName)\(mark)",
          with: "--\(field.id.optionName) \(mark.contains("@") ? "@" : "")\(name)")
      }
    }
  }
}
