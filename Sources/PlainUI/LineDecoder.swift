/// Splits a terminal's bytes into lines, in whatever pieces they arrive.
public struct LineDecoder: Sendable {
  /// A line as it came.
  public enum Line: Hashable, Sendable {
    case text(String)
    /// It isn't UTF-8, or longer than any real line.
    case unreadable
  }

  private var bytes: [UInt8] = []
  private var endedWithReturn = false
  private static let mostBytes = 65_536

  /// A decoder at the beginning of a line.
  public init() {}

  /// Takes bytes; those after the last line's end wait for the rest of their line.
  ///
  /// - Returns: The lines that ended with CR, LF, or both.
  public mutating func lines(in new: some Sequence<UInt8>) -> [Line] {
    var lines: [Line] = []
    for byte in new {
      defer { endedWithReturn = byte == 0x0D }
      switch byte {
      case 0x0A where endedWithReturn: continue
      case 0x0A, 0x0D: lines.append(takeLine())
      default: if bytes.count <= Self.mostBytes { bytes.append(byte) }
      }
    }
    return lines
  }

  /// Drops the beginning of a line that never ended.
  public mutating func forget() {
    bytes = []
  }

  private mutating func takeLine() -> Line {
    defer { bytes = [] }
    guard bytes.count <= Self.mostBytes, let text = String(validating: bytes, as: UTF8.self) else {
      return .unreadable
    }
    return .text(text)
  }
}
