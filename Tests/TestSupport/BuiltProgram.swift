internal import FoundationEssentials

/// The `vxc` that the same build as the tests has made, or the one that `VXC_BINARY` names.
public enum BuiltProgram {
  /// The program that is to be tested in the place of the one just built, such as a release.
  public static let released: String? = ProcessInfo.processInfo.environment["VXC_BINARY"].flatMap {
    // tmux starts it in another folder.
    $0.isEmpty ? nil : URL(filePath: $0).path
  }

  /// The path of the executable.
  ///
  /// - Throws: `NotFound` if it is not beside the test bundle or a few folders above it.
  public static var path: String {
    get throws {
      if let released { return released }
      let folders = startingPoints.flatMap(\.selfAndParents)
      for folder in folders {
        let candidate = folder.appending(path: "vxc").path
        var isFolder = false
        if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder,
          FileManager.default.isExecutableFile(atPath: candidate)
        {
          return candidate
        }
      }
      throw NotFound(folders: folders.map(\.path))
    }
  }

  /// Runs the program without a terminal, to its end.
  ///
  /// - Parameters:
  ///   - arguments: What follows the program's name.
  ///   - environment: All that the program finds in its environment.
  /// - Returns: How it ended and what it printed.
  /// - Throws: An error if it isn't built or can't be started.
  public static func run(
    _ arguments: [String], environment: [String: String]
  ) async throws -> FinishedProcess {
    try await FinishedProcess.run(path, arguments, environment: environment)
  }

  /// The folders of the running test program and of the bundle it was told to load.
  private static var startingPoints: [URL] {
    let arguments = CommandLine.arguments
    var files = [URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()]
    if let option = arguments.firstIndex(of: "--test-bundle-path"), option + 1 < arguments.count {
      files.append(URL(filePath: arguments[option + 1]))
    }
    return files.map { $0.deletingLastPathComponent() }
  }

  /// There is no built program where one is looked for.
  public struct NotFound: Error, CustomStringConvertible {
    let folders: [String]

    /// The folders that were searched.
    public var description: String {
      "no executable `vxc` in any of: " + folders.joined(separator: ", ")
    }
  }
}

extension URL {
  /// The folder itself and the three above it: a bundle on macOS is a folder with folders.
  fileprivate var selfAndParents: [URL] {
    var result = [self]
    for _ in 0..<3 { result.append(result[result.count - 1].deletingLastPathComponent()) }
    return result
  }
}
