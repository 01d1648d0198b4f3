internal import ArgumentParser
internal import Commands
internal import CrossConnect

/// The options of every command about existing cross connects.
struct ExistingOptions: ParsableArguments {
  @OptionGroup var results: ResultFlags

  @Flag(help: "Say nothing but results, questions and failures.")
  var quiet = false

  @OptionGroup(title: "Account") var account: AccountOptions
}

/// The circuits of a command.
struct CircuitFlags: ParsableArguments {
  @Flag(help: "The primary circuit; without one named, all of them.")
  var primary = false

  @Flag(help: "The secondary circuit.")
  var secondary = false

  var circuits: [Circuit] {
    (primary ? [.primary] : []) + (secondary ? [.secondary] : [])
  }
}

/// The cross connect of a command.
struct ConnectArgument: ParsableArguments {
  @Argument(
    help: "Its ID, the beginning of it, or its name.")
  var id: String
}

/// All cross connects of the account.
struct List: ExitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the account's cross connects.",
    discussion: """
      On a terminal in columns; elsewhere with tabs between them, nothing cut off.

      Examples:
        vxc list
        vxc list --output json | jq -r '.data[] | select(.status == "created").id'
      """)

  @Flag(name: .customLong("no-header"), help: "Leave out the line that names the columns.")
  var noHeader = false

  @OptionGroup var existing: ExistingOptions
  @OptionGroup(title: "Requests") var requests: RequestOptions

  func validate() throws { try existing.results.refuseKeysInText() }

  func exitCode() async throws -> Int32 {
    var options = existing.results.options
    options.hasTitles = !noHeader
    return try await Run(requests.settings, existing.account.settings, quiet: existing.quiet)
      .exitCode { [options] in await $0.list(options) }
  }
}

/// One cross connect.
struct Show: ExitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show one cross connect, and what is next.",
    discussion: """
      Examples:
        vxc show aws-prod-use1
        vxc show 1582fa34 --output json --show-keys
      """)

  @OptionGroup var connect: ConnectArgument
  @OptionGroup var existing: ExistingOptions
  @OptionGroup(title: "Requests") var requests: RequestOptions

  func exitCode() async throws -> Int32 {
    try await Run(requests.settings, existing.account.settings, quiet: existing.quiet)
      .exitCode { await $0.show(connect.id, existing.results.options) }
  }
}

/// Waiting for one cross connect.
struct Wait: ExitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "wait",
    abstract: "Wait until a cross connect has a status, or is gone.",
    discussion: """
      Asks again after 2 s, then less often, and never before Telnyx wants to be asked. Passing failures do not \
      end it, not even at the first question. Each change is a line on the standard error, with --output json one on the standard output; the last \
      state is the result. Ends with 0 once it is reached, with 7 if that takes too long or is not possible any \
      more. vxc can tell that it is gone only from a whole ID.

      Examples:
        vxc wait aws-prod-use1
        vxc wait 1582fa34-5c3b-4c1e-a1a6-e2e0a4d1c6a4 --for gone --timeout 120
      """)

  @OptionGroup var connect: ConnectArgument

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "What to wait for: \(WaitGoal.words.joined(separator: ", ")). A later one counts, too.",
      valueName: "status"),
    completion: .list(WaitGoal.words))
  var goal = "provisioned"

  @Option(
    help: ArgumentHelp(
      "Seconds to wait at most.", valueName: "seconds"))
  var timeout = 3600

  @OptionGroup var existing: ExistingOptions
  @OptionGroup(title: "Requests") var log: LogOption

  func validate() throws {
    guard !existing.results.showKeys else {
      throw ValidationError("vxc wait shows no keys. Leave out --show-keys.")
    }
    guard WaitGoal(goal) != nil else {
      throw ValidationError("--for takes one of: \(WaitGoal.words.joined(separator: ", ")).")
    }
    guard (1...604_800).contains(timeout) else {
      throw ValidationError("--timeout is from 1 second to a week.")
    }
  }

  func exitCode() async throws -> Int32 {
    guard let goal = WaitGoal(goal) else { return 2 }
    return try await Run(
      RunSettings(debugLog: log.debugLog), existing.account.settings, quiet: existing.quiet
    ).exitCode {
      await $0.wait(connect.id, for: goal, atMost: timeout, existing.results.options)
    }
  }
}
