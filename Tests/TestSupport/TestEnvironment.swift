internal import FoundationEssentials

/// The environment a program under test runs in: nothing of the machine's own but `PATH`.
public enum TestEnvironment {
  /// The variables for a program that lives in `home`, with `changes` made to them.
  ///
  /// - Parameters:
  ///   - home: The home folder, where drafts and receipts go.
  ///   - changes: Values to set, or `nil` to leave a variable out.
  /// - Returns: The whole environment.
  public static func variables(
    home: String, changes: [String: String?] = [:]
  ) -> [String: String] {
    var variables = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": home,
      "LC_ALL": "C.UTF-8",
      "TZ": "UTC",
    ]
    for (name, value) in changes { variables[name] = value }
    return variables
  }
}
