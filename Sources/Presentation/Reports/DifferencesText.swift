public import Flows

/// The words for what is not as it was ordered.
public enum DifferencesText {
  /// What stands above them.
  public static let title = "Not as ordered:"

  /// One sentence for each difference between the order and Telnyx's answer; none if that is all as ordered.
  public static func lines(for connection: Connection) -> [String] {
    connection.differences.map { $0.remark(in: connection.connect) }
      + (connection.lacksSecondary
        ? ["Secondary circuit: not in the answer; you ordered one."] : [])
  }
}
