public import CrossConnect
public import Flows
public import FoundationEssentials
internal import Glibc
internal import Synchronization

/// Drafts and receipts as files of this machine, under `$XDG_STATE_HOME/vxc`.
///
/// A file is written under another name, and renamed once it is on the disk. `flock` locks a draft
/// as long as this program has it; the system unlocks it however the program ends.
///
/// - SeeAlso: XDG Base Directory Specification 0.8 (default, absolute paths only, mode 0700).
public final class LocalFileStorage: FileStorage {
  private let root: String?
  private let home: String?
  /// The open descriptors that hold the locks, by path.
  private let held = Mutex<[String: Descriptor]>([:])

  /// A storage in the place that the environment names for state.
  ///
  /// - Parameter environment: The variables; `XDG_STATE_HOME`, otherwise `HOME`, counts.
  public init(environment: EnvironmentVariables) {
    home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let stateHome = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    root = (stateHome ?? home.map { $0 + "/.local/state" }).map { $0 + "/vxc" }
  }

  /// The folder of all of them as a person writes it: `~/.local/state/vxc`.
  public var folder: String { shown(root ?? "") }

  /// Whether the folder of all of them exists.
  public var isThere: Bool { root.map { access($0, F_OK) == 0 } ?? false }

  /// The number of the user to whom the folder of all of them belongs; `nil` if it isn't there.
  public var owner: UInt32? {
    var status = stat()
    guard let root, stat(root, &status) == 0 else { return nil }
    return status.st_uid
  }

  /// Whether the home folder belongs to another user than the one who runs the program.
  public var isHomeOfAnother: Bool {
    var status = stat()
    guard let home, stat(home, &status) == 0 else { return false }
    return status.st_uid != geteuid()
  }

  /// The names of the files in a folder, sorted, without hidden ones.
  ///
  /// - Parameter folder: The folder.
  /// - Returns: The names; none if the folder doesn't exist yet.
  /// - Throws: `StorageFailure` if the folder can't be read.
  public func names(in folder: StorageFolder) throws(StorageFailure) -> [String] {
    guard let directory = try opened(folder) else { return [] }
    do throws(SystemError) {
      return try directory.entries().filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw failure(error, in: folder)
    }
  }

  /// The content of a file, at most its first 1 MiB.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - folder: Its folder.
  /// - Returns: The bytes; `nil` if the file doesn't exist.
  /// - Throws: `StorageFailure` if the file can't be read.
  public func read(_ name: String, in folder: StorageFolder) throws(StorageFailure) -> Data? {
    guard let directory = try opened(folder) else { return nil }
    do throws(SystemError) {
      return Data(try directory.openFile(name).readAll(limit: Self.largest))
    } catch {
      if error.code == ENOENT { return nil }
      throw failure(error, in: folder)
    }
  }

  /// Writes a file with the mode 0600, and waits until it is on the disk.
  ///
  /// - Parameters:
  ///   - data: The bytes.
  ///   - name: The file's name.
  ///   - folder: Its folder.
  /// - Throws: `StorageFailure` if the file can't be written.
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

  /// Removes a file, then releases it.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - folder: Its folder.
  /// - Throws: `StorageFailure` if the file can't be removed.
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
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - suffix: What the new name ends with; a number follows if that file exists already.
  ///   - folder: Its folder.
  /// - Returns: The new name.
  /// - Throws: `StorageFailure` if the file can't be renamed.
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

  /// Locks a file.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - folder: Its folder.
  /// - Returns: `false` if another running program has the lock.
  /// - Throws: `StorageFailure` if the file can't be locked.
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

  /// Locks a file, which is made empty if it doesn't exist.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - folder: Its folder.
  /// - Returns: `false` if another running program has the lock.
  /// - Throws: `StorageFailure` if the file can't be made or locked.
  public func reserve(_ name: String, in folder: StorageFolder) throws(StorageFailure) -> Bool {
    let directory = try made(folder)
    do throws(SystemError) {
      guard let file = try directory.lockFile(name, making: true) else { return false }
      hold(file, name, folder)
      return true
    } catch {
      throw failure(error, in: folder)
    }
  }

  /// Unlocks a file.
  public func release(_ name: String, in folder: StorageFolder) {
    _ = held.withLock { $0.removeValue(forKey: key(name, folder)) }
  }

  /// A file's path, with `~` for the home folder.
  public func path(of name: String, in folder: StorageFolder) -> String {
    shown(folder) + "/" + name
  }

  // MARK: Folders

  /// A folder; `nil` if it doesn't exist.
  private func opened(_ folder: StorageFolder) throws(StorageFailure) -> Descriptor? {
    guard let root else { throw .noHome }
    do throws(SystemError) {
      return try Descriptor.directory(folder.rawValue, in: .directory(root))
    } catch {
      if error.code == ENOENT { return nil }
      throw failure(error, in: folder)
    }
  }

  /// A folder that only its owner can read, made if it doesn't exist.
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
    shown((root ?? "") + "/" + folder.rawValue)
  }

  private func shown(_ path: String) -> String {
    guard let home, home != "/", path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }

  /// The most bytes that are read of a file; none of ours comes near it.
  private static let largest = 1 << 20
}
