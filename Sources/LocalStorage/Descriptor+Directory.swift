internal import Glibc

/// What is done within an open folder.
extension Descriptor {
  /// Opens a folder that is the user's own.
  ///
  /// - Parameters:
  ///   - path: The folder's path, relative to `parent` if it isn't absolute.
  ///   - parent: Its parent folder; the working folder if there is none.
  /// - Returns: The folder, closed to others.
  /// - Throws: `SystemError`, also for another user's folder or link.
  static func directory(
    _ path: String, in parent: Descriptor? = nil
  ) throws(SystemError) -> Descriptor {
    let place = parent?.number ?? AT_FDCWD
    var link = stat()
    try SystemError.retrying { fstatat(place, path, &link, AT_SYMLINK_NOFOLLOW) }
    guard [geteuid(), 0].contains(link.st_uid) else { throw .belongsToAnother }
    let folder = Descriptor(
      try SystemError.retrying { openat(place, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) })
    try folder.closeToOthers()
    return folder
  }

  /// Makes a folder and its parents, for their owner only.
  static func makeDirectory(_ path: String) throws(SystemError) {
    do throws(SystemError) {
      try makeLastDirectory(path)
    } catch {
      guard error.code == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex
      else { throw error }
      try makeDirectory(String(path[..<slash]))
      try makeLastDirectory(path)
    }
  }

  private static func makeLastDirectory(_ path: String) throws(SystemError) {
    guard mkdir(path, 0o700) == 0 else {
      guard errno == EEXIST else { throw .last }
      return
    }
    // The umask may have taken rights from the owner, too.
    try SystemError.retrying { chmod(path, 0o700) }
  }

  /// Takes rights from others that an older program, or a person, has given them.
  private func closeToOthers() throws(SystemError) {
    guard try status.st_uid == geteuid() else { throw .belongsToAnother }
    guard try status.st_mode & 0o077 != 0 else { return }
    // Our files are closed anyway, so a folder that others can only read is no reason not to write.
    _ = fchmod(number, 0o700)
    guard try status.st_mode & 0o022 == 0 else { throw .othersMayWrite }
  }

  /// The names of everything in the folder.
  func entries() throws(SystemError) -> [String] {
    // The stream closes its descriptor.
    let copy = try SystemError.retrying { fcntl(number, F_DUPFD_CLOEXEC, 0) }
    guard let stream = fdopendir(copy) else {
      let error = SystemError.last
      close(copy)
      throw error
    }
    defer { closedir(stream) }
    rewinddir(stream)
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          String(validatingCString: $0)
        }
      }
      if let name, name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Opens a file to read it, without following a link or waiting for a pipe.
  func openFile(_ name: String) throws(SystemError) -> Descriptor {
    try checkName(name)
    return try opened(name, O_RDONLY)
  }

  /// Locks the file that has the name at this moment.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - making: Whether to make the file, empty, if it doesn't exist.
  /// - Returns: The locked file; `nil` if another program has the lock.
  /// - Throws: `SystemError` if the file can't be opened or made.
  func lockFile(_ name: String, making: Bool = false) throws(SystemError) -> Descriptor? {
    try checkName(name)
    let make = making ? O_CREAT : 0
    for _ in 0..<10 {
      let file: Descriptor
      do throws(SystemError) {
        // On a network file system, a lock needs write access.
        file = try opened(name, O_RDWR | make)
      } catch {
        guard [EACCES, EPERM, EROFS].contains(error.code) else { throw error }
        file = try opened(name, O_RDONLY)
      }
      guard file.lock() else { return nil }
      // The name may have moved to another file before the lock.
      var status = stat()
      do throws(SystemError) {
        try SystemError.retrying { fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) }
      } catch {
        guard making, error.code == ENOENT else { throw error }
        continue
      }
      if try file.identity == FileIdentity(status) { return file }
    }
    return nil
  }

  /// Writes a file under another name, and renames it once it is on the disk.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - bytes: The content.
  ///   - locked: Whether to lock it before anybody can see it.
  /// - Returns: The file, which keeps the lock as long as it is open.
  /// - Throws: `SystemError` if it could not be written; then the old file is still there.
  func replaceFile(
    _ name: String, with bytes: [UInt8], locked: Bool
  ) throws(SystemError) -> Descriptor {
    try checkName(name)
    let draft = ".\(name).\(getpid()).tmp"
    unlinkat(number, draft, 0)
    let file = Descriptor(
      try SystemError.retrying {
        openat(number, draft, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      })
    do throws(SystemError) {
      // The umask may have taken rights from the owner, too.
      try SystemError.retrying { fchmod(file.number, 0o600) }
      try file.writeAll(bytes)
      try file.synchronize()
      if locked { _ = file.lock() }
      try SystemError.retrying { renameat(number, draft, number, name) }
    } catch {
      unlinkat(number, draft, 0)
      throw error
    }
    try synchronize()
    return file
  }

  /// Gives a file another name.
  func renameFile(_ name: String, to other: String) throws(SystemError) {
    try checkName(name)
    try SystemError.retrying { renameat(number, name, number, other) }
    try synchronize()
  }

  /// Removes a file, if it exists.
  func removeFile(_ name: String) throws(SystemError) {
    try checkName(name)
    do throws(SystemError) {
      try SystemError.retrying { unlinkat(number, name, 0) }
    } catch {
      guard error.code == ENOENT else { throw error }
    }
    try synchronize()
  }

  private func opened(_ name: String, _ access: CInt) throws(SystemError) -> Descriptor {
    let file = Descriptor(
      try SystemError.retrying {
        openat(number, name, access | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
      })
    // The folder may once have been open to others.
    guard try file.status.st_uid == geteuid() else { throw .belongsToAnother }
    return file
  }

  /// A name must not lead out of the folder.
  private func checkName(_ name: String) throws(SystemError) {
    guard !name.isEmpty, !name.contains("/"), name != ".", name != ".." else {
      throw SystemError(code: EINVAL)
    }
  }
}
