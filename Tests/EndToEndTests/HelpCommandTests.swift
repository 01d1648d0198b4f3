import TestSupport
import Testing

/// Help as text: for pipes, and for reading before one begins.
@Suite struct HelpCommandTests {
  @Test(arguments: [
    (["help", "fields"], "help-fields"), (["help", "keys"], "help-keys"),
    (["help", "terms"], "help-terms"),
  ])
  func `a topic is printed whole`(arguments: [String], golden: String) async throws {
    let result = try await run(arguments)
    #expect(result.status == 0)
    #expect(result.errors == "")
    GoldenScreen(golden).expect(result.output)
  }

  @Test func `all of it is plain ASCII in lines of at most 79 columns`() async throws {
    let result = try await run(["help", "all"])
    let lines = result.output.split(separator: "\n")
    #expect(lines.count > 300)
    #expect(
      lines.filter { line in
        line.utf8.count > 79 || !line.utf8.allSatisfy { (0x20...0x7E).contains($0) }
      } == [])
    for topic in ["fields", "terms", "keys", "orders", "files"] {
      let part = try await run(["help", topic]).output
      #expect(result.output.contains(part.dropLast()), "\(topic)")
    }
  }

  @Test func `a reader that has seen enough ends it without a word`() async throws {
    let script = "\"$0\" help all 2>&1 | head -n 1"
    let result = try await FinishedProcess.run(
      "sh", ["-c", script, try BuiltProgram.path],
      environment: TestEnvironment.variables(home: "/nonexistent"))
    #expect(result.output == "The steps\n")
    #expect(result.errors == "")
  }

  @Test(arguments: [
    "help all", "help", "--help", "--version", "--generate-completion-script bash",
    "sandbox", "doctor",
  ])
  func `what could not be written is no success`(command: String) async throws {
    for (place, reason) in [
      (">/dev/full", "No space left on device"), (">&-", "Bad file descriptor"),
    ] {
      let result = try await FinishedProcess.run(
        "sh", ["-c", "\"$0\" \(command) \(place)", try BuiltProgram.path],
        environment: TestEnvironment.variables(home: "/nonexistent"))
      #expect(result.status == 1, "\(place)")
      #expect(result.errors == "vxc: The result could not be written: \(reason).\n")
    }
  }

  @Test func `help alone, and --help, explain the program`() async throws {
    let help = try await run(["help"])
    #expect(try await run(["--help"]) == help)
    #expect(help.output.contains("vxc help fields"))
  }

  @Test(arguments: [["help", "nonsense"], ["help", "fields", "keys"]])
  func `what there is no help on is said`(arguments: [String]) async throws {
    let result = try await run(arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.contains("Usage: vxc help [<subject>]"))
  }

  private func run(_ arguments: [String]) async throws -> FinishedProcess {
    try await BuiltProgram.run(
      arguments, environment: TestEnvironment.variables(home: "/nonexistent"))
  }
}
