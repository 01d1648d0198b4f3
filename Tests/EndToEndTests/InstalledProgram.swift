import FoundationEssentials

/// A program that a machine has or hasn't.
struct InstalledProgram: Sendable {
  private let name: String

  init(_ name: String) {
    self.name = name
  }

  var isThere: Bool { path != name }

  /// Where it is; the name alone if it is nowhere.
  var path: String {
    // Servers are not in everybody's `PATH`.
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return (folders.map(String.init) + ["/usr/sbin"]).map { $0 + "/" + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) } ?? name
  }
}
