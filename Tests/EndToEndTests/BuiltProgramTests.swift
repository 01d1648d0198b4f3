import TestSupport
import Testing

@Suite struct BuiltProgramTests {
  @Test func `the program of this build is found and runs`() async throws {
    let environment = TestEnvironment.variables(home: "/nonexistent")
    let result = try await BuiltProgram.run(["--version"], environment: environment)
    #expect(result.status == 0)
  }
}
