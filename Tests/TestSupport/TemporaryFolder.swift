internal import FoundationEssentials

/// A folder of a test's own, gone when the test is.
public struct TemporaryFolder: Sendable {
  /// The folder's absolute path.
  public let path: String

  /// Makes a folder, hands it to `body` and removes it, whatever `body` does.
  ///
  /// - Parameter body: What needs the folder.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws, or why the folder could not be made.
  public static func make<Result>(
    for body: (TemporaryFolder) async throws -> Result
  ) async throws -> Result {
    let name = "vxc-" + UUID().uuidString.prefix(8)
    let url = FileManager.default.temporaryDirectory.appending(path: name)
    try FileManager.default.createDirectory(
      at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: url) }
    return try await body(TemporaryFolder(path: url.path))
  }

  /// The text of the file at `name` in the folder.
  ///
  /// - Parameter name: A path below the folder.
  /// - Returns: What the file holds.
  /// - Throws: An error if there is no such file or it isn't UTF-8.
  public func text(of name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  /// The paths of all files in the folder, relative to it, sorted.
  public var files: [String] {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    return all.filter { name in
      var isFolder = false
      return FileManager.default.fileExists(atPath: path + "/" + name, isDirectory: &isFolder)
        && !isFolder
    }.sorted()
  }
}
