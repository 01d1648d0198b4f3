internal import ArgumentParser
internal import Flows

/// The list of existing cross connects, or the page of one.
struct Manage: ExitingCommand {
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

  @OptionGroup var account: AccountOptions
  @OptionGroup var screen: ScreenOptions
  @OptionGroup var requests: RequestOptions

  @MainActor
  func exitCode() async throws -> Int32 {
    try await Create.exitCode(
      requests.settings(screen), account: account.settings, for: .managing(id))
  }
}
