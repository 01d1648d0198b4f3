/// Telnyx's list prices, in USD a month by Mbps.
///
/// - SeeAlso: Telnyx guides on Virtual Cross Connects, as of July 2026.
public enum PriceList {
  /// Prices in USD a month, by Mbps; a dictionary would cost time before the first frame.
  typealias Prices = KeyValuePairs<Int, Int>

  static let standard: Prices = [
    50: 100, 100: 125, 200: 150, 300: 175, 400: 200, 500: 225, 1000: 450,
  ]
  static let azure: Prices = [
    50: 200, 100: 250, 200: 300, 300: 400, 400: 500, 500: 600, 1000: 1000,
  ]

  /// The remark that goes with every price.
  public static let remark = "list price, 2026-07, without the cloud provider's charges"

  /// What stands for the price before a bandwidth is chosen.
  public static let unanswered = "(choose a bandwidth)"

  /// What the list leaves open about an order.
  ///
  /// - Parameters:
  ///   - hasSecondary: Whether a secondary circuit is ordered.
  ///   - rules: The cloud's.
  /// - Returns: The rest of a sentence about the price; empty if it leaves nothing open.
  package static func remark(onSecondary hasSecondary: Bool, rules: ProviderRules) -> String {
    hasSecondary && rules.circuits == .optionalSecondary ? "; no list price for a secondary" : ""
  }

  /// The price in words for an answer; an empty one is allowed if the cloud's circuit has the
  /// bandwidth.
  package static func words(for answer: String, rules: ProviderRules) -> String {
    guard !answer.isEmpty else {
      return rules.bandwidthChoice == .fromCoverage ? unanswered : "depends on the bandwidth"
    }
    return words(for: Bandwidth(parsing: answer), rules: rules)
  }

  /// The price in words: "$225 a month", or "no list price".
  public static func words(for bandwidth: Bandwidth?, rules: ProviderRules) -> String {
    guard let bandwidth, let entry = rules.listPrices.first(where: { $0.key == bandwidth.mbps })
    else { return "no list price" }
    return "$\(entry.value) a month"
  }
}
