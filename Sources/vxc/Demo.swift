internal import ArgumentParser
internal import CrossConnect
internal import FoundationEssentials
internal import SandboxServer

/// The wizard over a sandbox in the same process.
struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Try the wizard: nothing is created or billed, and no key is needed.",
    discussion: """
      Starts the embedded sandbox on a free port of this machine and runs the wizard over it.

      Example:
        vxc demo
      """)

  @OptionGroup var looks: LookOptions

  @MainActor
  func run() async throws {
    let sandbox = try await Sandbox.start(.init()) { Date.now }
    try await Session(environment: Environment.current, looks: looks)
      .run(destination: Destination(baseURL: sandbox.baseURL, isDemo: true), key: sandbox.key)
  }
}
