/// Telnyx's list prices, in USD a month by Mbps.
///
/// - SeeAlso: Telnyx guides on Virtual Cross Connects, as of July 2026.
public enum PriceList {
  static let standard = [50: 100, 100: 125, 200: 150, 300: 175, 400: 200, 500: 225, 1000: 450]
  static let azure = [50: 200, 100: 250, 200: 300, 300: 400, 400: 500, 500: 600, 1000: 1000]

  /// What every price has to be read with.
  public static let remark = "list price, 2026-07, without the cloud provider's charges"

  /// The price of what was answered, which may be nothing where the circuit has the bandwidth.
  static func words(for answer: String, rules: ProviderRules) -> String {
    guard !answer.isEmpty || rules.bandwidthChoice == .fromCoverage else {
      return "by the circuit's bandwidth"
    }
    return words(for: Bandwidth(parsing: answer), rules: rules)
  }

  /// The price in words: "$225 a month", or that there is none.
  public static func words(for bandwidth: Bandwidth?, rules: ProviderRules) -> String {
    guard let bandwidth, let price = rules.listPrices[bandwidth.mbps] else {
      return "no list price"
    }
    return "$\(price) a month"
  }
}
