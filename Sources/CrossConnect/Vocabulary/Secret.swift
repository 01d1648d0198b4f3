/// A text that must not reach a log, a file, a window title or an error by accident.
///
/// Printing, interpolating, dumping or mirroring it yields only its length. `revealed` is the text.
public struct Secret: Hashable, Sendable {
  private let text: String

  /// Wraps `text`.
  public init(_ text: String) {
    self.text = text
  }

  /// The text itself, to be read only where it is sent, or where a person asked to see it.
  public var revealed: String { text }

  /// The number of characters, which may be shown.
  public var count: Int { text.count }

  /// Whether there is nothing to hide.
  public var isEmpty: Bool { text.isEmpty }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The length in place of the text.
  public var description: String { "<secret of \(count) characters>" }

  /// The length in place of the text.
  public var debugDescription: String { description }

  /// A mirror without children, so that `dump` shows nothing either.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
