internal import CrossConnect
internal import TerminalIO

/// The process's environment, read in one place and handed on.
enum Environment {
  /// The variable that holds the API key, as Telnyx's own programs call it.
  static let keyName = "TELNYX_API_KEY"

  /// The environment without the API key.
  static var current: EnvironmentVariables { start.variables }

  /// The API key, if there was one; it is in the environment no more.
  static var apiKey: Secret? { start.key }

  private static let start: (key: Secret?, variables: EnvironmentVariables) = {
    var variables = EnvironmentVariables()
    for (name, value) in ProcessPrivacy.variables { variables.add(name, value) }
    let key = variables.remove(keyName).map { Secret($0.trimmed) }
    ProcessPrivacy.erase(variable: keyName)
    return (key?.isEmpty == false ? key : nil, variables)
  }()
}
