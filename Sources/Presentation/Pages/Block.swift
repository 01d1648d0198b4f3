public import CrossConnect

/// A part of a page, which the screen lays out and plain mode reads out.
public enum Block: Hashable, Sendable {
  case heading(String)
  case text(String)
  case warning(String)
  case error(String)
  /// A value that stands alone on its line, for a double click to copy it whole.
  case single(label: String, value: String)
  /// A step of the way to traffic, with what the program can do about it.
  case step(number: Int, title: String, VirtualCrossConnect.Progress, words: String, [PageAction])
  /// A name and a value.
  case entry(label: String, value: String)
  /// What can be done with what stands above.
  case actions([PageAction])
  case gap

  /// What can be done here, in its order.
  public var actions: [PageAction] {
    switch self {
    case .step(_, _, _, _, let actions), .actions(let actions): actions
    case .heading, .text, .warning, .error, .single, .entry, .gap: []
    }
  }
}
