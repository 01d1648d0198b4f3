internal import CrossConnect
public import FoundationEssentials
internal import Glibc

/// Reads a person's whole file, which may hold a key.
public enum PrivateFile {
  /// Why a file can't be used, as a sentence.
  public struct Problem: Error, Hashable, CustomStringConvertible, Sendable {
    /// The sentence.
    public let description: String
  }

  /// The most bytes that a file may have.
  public static let limit = 1 << 20

  /// Reads a file, a pipe or a descriptor such as `/dev/fd/3`; `-` is the standard input.
  ///
  /// - Parameters:
  ///   - path: Its path.
  ///   - holdsKey: Whether it holds a key; then others must not be able to read it.
  /// - Returns: The content.
  /// - Throws: `Problem`, whose sentence says why it can't be used.
  public static func read(_ path: String, holdsKey: Bool) throws(Problem) -> Data {
    let shown = path == "-" ? "The standard input" : "\"\(DisplayText.visible(path))\""
    let file: Descriptor
    let mode: mode_t
    do throws(SystemError) {
      file = try opened(path)
      mode = try file.status.st_mode
    } catch {
      throw Problem(description: "\(shown) can't be read: \(error.reasonOfReading).")
    }
    guard isatty(file.number) == 0 else {
      throw Problem(description: "\(shown) is a terminal. Name a file, or pipe it in.")
    }
    if holdsKey, mode & S_IFMT == S_IFREG, mode & 0o077 != 0 {
      let digits = String(mode & 0o777, radix: 8)
      throw Problem(
        description: "\(shown) can be read by others (mode \(digits)). Close it to them: chmod 600."
      )
    }
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try file.readToEnd(limit: limit + 1)
    } catch {
      throw Problem(description: "\(shown) can't be read: \(error.reasonOfReading).")
    }
    guard bytes.count <= limit else {
      throw Problem(description: "\(shown) is too large: over \(limit >> 20) MiB. Name another.")
    }
    return Data(bytes)
  }

  private static func opened(_ path: String) throws(SystemError) -> Descriptor {
    Descriptor(
      try SystemError.retrying {
        path == "-"
          ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0) : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
      })
  }
}

extension SystemError {
  fileprivate var reasonOfReading: String {
    switch code {
    case ENOENT: "there is no such file"
    case EACCES, EPERM: "this user may not read it"
    default: reason
    }
  }
}
