internal import ArgumentParser
internal import CrossConnect
internal import Flows
internal import NetworkTransport
internal import TelnyxAPI

/// The wizard against the Telnyx API.
struct Create: WizardCommand {
  static let configuration = CommandConfiguration(
    commandName: "create",
    abstract: "Create a cross connect at Telnyx (what vxc does without a command).",
    discussion: """
      Environment:
        TELNYX_API_KEY    the API key; without it, the first screen asks for one
        TELNYX_BASE_URL   the API's address, default \(BaseURL.telnyx)

      There is no option for the key, since everybody on a machine can read command lines.

      Example:
        TELNYX_API_KEY=... vxc create
      """)

  @Option(help: "The API's address; plain http only for this machine.")
  var baseURL: String?

  @OptionGroup var runOptions: RunOptions

  @MainActor
  func exitCode() async throws -> Int32 {
    try await Self.exitCode(runOptions.settings, baseURL: baseURL)
  }

  /// Runs the wizard against the API.
  ///
  /// - Parameters:
  ///   - settings: What the options say.
  ///   - baseURL: The API's address, if an option names one.
  ///   - purpose: What it is run for.
  /// - Returns: The exit code.
  /// - Throws: What is wrong with the options or the environment, before anything is asked.
  @MainActor
  static func exitCode(
    _ settings: RunSettings, baseURL: String?, for purpose: App.Purpose = .ordering
  ) async throws -> Int32 {
    let environment = Environment.current
    let address = baseURL ?? environment["TELNYX_BASE_URL"] ?? BaseURL.telnyx.description
    let destination: Destination
    do throws(BaseURL.Problem) {
      let address = try BaseURL(parsing: address)
      let options = NetworkOptions(environment: environment)
      // Nothing is opened by making a transport; it only reads the environment's word on proxies.
      let proxy = NetworkTransport(baseURL: address, options: options).proxyDescription
      destination = Destination(baseURL: address, isDemo: false, proxy: proxy)
    } catch {
      throw ValidationError(error.description)
    }
    let key = Environment.apiKey
    if let finding = key.flatMap(APIKey.finding) {
      Output.errorLine("vxc: \(Environment.keyName) can't be used. \(finding.sentence)")
      throw ExitCode(2)
    }
    return try await WizardRun(environment: environment, options: settings)
      .run(destination: destination, key: key, for: purpose)
  }
}
