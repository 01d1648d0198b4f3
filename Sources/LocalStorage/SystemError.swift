internal import Glibc

/// The operating system's answer to a call that failed.
struct SystemError: Error, Hashable {
  let code: CInt
  /// The reason in our own words, where the system has none.
  private let words: String?

  init(code: CInt, words: String? = nil) {
    self.code = code
    self.words = words
  }

  /// Another user decides what the folder holds, and who reads it.
  static let belongsToAnother = SystemError(code: EPERM, words: "another user owns what is there")
  /// Anybody may have written what the folder holds.
  static let othersMayWrite = SystemError(
    code: EPERM, words: "others may write there, and that can't be changed")

  /// The error of the last call on this thread.
  static var last: SystemError { SystemError(code: errno) }

  /// The reason in words, without a full stop.
  var reason: String {
    if let words { return words }
    return switch code {
    case ENOSPC: "the disk is full"
    case EDQUOT: "your disk quota is used up"
    case EROFS: "the file system is read-only"
    case EACCES, EPERM: "this user may not write there"
    case ENOTDIR: "a file is where a folder should be"
    case ELOOP: "a link is where a file should be"
    default: String(cString: strerror(code))
    }
  }

  /// Makes a call, again and again as long as a signal interrupts it.
  ///
  /// - Parameter call: Returns a negative number if it failed.
  /// - Returns: The call's result.
  /// - Throws: The call's error.
  @discardableResult
  static func retrying<Value: BinaryInteger>(
    _ call: () -> Value
  ) throws(SystemError) -> Value {
    while true {
      let value = call()
      if value >= 0 { return value }
      guard errno == EINTR else { throw .last }
    }
  }
}
