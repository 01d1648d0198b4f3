/// The time that a person needs to see something new, before a key may act on it.
///
/// Keys typed for something else must not order, leave or change anything. On the screen and line
/// by line, keys within this time after the review appears, or after an order is answered, are
/// dropped.
public enum ReadingTime {
  /// The time in milliseconds.
  public static let milliseconds = 300
}
