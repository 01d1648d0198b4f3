import CrossConnect
import FoundationEssentials
import TestSupport
import Testing

@Suite struct CommandLineTests {
  private static let help = [
    "": "command-help", "create": "command-help-create", "manage": "command-help-manage",
    "list": "command-help-list", "show": "command-help-show", "wait": "command-help-wait",
    "enable": "command-help-enable", "disable": "command-help-disable",
    "announce": "command-help-announce", "withdraw": "command-help-withdraw",
    "set-addresses": "command-help-set-addresses", "delete": "command-help-delete",
    "doctor": "command-help-doctor", "demo": "command-help-demo",
    "sandbox": "command-help-sandbox",
  ]

  @Test func `every command has help with an example`() async throws {
    let names = try await commands.map { $0["commandName"].text ?? "" }.filter { $0 != "help" }
    #expect(Set([""] + names) == Set(Self.help.keys))
    for (name, golden) in Self.help {
      let result = try await run(name.isEmpty ? ["--help"] : ["help", name])
      #expect(result.status == 0 && result.errors == "")
      #expect(result.output.contains("Example"))
      #expect(result.output.contains("  vxc ") || result.output.contains(" vxc create"))
      GoldenScreen(golden).expect(result.output)
      // A line of an example that was folded would be another command for a shell.
      let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(!lines.contains { $0.hasPrefix("169.") }, "\(name)")
    }
  }

  @Test func `an option with its value may come before the command`() async throws {
    let options = try await commands.flatMap { $0["arguments"].elements }
      .filter { $0["kind"].text == "option" }
      .compactMap { $0["preferredName"]["name"].text.map { "--\($0)" } }
    #expect(options.count > 20)
    for option in Set(options).sorted() {
      let result = try await run([option, "1", "list", "--nonsense"])
      #expect(result.errors.contains("Usage: vxc list"), "\(option): \(result.errors)")
    }
  }

  /// Every command, as the library describes it.
  private var commands: [JSONValue] {
    get async throws {
      let dump = try await run(["--experimental-dump-help"])
      let json = try JSONValue(parsing: Data(dump.output.utf8))
      return json["command"]["subcommands"].elements
    }
  }

  @Test func `every question of the form has an option`() async throws {
    let help = try await run(["help", "create"]).output
    for field in FieldID.allCases {
      #expect(help.contains("--\(field.optionName)"), "\(field)")
    }
  }

  @Test func `the version is one line`() async throws {
    let result = try await run(["--version"])
    #expect(result.status == 0)
    #expect(result.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test func `plain http to another machine is refused`() async throws {
    let refusal =
      "Plain http would send the API key unprotected to example.com; use https, or a loopback address."
    for result in [
      try await run(["--base-url", "http://example.com/v2"]),
      try await run([], environment: ["TELNYX_BASE_URL": "http://example.com/v2"]),
    ] {
      #expect(result.status == 2)
      #expect(result.output == "")
      #expect(result.errors.contains(refusal))
    }
  }

  @Test(arguments: [
    "https://example.com/v2?api_key=hush", "https://user:hush@example.com/v2", "KEY0123456789_hush",
    "ftp://user:hush@example.com", "user:hush@example.com", "https://example.com:hush/?k=hush",
  ])
  func `a base URL that is refused tells no secret`(url: String) async throws {
    for result in [
      try await run(["--base-url", url]), try await run(["--base-url=\(url)"]),
      try await run([], environment: ["TELNYX_BASE_URL": url]),
      try await run(["--timeout", "https://user:hush@example.com?k=hush"]),
    ] {
      #expect(result.status == 2)
      #expect(!(result.output + result.errors).contains("hush"))
    }
  }

  @Test(arguments: [["nonsense"], ["--nonsense"], ["sandbox", "--port", "65536"]])
  func `what is not understood is explained`(arguments: [String]) async throws {
    let result = try await run(arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("Error: "))
    #expect(result.errors.contains("Usage: vxc"))
  }

  @Test(arguments: [
    ["--base-url", "https://x/HOSTILE"], ["HOSTILE"], ["--HOSTILE"], ["--color", "HOSTILE"],
    ["demo", "HOSTILE"], ["help", "HOSTILE"], ["sandbox", "--scenario", "HOSTILE"],
    ["sandbox", "--port", "HOSTILE"], ["--timeout", "HOSTILE"], ["create", "--HOSTILE=HOSTILE"],
    ["--debug-log", "/HOSTILE/log"],
  ])
  func `what is repeated of the command line is harmless`(arguments: [String]) async throws {
    let hostile = "\u{1B}[31m\u{9B}2J\u{7}\rx\nvxc: forged\u{202E}\u{45B}"
    for locale in ["C", "C.UTF-8"] {
      let result = try await run(
        arguments.map { $0.replacing("HOSTILE", with: hostile) }, environment: ["LC_ALL": locale])
      #expect(result.status == 2)
      let odd = result.errors.unicodeScalars.filter {
        $0 != "\n" && ($0.properties.generalCategory == .control || $0 == "\u{202E}")
      }
      #expect(odd.isEmpty, "\(result.errors.debugDescription)")
      #expect(locale != "C" || result.errors.utf8.allSatisfy { $0 < 0x80 })
      #expect(!result.errors.contains("\nvxc: forged"), "\(result.errors)")
    }
  }

  @Test func `what is repeated of the environment is harmless`() async throws {
    let result = try await run([], environment: ["TELNYX_BASE_URL": "https://x/\u{1B}[31m\u{7}"])
    #expect(result.status == 2)
    #expect(!result.errors.utf8.contains { $0 < 0x20 && $0 != 0x0A })
  }

  @Test(arguments: [[], ["demo"]])
  func `without a terminal nothing is asked`(arguments: [String]) async throws {
    let result = try await run(arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(
      result.errors == "vxc: Standard input and output are not a terminal. Nothing was asked.\n")
  }

  @Test(arguments: [
    ["--plain", "demo"], ["--color", "never", "demo", "--plain"], ["--timeout", "30", "create"],
  ])
  func `options may stand before the command`(arguments: [String]) async throws {
    let result = try await run(arguments)
    #expect(
      result.errors == "vxc: Standard input and output are not a terminal. Nothing was asked.\n")
  }

  private func run(
    _ arguments: [String], environment: [String: String?] = [:]
  ) async throws -> FinishedProcess {
    try await BuiltProgram.run(
      arguments,
      environment: TestEnvironment.variables(home: "/nonexistent", changes: environment))
  }
}
