internal import CrossConnect
internal import Glibc
internal import Synchronization

/// A file that only its owner can read, to which lines are added.
final class DebugLog: Sendable {
  /// Why the file can't be used, as a sentence.
  struct Problem: Error, CustomStringConvertible {
    let description: String
  }

  private let shownPath: String
  private let descriptor: Int32
  private let failure = Mutex<Int32?>(nil)

  /// Opens the file, and makes it if it doesn't exist.
  ///
  /// - Parameter path: The file's path.
  /// - Throws: `Problem` if it can't be opened, or if others have access to it.
  init(path: String) throws(Problem) {
    let shown = DisplayText.visible(path)
    // Without O_NONBLOCK, a named pipe would block the program until somebody reads from it.
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else {
      throw Problem(
        description: "The debug log \"\(shown)\" can't be opened: \(Self.reason(for: errno)).")
    }
    if let reason = Self.reasonAgainst(descriptor) {
      close(descriptor)
      throw Problem(description: "The debug log \"\(shown)\" can't be used: \(reason).")
    }
    self.shownPath = shown
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Writes lines at the end of the file; after a failure it writes nothing more.
  func write(_ text: String) {
    failure.withLock { failure in
      // Lines after a gap would tell a wrong story.
      guard failure == nil else { return }
      var bytes = Array(text.utf8)[...]
      while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          failure = count < 0 ? errno : EIO
          return
        }
        bytes = bytes.dropFirst(count)
      }
    }
  }

  /// The sentence for the person at the end, if something could not be written.
  var notice: String? {
    failure.withLock { $0 }.map { code in
      "The debug log \"\(shownPath)\" ends too early: \(Self.words(for: code))."
    }
  }

  private static func reasonAgainst(_ descriptor: Int32) -> String? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return words(for: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { return "it is not a regular file" }
    guard status.st_uid == geteuid() else { return "it belongs to another user" }
    guard status.st_mode & 0o077 == 0 else {
      let mode = String(status.st_mode & 0o777, radix: 8)
      return "others have access to it (mode \(mode)); chmod 600 it, or name another file"
    }
    return nil
  }

  private static func reason(for code: Int32) -> String {
    switch code {
    case ELOOP: "it is a symbolic link; name the file itself"
    case ENXIO, EISDIR: "it is not a regular file"
    default: words(for: code)
    }
  }

  private static func words(for code: Int32) -> String { String(cString: strerror(code)) }
}
