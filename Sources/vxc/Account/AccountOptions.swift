internal import ArgumentParser
internal import CrossConnect
internal import Flows
internal import NetworkTransport
internal import TelnyxAPI

/// Whose account is asked, and where.
struct AccountOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The API's address; plain http only for this machine.", valueName: "url"))
  var baseURL: String?

  @Option(
    help: ArgumentHelp(
      "Read the API key from this file, which only you may read; - is the standard input.",
      valueName: "file"),
    completion: .file())
  var keyFile: String?

  @Option(
    help: ArgumentHelp(
      "Run this command, without a shell, and read the API key from what it prints.",
      valueName: "command"))
  var keyCommand: String?

  func validate() throws {
    guard keyFile == nil || keyCommand == nil else {
      throw ValidationError("--key-file and --key-command can't both say the API key.")
    }
  }

  /// The options as plain values.
  var settings: AccountSettings {
    AccountSettings(baseURL: baseURL, keyFile: keyFile, keyCommand: keyCommand)
  }
}

/// Whose account is asked, and where: what `AccountOptions` say, or what holds without them.
struct AccountSettings: Sendable {
  var baseURL: String?
  var keyFile: String?
  var keyCommand: String?

  /// Where requests go, by these options or the environment.
  ///
  /// - Parameter environment: The environment.
  /// - Returns: The address, and the proxy on the way.
  /// - Throws: What is wrong with the address.
  func destination(in environment: EnvironmentVariables) throws -> Destination {
    let address = baseURL ?? environment["TELNYX_BASE_URL"] ?? BaseURL.telnyx.description
    do throws(BaseURL.Problem) {
      let address = try BaseURL(parsing: address)
      let options = NetworkOptions(environment: environment)
      // Nothing is opened by making a transport; it only reads the environment's word on proxies.
      let proxy = NetworkTransport(baseURL: address, options: options).proxyDescription
      return Destination(baseURL: address, isDemo: false, proxy: proxy)
    } catch {
      throw ValidationError(error.description)
    }
  }
}
