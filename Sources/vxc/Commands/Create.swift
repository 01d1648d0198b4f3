internal import ArgumentParser
internal import Commands
internal import CrossConnect
internal import Flows
internal import TelnyxAPI

/// The wizard against the Telnyx API; with answers on the command line, the order without a screen.
struct Create: ExitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Create a cross connect at Telnyx (what vxc does without a command).",
    discussion: """
      Without answers among the options, the wizard asks for them. With any, vxc only asks whether to order. \
      The same checks hold, against what Telnyx offers now. The order is written down before it is sent, sent \
      once, and looked for if no answer comes.

      Environment:
        TELNYX_API_KEY       the API key; without it, the wizard asks for one
        TELNYX_API_KEY_FILE  a file with the key, which only you may read
        TELNYX_BASE_URL      the API's address, default \(BaseURL.telnyx)

      --check --output json writes one document: data.offered, and data.problems, a sentence each. If a \
      look-up fails, the command fails and writes nothing. --wait --output json writes one, too: the last state.

      While one command orders, another with the same answers does not: it ends with 2; on a \
      terminal, without --yes, it asks. Afterwards the same command orders another one.

      There is no option for a key itself, since everybody on a machine can read command lines.

      Examples:
        TELNYX_API_KEY=... vxc create
        vxc create --network core-eu --region ashburn-va --provider aws \\
          --cloud-region us-east-1 --account 123456789012 --bandwidth 50 --yes
        vxc create --from order.json --check
      """)

  @OptionGroup(title: "Answers") var answers: AnswerOptions
  @OptionGroup(title: "What to do with them") var order: OrderFlags
  @OptionGroup(title: "Account") var account: AccountOptions
  @OptionGroup(title: "Screen") var screen: ScreenOptions
  @OptionGroup(title: "Requests") var requests: RequestOptions

  func validate() throws {
    let readers = answers.readersOfStandardInput + (account.keyFile == "-" ? ["--key-file"] : [])
    guard readers.count < 2 else {
      throw ValidationError(
        "\(readers[0]) and \(readers[1]) can't both read the standard input.")
    }
    guard answers.isEmpty, let flag = order.given else { return }
    throw ValidationError("\(flag) is for answers on the command line: give them, or --from.")
  }

  @MainActor
  func exitCode() async throws -> Int32 {
    guard !answers.isEmpty else {
      return try await Self.exitCode(requests.settings(screen), account: account.settings)
    }
    var options = answers.options()
    try order.apply(to: &options)
    return try await Run(requests.settings, account.settings, quiet: order.quiet)
      .exitCode(
        needsKey: options.needsAccount,
        // Only the network's name has to be looked up then.
        advice: order.dryRun || order.curl ? "Or give the network's ID." : "Nothing was sent."
      ) { await $0.create(options) }
  }

  /// Runs the wizard against the API.
  ///
  /// - Parameters:
  ///   - settings: The look, and the time limits.
  ///   - account: The account and the API.
  ///   - purpose: The purpose of the run.
  /// - Returns: The exit code.
  /// - Throws: `ExitCode` or `ValidationError` for options or an environment that can't be used,
  ///   before anything is asked.
  @MainActor
  static func exitCode(
    _ settings: RunSettings, account: AccountSettings, for purpose: App.Purpose = .ordering
  ) async throws -> Int32 {
    let environment = Environment.current
    let destination = try account.destination(in: environment)
    let found = try await FoundKey.findOrEnd(account, in: environment)
    if let found { Output.errorLine("API key: from \(found.source).") }
    return try await WizardRun(environment: environment, options: settings)
      .run(destination: destination, key: found?.key, for: purpose)
  }
}
