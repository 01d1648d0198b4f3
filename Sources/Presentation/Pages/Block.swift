public import CrossConnect
public import Flows

/// A part of a page, which the screen lays out and plain mode reads out.
public enum Block: Hashable, Sendable {
  case heading(String)
  case text(String)
  /// What belongs to the line above.
  case detail(String)
  case warning(String)
  case error(String)
  /// What was asked for once, and by what it is done when that is asked for again.
  case caution(Caution, again: PageAction)
  /// A value that stands alone on its line, for a double click to copy it whole.
  case single(label: String, value: String)
  /// A step of the way to traffic, with what the program can do about it.
  case step(number: Int, title: String, VirtualCrossConnect.Progress, words: String, [PageAction])
  /// A name and a value.
  case entry(label: String, value: String)
  /// Something to be typed here: the screen has a line for it, plain mode a prompt.
  case answer(label: String)
  /// What can be done with what stands above.
  case actions([PageAction])
  case gap

  /// What can be done here, in its order.
  public var actions: [PageAction] {
    switch self {
    case .step(_, _, _, _, let actions), .actions(let actions): actions
    case .heading, .text, .detail, .warning, .error, .caution, .single, .entry, .answer, .gap: []
    }
  }
}
