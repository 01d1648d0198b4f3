internal import ArgumentParser
internal import CrossConnect

/// Whether colours are used, if the terminal has any.
///
/// - SeeAlso: no-color.org and bixense.com/clicolors for the environment's variables.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto
  case always
  case never

  /// Whether colours are used in an environment; a word on the command line outweighs it.
  func usesColor(in environment: EnvironmentVariables) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: (environment["NO_COLOR"] ?? "").isEmpty && environment["CLICOLOR"] != "0"
    }
  }
}
