public import Flows
public import FoundationEssentials
import Synchronization

/// Drafts and receipts in memory, which can be made to fail and can be shared by several runs.
public final class MemoryStorage: FileStorage {
  fileprivate struct State {
    var files: [String: Data] = [:]
    var claims: [String: ObjectIdentifier] = [:]
  }

  /// What several storages share, as several programs share a disk.
  public final class Disk: Sendable {
    fileprivate let state = Mutex(State())

    /// An empty disk.
    public init() {}

    /// The files by their folder and name.
    public var files: [String: String] {
      state.withLock { $0.files.mapValues { String(decoding: $0, as: UTF8.self) } }
    }

    /// Puts a file there.
    public func put(_ text: String, at path: String) {
      state.withLock { $0.files[path] = Data(text.utf8) }
    }
  }

  /// What it writes to.
  public let disk: Disk
  private let failure: StorageFailure?
  private let fullFolders: Set<StorageFolder>

  /// A storage of a program's own.
  ///
  /// - Parameters:
  ///   - disk: What it writes to.
  ///   - failure: What everything that changes the disk fails with.
  ///   - folders: Where it fails.
  public init(
    disk: Disk = Disk(), failing failure: StorageFailure? = nil,
    in folders: Set<StorageFolder> = Set(StorageFolder.allCases)
  ) {
    self.disk = disk
    self.failure = failure
    fullFolders = folders
  }

  /// The names of the files in a folder.
  public func names(in folder: StorageFolder) throws(StorageFailure) -> [String] {
    disk.state.withLock { state in
      let prefix = folder.rawValue + "/"
      return state.files.keys.filter { $0.hasPrefix(prefix) }
        .map { String($0.dropFirst(prefix.count)) }.sorted()
    }
  }

  /// What a file holds.
  public func read(_ name: String, in folder: StorageFolder) throws(StorageFailure) -> Data? {
    disk.state.withLock { $0.files[path(of: name, in: folder)] }
  }

  /// Writes a file, and claims it if it is a draft.
  public func write(
    _ data: Data, to name: String, in folder: StorageFolder
  ) throws(StorageFailure) {
    if let failure, fullFolders.contains(folder) { throw failure }
    disk.state.withLock { state in
      state.files[path(of: name, in: folder)] = data
      if folder == .drafts { state.claims[path(of: name, in: folder)] = ObjectIdentifier(self) }
    }
  }

  /// Removes a file and its claim.
  public func remove(_ name: String, in folder: StorageFolder) throws(StorageFailure) {
    if let failure, fullFolders.contains(folder) { throw failure }
    disk.state.withLock { state in
      state.files[path(of: name, in: folder)] = nil
      state.claims[path(of: name, in: folder)] = nil
    }
  }

  /// Renames a file.
  public func setAside(
    _ name: String, as suffix: String, in folder: StorageFolder
  ) throws(StorageFailure) -> String {
    if let failure, fullFolders.contains(folder) { throw failure }
    return disk.state.withLock { state in
      let path = path(of: name, in: folder)
      state.files[path + "." + suffix] = state.files.removeValue(forKey: path)
      state.claims[path] = nil
      return name + "." + suffix
    }
  }

  /// Claims a file unless another storage has it.
  public func claim(_ name: String, in folder: StorageFolder) throws(StorageFailure) -> Bool {
    disk.state.withLock { state in
      let path = path(of: name, in: folder)
      guard state.claims[path] ?? ObjectIdentifier(self) == ObjectIdentifier(self) else {
        return false
      }
      state.claims[path] = ObjectIdentifier(self)
      return true
    }
  }

  /// Claims a file unless somebody has it, and makes it.
  public func reserve(_ name: String, in folder: StorageFolder) throws(StorageFailure) -> Bool {
    if let failure, fullFolders.contains(folder) { throw failure }
    let isTaken = disk.state.withLock { $0.claims[path(of: name, in: folder)] != nil }
    guard !isTaken, try claim(name, in: folder) else { return false }
    disk.state.withLock { $0.files[path(of: name, in: folder)] = Data() }
    return true
  }

  /// Gives a file free.
  public func release(_ name: String, in folder: StorageFolder) {
    disk.state.withLock { $0.claims[path(of: name, in: folder)] = nil }
  }

  /// The file's folder and name.
  public func path(of name: String, in folder: StorageFolder) -> String {
    folder.rawValue + "/" + name
  }
}
