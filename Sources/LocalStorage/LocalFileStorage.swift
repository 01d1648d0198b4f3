public import CrossConnect
public import Flows
public import FoundationEssentials
internal import Glibc
internal import Synchronization

/// Drafts and receipts as files of this machine, under `$XDG_STATE_HOME/vxc`.
///
/// A file is written beside its place and moved there once it is on the disk. A draft is locked with
/// `flock` as long as this program has it: the system undoes that however the program ends.
///
/// - SeeAlso: XDG Base Directory Specification 0.8 (default, absolute paths only, mode 0700).
public final class LocalFileStorage: FileStorage {
  private let root: String?
  private let home: String?
  /// The open descriptors that hold the locks, by path.
  private let held = Mutex<[String: Descriptor]>([:])

  /// A storage where the environment says that state belongs.
  ///
  /// - Parameter environment: The variables: `XDG_STATE_HOME`, or else `HOME`.
  public init(environment: EnvironmentVariables) {
    home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let stateHome = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    root = (stateHome ?? home.map { $0 + "/.local/state" }).map { $0 + "/vxc" }
  }

  /// The names of the files in a folder, without hidden ones.
  public func names(in folder: StorageFolder) throws(StorageFailure) -> [String] {
    guard let directory = try opened(folder) else { return [] }
    do throws(SystemError) {
      return try directory.entries().filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw failure(error, in: folder)
    }
  }

  /// What a file holds, of one that is too large only the beginning.
  public func read(_ name: String, in folder: StorageFolder) throws(StorageFailure) -> Data? {
    guard let directory = try opened(folder) else { return nil }
    do throws(SystemError) {
      return Data(try directory.openFile(name).readAll(limit: Self.largest))
    } catch {
      if error.code == ENOENT { return nil }
      throw failure(error, in: folder)
    }
  }

  /// Writes a file with the mode 0600 and waits until it is on the disk.
  public func write(
    _ data: Data, to name: String, in folder: StorageFolder
  ) throws(StorageFailure) {
    let directory = try made(folder)
    do throws(SystemError) {
      let file = try directory.replaceFile(name, with: Array(data), locked: folder == .drafts)
      if folder == .drafts { hold(file, name, folder) }
    } catch {
      throw failure(error, in: folder)
    }
  }

  /// Removes a file, then lets go of it.
  public func remove(_ name: String, in folder: StorageFolder) throws(StorageFailure) {
    defer { release(name, in: folder) }
    guard let directory = try opened(folder) else { return }
    do throws(SystemError) {
      try directory.removeFile(name)
    } catch {
      throw failure(error, in: folder)
    }
  }

  /// Renames a file, never over another.
  public func setAside(
    _ name: String, as suffix: String, in folder: StorageFolder
  ) throws(StorageFailure) -> String {
    defer { release(name, in: folder) }
    let directory = try made(folder)
    do throws(SystemError) {
      let taken = Set(try directory.entries())
      let names = [""] + (2...).prefix(1000).map { "-\($0)" }
      let free = names.map { "\(name).\(suffix)\($0)" }.first { !taken.contains($0) }
      guard let free else { throw SystemError(code: EEXIST) }
      try directory.renameFile(name, to: free)
      return free
    } catch {
      throw failure(error, in: folder)
    }
  }

  /// Locks a file; `false` if another running program has it.
  public func claim(_ name: String, in folder: StorageFolder) throws(StorageFailure) -> Bool {
    guard let directory = try opened(folder) else { return true }
    guard held.withLock({ $0[key(name, folder)] == nil }) else { return true }
    do throws(SystemError) {
      guard let file = try directory.lockFile(name) else { return false }
      hold(file, name, folder)
      return true
    } catch {
      if error.code == ENOENT { return true }
      throw failure(error, in: folder)
    }
  }

  /// Unlocks a file.
  public func release(_ name: String, in folder: StorageFolder) {
    _ = held.withLock { $0.removeValue(forKey: key(name, folder)) }
  }

  /// Where a file is, with `~` for the home folder.
  public func path(of name: String, in folder: StorageFolder) -> String {
    shown(folder) + "/" + name
  }

  // MARK: Folders

  /// A folder that is there.
  private func opened(_ folder: StorageFolder) throws(StorageFailure) -> Descriptor? {
    guard let root else { throw .noHome }
    do throws(SystemError) {
      return try Descriptor.directory(folder.rawValue, in: .directory(root))
    } catch {
      if error.code == ENOENT { return nil }
      throw failure(error, in: folder)
    }
  }

  /// A folder, made if it isn't there yet, that only its owner can look into.
  private func made(_ folder: StorageFolder) throws(StorageFailure) -> Descriptor {
    guard let root else { throw .noHome }
    do throws(SystemError) {
      try Descriptor.makeDirectory(root)
      let parent = try Descriptor.directory(root)
      try Descriptor.makeDirectory(root + "/" + folder.rawValue)
      return try Descriptor.directory(folder.rawValue, in: parent)
    } catch {
      throw failure(error, in: folder)
    }
  }

  private func hold(_ file: Descriptor, _ name: String, _ folder: StorageFolder) {
    held.withLock { $0[key(name, folder)] = file }
  }

  private func key(_ name: String, _ folder: StorageFolder) -> String {
    folder.rawValue + "/" + name
  }

  private func failure(_ error: SystemError, in folder: StorageFolder) -> StorageFailure {
    .system(path: shown(folder), reason: error.reason)
  }

  private func shown(_ folder: StorageFolder) -> String {
    let path = (root ?? "") + "/" + folder.rawValue
    guard let home, home != "/", path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }

  /// More than any file of ours; what is larger isn't one.
  private static let largest = 1 << 20
}
