internal import ArgumentParser
internal import Flows

/// The wizard over a sandbox in the same process.
struct Demo: WizardCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Try the wizard: nothing is created or billed, and no key is needed.",
    discussion: """
      Starts the embedded sandbox on a free port of this machine and runs the wizard over it.

      Example:
        vxc demo
      """)

  @OptionGroup var runOptions: RunOptions

  @MainActor
  func exitCode() async throws -> Int32 {
    try await WizardRun(environment: Environment.current, options: runOptions.settings).run(
      destination: .demo, key: nil)
  }
}
