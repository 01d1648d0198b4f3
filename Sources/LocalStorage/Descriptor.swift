internal import Glibc

/// An open file or folder, closed with the last reference to it.
final class Descriptor: Sendable {
  let number: CInt

  init(_ number: CInt) {
    self.number = number
  }

  deinit {
    // A child process may hold a copy of the descriptor, and the lock with it.
    flock(number, LOCK_UN)
    // After EINTR the number may already be another file's, so there is no second attempt.
    close(number)
  }

  /// Reads a regular file to its end, but at most `limit` bytes.
  func readAll(limit: Int) throws(SystemError) -> [UInt8] {
    guard try status.st_mode & S_IFMT == S_IFREG else { throw SystemError(code: EINVAL) }
    return try readToEnd(limit: limit)
  }

  /// Reads anything to its end, but at most `limit` bytes.
  func readToEnd(limit: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let count = try SystemError.retrying {
        piece.withUnsafeMutableBytes { read(number, $0.baseAddress, $0.count) }
      }
      if count == 0 { break }
      bytes += piece[..<count]
    }
    return bytes
  }

  /// Writes all bytes, in as many calls as the system needs.
  func writeAll(_ bytes: [UInt8]) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = try SystemError.retrying {
        rest.withUnsafeBytes { write(number, $0.baseAddress, $0.count) }
      }
      // A disk that takes nothing, without a reason, is full.
      guard count > 0 else { throw SystemError(code: ENOSPC) }
      rest = rest.dropFirst(count)
    }
  }

  /// Waits until everything written is on the disk.
  func synchronize() throws(SystemError) {
    do throws(SystemError) {
      try SystemError.retrying { fsync(number) }
    } catch {
      // Some file systems can't do that for a folder.
      guard error.code == EINVAL || error.code == ENOTSUP else { throw error }
    }
  }

  /// Takes the file's lock; `false` if another program has it.
  func lock() -> Bool {
    do throws(SystemError) {
      try SystemError.retrying { flock(number, LOCK_EX | LOCK_NB) }
      return true
    } catch {
      // A file system without locks can't show another program.
      return error.code != EWOULDBLOCK
    }
  }

  /// The identity of the file, whatever its name.
  var identity: FileIdentity {
    get throws(SystemError) { FileIdentity(try status) }
  }

  /// The file's status.
  var status: stat {
    get throws(SystemError) {
      var status = stat()
      try SystemError.retrying { fstat(number, &status) }
      return status
    }
  }
}

/// The device and the number that tell a file from all others of the machine.
struct FileIdentity: Hashable {
  private let device: dev_t
  private let number: ino_t

  init(_ status: stat) {
    device = status.st_dev
    number = status.st_ino
  }
}
