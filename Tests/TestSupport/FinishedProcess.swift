internal import FoundationEssentials
internal import Subprocess

/// A process that ran to its end, and what it printed.
public struct FinishedProcess: Hashable, Sendable {
  /// The exit status; 128 and the signal's number if a signal ended it, as shells have it.
  public var status: Int32
  /// All of standard output.
  public var output: String
  /// All of standard error.
  public var errors: String

  /// Runs a program to its end, with standard input empty and no terminal.
  ///
  /// Not by `Foundation.Process`: a child of that, started from a Swift task, inherits blocked
  /// signals and a socket by which its end is noticed. A tmux server that inherits both neither
  /// dies when told nor lets the wait for it return.
  ///
  /// - Parameters:
  ///   - program: A path, or a name to be found in `PATH`.
  ///   - arguments: What follows the program's name.
  ///   - environment: All that the program finds in its environment.
  /// - Returns: How it ended and what it printed.
  /// - Throws: An error if it can't be started or prints more than a megabyte.
  public static func run(
    _ program: String, _ arguments: [String] = [], environment: [String: String]
  ) async throws -> FinishedProcess {
    var variables: [Environment.Key: String] = [:]
    for (name, value) in environment { variables[Environment.Key(stringLiteral: name)] = value }
    // `env` takes a path as well as a name.
    let result = try await Subprocess.run(
      .name("env"), arguments: Arguments([program] + arguments),
      environment: .custom(variables),
      output: .string(limit: 1 << 20), error: .string(limit: 1 << 20))
    return FinishedProcess(
      status: result.terminationStatus.shellStatus,
      output: result.standardOutput, errors: result.standardError)
  }
}

extension TerminationStatus {
  fileprivate var shellStatus: Int32 {
    switch self {
    case .exited(let code): code
    case .signaled(let signal): 128 + signal
    }
  }
}
