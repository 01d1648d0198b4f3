public import Presentation

/// The words that can be typed at every question in plain mode.
public enum PlainReference {
  /// The signs and words, and what they do.
  public static let section = HelpSection(
    "Line by line (--plain)",
    [
      HelpEntry("Enter", "take the default that the prompt names"),
      HelpEntry("<", "go back"),
      HelpEntry(">", "go on to the next step"),
      HelpEntry("?", "help for the question"),
      HelpEntry("??", "all help"),
      HelpEntry("/text", "show only rows of a list that contain text; / all"),
      HelpEntry("!", "clear the answer or the filter; stop loading"),
      HelpEntry(".", "ask the question again in full"),
      HelpEntry("q", "keep the draft and leave; q discard leaves without it"),
      HelpEntry("a space, then text", "take the text as it is, such as \" q\""),
      HelpEntry("list", "list all cross connects; < comes back to the question"),
      HelpEntry("create", "on the review: order the cross connect"),
    ])
}
