internal import CrossConnect
internal import TerminalIO

/// The process's environment, read in one place.
enum Environment {
  /// The variable with the API key; Telnyx's own programs use the same name.
  static let keyName = "TELNYX_API_KEY"

  /// The environment without the API key.
  static var current: EnvironmentVariables { start.variables }

  /// The API key, if there was one; the environment doesn't have it any more.
  static var apiKey: Secret? { start.key }

  private static let start: (key: Secret?, variables: EnvironmentVariables) = {
    var variables = EnvironmentVariables()
    for (name, value) in ProcessPrivacy.variables { variables.add(name, value) }
    let key = variables.remove(keyName).map { Secret($0.trimmed) }
    ProcessPrivacy.erase(variable: keyName)
    return (key?.isEmpty == false ? key : nil, variables)
  }()
}
