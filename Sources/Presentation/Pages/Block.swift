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
  /// A warning: the action is done when the person asks again.
  case caution(Caution, again: PageAction)
  /// A value that is seen whole in every window, so that it can be copied.
  case single(label: String, value: String)
  /// A step of the way to traffic, with what the program can do about it.
  case step(number: Int, title: String, VirtualCrossConnect.Progress, words: String, [PageAction])
  /// A name and a value.
  case entry(label: String, value: String)
  /// Something to be typed here: the screen has a line for it, plain mode a prompt.
  case answer(label: String)
  /// The actions on what stands above, and a few words beside them.
  case actions([PageAction], note: String = "")
  case gap

  /// The actions, in their order.
  public var actions: [PageAction] {
    switch self {
    case .step(_, _, _, _, let actions), .actions(let actions, note: _): actions
    case .heading, .text, .detail, .warning, .error, .caution, .single, .entry, .answer, .gap: []
    }
  }
}
