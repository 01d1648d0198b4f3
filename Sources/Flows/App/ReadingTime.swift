/// The moment that a person needs to see what is new before anything typed may act on it.
///
/// What was typed for something else must not order, leave or change anything: on the screen and line
/// by line, what comes within this time after the review, or after an answer to the order, is dropped.
public enum ReadingTime {
  /// How long it is.
  public static let milliseconds = 300
}
