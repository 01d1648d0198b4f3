internal import ArgumentParser
internal import Flows

/// The cross connects that exist, and what can be done with them.
struct Manage: WizardCommand {
  static let configuration = CommandConfiguration(
    commandName: "manage",
    abstract: "See the account's cross connects; enable, announce, or delete one.",
    discussion: """
      Lists all cross connects of the account; one that is opened shows what is left to do up to traffic. \
      An ID may be an identifier, its beginning, or a name.

      Example:
        vxc manage aws-prod-use1
      """)

  @Argument(help: "The cross connect to open.")
  var id: String?

  @Option(help: "The API's address; plain http only for this machine.")
  var baseURL: String?

  @OptionGroup var runOptions: RunOptions

  @MainActor
  func exitCode() async throws -> Int32 {
    try await Create.exitCode(runOptions.settings, baseURL: baseURL, for: .managing(id))
  }
}
