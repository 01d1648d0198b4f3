internal import ArgumentParser
internal import CrossConnect
internal import Flows
internal import NetworkTransport
internal import TelnyxAPI

/// The account and the API that requests go to.
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
      throw ValidationError("Give either --key-file or --key-command.")
    }
  }

  /// The options as plain values.
  var settings: AccountSettings {
    AccountSettings(baseURL: baseURL, keyFile: keyFile, keyCommand: keyCommand)
  }
}

/// The account and the API that requests go to: the values of `AccountOptions`, or the defaults.
struct AccountSettings: Sendable {
  var baseURL: String?
  var keyFile: String?
  var keyCommand: String?

  /// The destination of requests, by these options or the environment.
  ///
  /// - Parameter environment: The environment.
  /// - Returns: The base URL, and the proxy on the way.
  /// - Throws: `ValidationError` if the base URL can't be used.
  func destination(in environment: EnvironmentVariables) throws -> Destination {
    let variable = "TELNYX_BASE_URL"
    // An empty variable counts as not set.
    let named = environment[variable].flatMap { $0.isEmpty ? nil : $0 }
    let address = baseURL ?? named ?? BaseURL.telnyx.description
    do throws(BaseURL.Problem) {
      let address = try BaseURL(parsing: address)
      let options = NetworkOptions(environment: environment)
      // A transport opens nothing when it is made; it only reads the environment's proxy.
      let proxy = NetworkTransport(baseURL: address, options: options).proxyDescription
      return Destination(baseURL: address, isDemo: false, proxy: proxy)
    } catch {
      throw ValidationError("\(baseURL == nil ? variable : "--base-url"): \(error)")
    }
  }
}
