import TestSupport
import Testing

@Suite struct CommandLineTests {
  @Test(arguments: [
    (["--help"], "command-help"), (["help", "create"], "command-help-create"),
    (["help", "demo"], "command-help-demo"), (["help", "sandbox"], "command-help-sandbox"),
  ])
  func `every command has help with an example`(arguments: [String], golden: String) async throws {
    let result = try await run(arguments)
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.contains("  vxc ") || result.output.contains(" vxc create"))
    GoldenScreen(golden).expect(result.output)
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

  @Test(arguments: [["nonsense"], ["--nonsense"], ["sandbox", "--port", "65536"]])
  func `what is not understood is explained`(arguments: [String]) async throws {
    let result = try await run(arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("Error: "))
    #expect(result.errors.contains("Usage: vxc"))
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
