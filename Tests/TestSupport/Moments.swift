public import FoundationEssentials

extension Date {
  /// When a test's order is sent: 2026-07-15 14:42:10 UTC.
  public static let sent = Date(timeIntervalSince1970: 1_784_126_530)
  /// When it is answered.
  public static let answered = sent + 2
}
